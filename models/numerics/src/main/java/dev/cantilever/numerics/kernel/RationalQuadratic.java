package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code s (1 + r²/(2a))^−a}: a mixture of lengthscales (Rasmussen and Williams 2006, equation
 * 4.19).
 *
 * @param outputScale s, above 0
 * @param lengthscales one per input, above 0
 * @param shape a, above 0; the larger, the nearer to RBF
 */
public record RationalQuadratic(double outputScale, Series lengthscales, double shape)
    implements Kernel {

  public RationalQuadratic {
    Coordinates.requirePositive("the output scale", outputScale);
    Coordinates.requirePositive("lengthscale", lengthscales);
    Coordinates.requirePositive("the shape", shape);
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    double[] inverse = Coordinates.inverse(lengthscales);
    double[][] a = Coordinates.scaled(x, inverse);
    double[][] b = Coordinates.scaled(z, inverse);
    return (i, count, into) -> {
      Coordinates.squaredDistances(a, i, b, count, into);
      for (int j = 0; j < count; j++) {
        into[j] = outputScale * StrictMath.exp(-shape * logBase(into[j]));
      }
    };
  }

  /** {@code log(1 + r²/(2a))}. */
  private double logBase(double r2) {
    return StrictMath.log1p(r2 / (2 * shape));
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
    all.add(new Parameter("shape", Role.SHAPE, shape));
    return all;
  }

  @Override
  public RationalQuadratic with(double[] values) {
    int d = lengthscales.size();
    return new RationalQuadratic(values[0], Coordinates.slice(values, 1, d), values[d + 1]);
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    into[at] += Coordinates.contraction(own, weights);
    int d = lengthscales.size();
    double[][] a = Coordinates.scaled(x, Coordinates.inverse(lengthscales));
    double[][] columns = new double[d][x.size()];
    double ofShape = 0;
    for (int i = 1; i < own.length; i++) {
      double[] g = new double[i];
      Coordinates.squaredDistances(a, i, a, i, g);
      for (int j = 0; j < i; j++) {
        double half = g[j] / (2 * shape);
        double weighted = weights[i][j] * own[i][j];
        ofShape += weighted * shape * (half / (1 + half) - StrictMath.log1p(half));
        g[j] = weighted / (1 + half);
      }
      for (int k = 0; k < d; k++) {
        Coordinates.addWeightedSquares(a[k][i], a[k], g, columns[k]);
      }
    }
    for (int k = 0; k < d; k++) {
      into[at + 1 + k] += Coordinates.sum(columns[k]);
    }
    into[at + 1 + d] += ofShape;
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[] inverse = Coordinates.inverse(lengthscales);
    double[][] a = Coordinates.scaled(one, inverse);
    double[][] b = Coordinates.scaled(z, inverse);
    double[] r2 = new double[z.size()];
    Coordinates.squaredDistances(a, 0, b, r2.length, r2);
    double[][] slopes = new double[inverse.length][r2.length];
    for (int j = 0; j < r2.length; j++) {
      double slope = -outputScale * StrictMath.exp(-(shape + 1) * logBase(r2[j]));
      for (int k = 0; k < inverse.length; k++) {
        slopes[k][j] = slope * (a[k][0] - b[k][j]) * inverse[k];
      }
    }
    return slopes;
  }
}
