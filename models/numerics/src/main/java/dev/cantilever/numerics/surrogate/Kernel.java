package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * A covariance function with one lengthscale per input dimension.
 *
 * @param family its shape
 * @param outputScale prior variance, above 0
 * @param lengthscales one per dimension, above 0
 */
public record Kernel(KernelFamily family, double outputScale, Series lengthscales) {

  public Kernel {
    boolean positive = outputScale > 0 && lengthscales.size() > 0;
    for (int j = 0; j < lengthscales.size(); j++) {
      positive &= lengthscales.get(j) > 0;
    }
    if (!positive || !lengthscales.isFinite() || Double.isInfinite(outputScale)) {
      throw new IllegalArgumentException(
          "output scale and lengthscales must be finite and above 0, not %s and %s"
              .formatted(outputScale, lengthscales));
    }
  }

  /** {@code k(X, Z)} as rows of X. */
  public double[][] covariance(Points x, Points z) {
    double[] inverse = inverseLengthscales();
    double[][] rows = new double[x.size()][z.size()];
    for (int i = 0; i < x.size(); i++) {
      for (int c = 0; c < z.size(); c++) {
        rows[i][c] = outputScale * family.value(squaredDistance(x, i, z, c, inverse));
      }
    }
    return rows;
  }

  double[] inverseLengthscales() {
    double[] inverse = lengthscales.toArray();
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = 1 / inverse[j];
    }
    return inverse;
  }

  static double squaredDistance(Points x, int i, Points z, int c, double[] inverse) {
    double sum = 0;
    for (int j = 0; j < inverse.length; j++) {
      double scaled = (x.get(i, j) - z.get(c, j)) * inverse[j];
      sum += scaled * scaled;
    }
    return sum;
  }
}
