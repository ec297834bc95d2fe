package dev.cantilever.numerics.kernel;

import java.util.List;

/**
 * {@code s x·z}: straight lines through the origin (Rasmussen and Williams 2006, section 4.2.2).
 *
 * @param outputScale s, above 0
 */
public record Linear(double outputScale) implements Kernel {

  public Linear {
    Coordinates.requirePositive("the output scale", outputScale);
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    Coordinates.requireDimension(x, z.dimension());
    return (i, count, into) -> {
      for (int j = 0; j < count; j++) {
        into[j] = outputScale * Coordinates.dot(x, i, z, j);
      }
    };
  }

  @Override
  public double[] variances(Points x) {
    double[] own = new double[x.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = outputScale * Coordinates.dot(x, i, x, i);
    }
    return own;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("output scale", Role.OUTPUT_SCALE, outputScale));
  }

  @Override
  public Linear with(double[] values) {
    return new Linear(values[0]);
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    into[at] += Coordinates.contraction(own, weights);
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] slopes = new double[one.dimension()][z.size()];
    for (int k = 0; k < slopes.length; k++) {
      for (int j = 0; j < z.size(); j++) {
        slopes[k][j] = outputScale * z.get(j, k);
      }
    }
    return slopes;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    double[] slopes = new double[one.dimension()];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = 2 * outputScale * one.get(0, k);
    }
    return slopes;
  }
}
