package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code x'_ik = x_ik + s_k z_ik}, z standard normal. Unknowns: d deviations s, then z point after
 * point.
 *
 * @param x where observations were meant to be made, n × d
 * @param deviation prior of each s_k
 */
record UncertainInputs(Points x, Prior deviation) implements InputPart {

  @Override
  public List<Unknown> unknowns() {
    List<Unknown> all = new ArrayList<>();
    for (int k = 1; k <= x.dimension(); k++) {
      all.add(Unknown.positive("deviation of input " + k, deviation));
    }
    all.addAll(Unknown.latent("whitened input", x.size() * x.dimension()));
    return all;
  }

  @Override
  public Points at(double[] values) {
    int d = x.dimension();
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.row(i);
      for (int k = 0; k < d; k++) {
        rows[i][k] += values[k] * values[d + i * d + k];
      }
    }
    return Points.of(rows);
  }

  @Override
  public double[] slopes(double[] values, GaussianProcess process) {
    int d = x.dimension();
    double[] slopes = new double[values.length];
    double[] alpha = process.alpha();
    for (int i = 0; i < alpha.length; i++) {
      double[] ofPoint = slopes(process, alpha, i);
      for (int k = 0; k < d; k++) {
        int z = d + i * d + k;
        slopes[k] += ofPoint[k] * values[z];
        slopes[z] = ofPoint[k] * values[k];
      }
    }
    return slopes;
  }

  /**
   * {@code ∂ℓ/∂x'_ik = Σ_{j≠i} B_ij ∂k(x'_i, x'_j)/∂x'_ik + ½ B_ii ∂k(x'_i, x'_i)/∂x'_ik + α_i
   * ∂m/∂x'_ik} with {@code B = ααᵀ − A⁻¹}.
   */
  static double[] slopes(GaussianProcess process, double[] alpha, int i) {
    Kernel kernel = process.kernel();
    Points one = process.inputs().select(i);
    double[] unit = new double[alpha.length];
    unit[i] = 1;
    double[] inverse = process.solve(unit);
    double[][] ofKernel = kernel.inputSlopes(one, process.inputs());
    double[] ofVariance = kernel.varianceSlopes(one);
    double[] slopes = process.mean().slopes(one);
    for (int k = 0; k < slopes.length; k++) {
      double sum = alpha[i] * slopes[k] + 0.5 * (alpha[i] * alpha[i] - inverse[i]) * ofVariance[k];
      for (int j = 0; j < alpha.length; j++) {
        sum += j == i ? 0 : (alpha[i] * alpha[j] - inverse[j]) * ofKernel[k][j];
      }
      slopes[k] = sum;
    }
    return slopes;
  }

  /** Where they were meant to be; nothing of the deviations. */
  @Override
  public double[] known() {
    double[] values = new double[x.dimension() * (1 + x.size())];
    Arrays.fill(values, 0, x.dimension(), Double.NaN);
    return values;
  }
}
