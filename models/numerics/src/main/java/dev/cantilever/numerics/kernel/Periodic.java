package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code s exp(−2 Σ_k (sin(π (x_k − z_k)/p_k)/l_k)²)} (MacKay 1998; Rasmussen and Williams 2006,
 * equation 4.31). The sine is divided by the lengthscale before it is squared; where a source
 * divides the squared sine by l, its l is this one squared.
 *
 * @param outputScale s, above 0
 * @param lengthscales l, one per input, above 0
 * @param periods p, one per input, above 0
 */
public record Periodic(double outputScale, Series lengthscales, Series periods) implements Kernel {

  public Periodic {
    Coordinates.requirePositive("the output scale", outputScale);
    Coordinates.requirePositive("lengthscale", lengthscales);
    Coordinates.requirePositive("period", periods);
    if (lengthscales.size() != periods.size()) {
      throw new IllegalArgumentException(
          "%d lengthscales against %d periods".formatted(lengthscales.size(), periods.size()));
    }
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    Coordinates.requireDimension(x, lengthscales.size());
    return (i, count, into) -> {
      for (int j = 0; j < count; j++) {
        double sum = 0;
        for (int k = 0; k < x.dimension(); k++) {
          double wave = wave(x.get(i, k) - z.get(j, k), k);
          sum += wave * wave;
        }
        into[j] = outputScale * StrictMath.exp(-2 * sum);
      }
    };
  }

  private double angle(double difference, int k) {
    return StrictMath.PI * difference / periods.get(k);
  }

  private double wave(double difference, int k) {
    return StrictMath.sin(angle(difference, k)) / lengthscales.get(k);
  }

  @Override
  public double[] variances(Points x) {
    double[] same = new double[x.size()];
    Arrays.fill(same, outputScale);
    return same;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("output scale", Role.OUTPUT_SCALE, outputScale));
    all.addAll(Coordinates.lengthscales(lengthscales));
    all.addAll(Coordinates.each("period", Role.PERIOD, periods));
    return all;
  }

  @Override
  public Periodic with(double[] values) {
    int d = lengthscales.size();
    return new Periodic(
        values[0], Coordinates.slice(values, 1, d), Coordinates.slice(values, 1 + d, d));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    into[at] += Coordinates.contraction(own, weights);
    int d = lengthscales.size();
    for (int k = 0; k < d; k++) {
      double lengthscale = 0;
      double period = 0;
      for (int i = 1; i < own.length; i++) {
        for (int j = 0; j < i; j++) {
          double difference = x.get(i, k) - x.get(j, k);
          double g = weights[i][j] * own[i][j];
          double wave = wave(difference, k);
          double turn = angle(difference, k);
          lengthscale += 4 * g * wave * wave;
          period += 4 * g * wave * StrictMath.cos(turn) / lengthscales.get(k) * turn;
        }
      }
      into[at + 1 + k] += lengthscale;
      into[at + 1 + d + k] += period;
    }
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] covariance = covariance(one, z);
    double[][] slopes = new double[one.dimension()][z.size()];
    for (int k = 0; k < slopes.length; k++) {
      double rate = StrictMath.PI / periods.get(k) / lengthscales.get(k);
      for (int j = 0; j < z.size(); j++) {
        double difference = one.get(0, k) - z.get(j, k);
        double cosine = StrictMath.cos(angle(difference, k));
        slopes[k][j] = -4 * covariance[0][j] * wave(difference, k) * cosine * rate;
      }
    }
    return slopes;
  }
}
