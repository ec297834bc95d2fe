package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code s κ(r)}, {@code r² = Σ_k ((x_k − z_k)/l_k)²}: one lengthscale per input (automatic
 * relevance determination, Rasmussen and Williams 2006, section 5.1).
 *
 * @param family the shape κ
 * @param outputScale s, prior variance, above 0
 * @param lengthscales l, one per input, above 0
 */
public record Stationary(KernelFamily family, double outputScale, Series lengthscales)
    implements Kernel {

  public Stationary {
    Coordinates.requirePositive("the output scale", outputScale);
    Coordinates.requirePositive("lengthscale", lengthscales);
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    double[] inverse = Coordinates.inverse(lengthscales);
    double[][] a = Coordinates.scaled(x, inverse);
    double[][] b = Coordinates.scaled(z, inverse);
    return (i, count, into) -> {
      Coordinates.squaredDistances(a, i, b, count, into);
      family.values(into, count);
      for (int j = 0; j < count; j++) {
        into[j] *= outputScale;
      }
    };
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
    return all;
  }

  @Override
  public Stationary with(double[] values) {
    return new Stationary(family, values[0], Coordinates.slice(values, 1, lengthscales.size()));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    into[at] += Coordinates.contraction(own, weights);
    int d = lengthscales.size();
    double[][] a = Coordinates.scaled(x, Coordinates.inverse(lengthscales));
    double[][] columns = new double[d][x.size()];
    for (int i = 1; i < own.length; i++) {
      double[] g = new double[i];
      Coordinates.squaredDistances(a, i, a, i, g);
      family.slopes(g, own[i], weights[i]);
      for (int k = 0; k < d; k++) {
        Coordinates.addWeightedSquares(a[k][i], a[k], g, columns[k]);
      }
    }
    for (int k = 0; k < d; k++) {
      into[at + 1 + k] -= 2 * Coordinates.sum(columns[k]);
    }
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[] inverse = Coordinates.inverse(lengthscales);
    double[][] a = Coordinates.scaled(one, inverse);
    double[][] b = Coordinates.scaled(z, inverse);
    double[] rate = new double[z.size()];
    Coordinates.squaredDistances(a, 0, b, rate.length, rate);
    double[] covariances = rate.clone();
    family.values(covariances, rate.length);
    double[] doubled = new double[rate.length];
    Arrays.fill(doubled, 2 * outputScale);
    family.slopes(rate, covariances, doubled);
    double[][] slopes = new double[inverse.length][];
    for (int k = 0; k < inverse.length; k++) {
      slopes[k] = Coordinates.weightedDifferences(a[k][0], b[k], rate, inverse[k]);
    }
    return slopes;
  }
}
