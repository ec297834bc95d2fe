package dev.cantilever.numerics.kernel;

import java.util.List;

/**
 * {@code s (x·z + c)^q} (Rasmussen and Williams 2006, section 4.2.2).
 *
 * @param outputScale s, above 0
 * @param offset c, above 0
 * @param power q, 1 to 10; part of the structure and never fitted
 */
public record Polynomial(double outputScale, double offset, int power) implements Kernel {

  public Polynomial {
    Coordinates.requirePositive("the output scale", outputScale);
    Coordinates.requirePositive("the offset", offset);
    if (power < 1 || power > 10) {
      throw new IllegalArgumentException("the power must be 1 to 10, not " + power);
    }
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    Coordinates.requireDimension(x, z.dimension());
    return (i, count, into) -> {
      for (int j = 0; j < count; j++) {
        into[j] = outputScale * raised(Coordinates.dot(x, i, z, j) + offset, power);
      }
    };
  }

  private static double raised(double base, int exponent) {
    double product = 1;
    for (int factor = 0; factor < exponent; factor++) {
      product *= base;
    }
    return product;
  }

  /** Derivative with respect to {@code x·z} or to c. */
  private double slope(double dot) {
    return outputScale * power * raised(dot + offset, power - 1);
  }

  @Override
  public double[] variances(Points x) {
    double[] own = new double[x.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = outputScale * raised(Coordinates.dot(x, i, x, i) + offset, power);
    }
    return own;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("output scale", Role.OUTPUT_SCALE, outputScale),
        new Parameter("offset", Role.OFFSET, offset));
  }

  @Override
  public Polynomial with(double[] values) {
    return new Polynomial(values[0], values[1], power);
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    into[at] += Coordinates.contraction(own, weights);
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j <= i; j++) {
        sum += weights[i][j] * offset * slope(Coordinates.dot(x, i, x, j));
      }
    }
    into[at + 1] += sum;
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] slopes = new double[one.dimension()][z.size()];
    for (int j = 0; j < z.size(); j++) {
      double slope = slope(Coordinates.dot(one, 0, z, j));
      for (int k = 0; k < slopes.length; k++) {
        slopes[k][j] = slope * z.get(j, k);
      }
    }
    return slopes;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    double slope = slope(Coordinates.dot(one, 0, one, 0));
    double[] slopes = new double[one.dimension()];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = 2 * slope * one.get(0, k);
    }
    return slopes;
  }
}
