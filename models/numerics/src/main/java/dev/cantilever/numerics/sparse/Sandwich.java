package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.linalg.Cholesky;

/**
 * The two m × m matrices in the derivatives of the bound. With {@code Λ = L B Lᵀ} both are {@code
 * L⁻ᵀ S L⁻¹} for a symmetric S made of B, which avoids the difference of two nearly equal inverses.
 */
final class Sandwich {

  private final double[][] inverse;
  private final double[][] outer;

  /**
   * Prepares.
   *
   * @param projection gives L and B
   */
  Sandwich(Projection projection) {
    this.inverse = full(projection.factor().inverseRows());
    this.outer = inverse(projection.uu());
  }

  private static double[][] inverse(Cholesky uu) {
    double[][] unit = new double[uu.size()][uu.size()];
    for (int i = 0; i < unit.length; i++) {
      unit[i][i] = 1;
    }
    uu.forward(unit);
    return unit;
  }

  private static double[][] full(double[][] lower) {
    int m = lower.length;
    double[][] full = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        full[i][j] = lower[i][j];
        full[j][i] = lower[i][j];
      }
    }
    return full;
  }

  /** {@code tr B⁻¹}. */
  double trace() {
    double trace = 0;
    for (int i = 0; i < inverse.length; i++) {
      trace += inverse[i][i];
    }
    return trace;
  }

  /** {@code K_uu⁻¹ − Λ⁻¹ = L⁻ᵀ (I − B⁻¹) L⁻¹}. */
  double[][] explained() {
    double[][] middle = inverse.clone();
    for (int i = 0; i < middle.length; i++) {
      middle[i] = inverse[i].clone();
      for (int j = 0; j < middle.length; j++) {
        middle[i][j] = (i == j ? 1 : 0) - inverse[i][j];
      }
    }
    return between(middle);
  }

  /** {@code K_uu⁻¹ Λ K_uu⁻¹ − 2 K_uu⁻¹ + Λ⁻¹ = L⁻ᵀ (B − 2I + B⁻¹) L⁻¹}. */
  double[][] excess(double[][] lowerOfB) {
    double[][] middle = full(lowerOfB);
    for (int i = 0; i < middle.length; i++) {
      for (int j = 0; j < middle.length; j++) {
        middle[i][j] += inverse[i][j];
      }
      middle[i][i] -= 2;
    }
    return between(middle);
  }

  private double[][] between(double[][] middle) {
    int m = middle.length;
    double[][] right = new double[m][m];
    RowSums.add(right, middle, outer);
    double[][] product = new double[m][m];
    RowSums.add(product, RowSums.transposed(outer), right);
    return product;
  }
}
