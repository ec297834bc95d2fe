package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Evaluation;
import dev.cantilever.numerics.formula.LinearForm;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.vocabulary.reading.Series;

/**
 * A structured Gaussian process in closed form: the formula is affine in its parameters, {@code m =
 * o(x) + Σ b_k h_k(x)}, their priors are normal, and the hyper-parameters are known.
 *
 * @param mean m with normal priors
 * @param kernel with its values, of the numbers of the core
 * @param units between the numbers of the core and those of the formula
 */
public record LinearStructured(MeanFunction mean, Kernel kernel, Units units) {

  public LinearStructured {
    if (mean.formula().linear().isEmpty() || mean.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not linear in its parameters; draw them with StructuredSurrogate"
              .formatted(mean.formula()));
    }
    for (MeanFunction.Parameter parameter : mean.parameters()) {
      if (!(parameter.prior() instanceof Prior.Normal)) {
        throw new IllegalArgumentException(
            "the closed form needs normal priors, but that of %s is %s; change it, or draw it with"
                    .formatted(parameter.name(), parameter.prior())
                + " StructuredSurrogate");
      }
    }
    if (mean.inputs().size() != units.inputs().dimension()) {
      throw new IllegalArgumentException(
          "the formula has %d inputs, the scaling %d; give one range for each input"
              .formatted(mean.inputs().size(), units.inputs().dimension()));
    }
  }

  /**
   * Its posterior given observations.
   *
   * @param x n scaled inputs
   * @param y n observations, standardised by these units
   * @param noiseVariance n variances of their noise, at least 0
   * @throws UndefinedMean where the formula has no finite value at an input
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where the covariance cannot be
   *     factored
   */
  public LinearPosterior given(Points x, double[] y, double[] noiseVariance) {
    return LinearPosterior.of(this, x, y, noiseVariance);
  }

  /**
   * {@code h_k(x_i) σ_k}, in standardised observations: n × p, for parameters of unit deviation.
   */
  double[][] basis(Points x) {
    LinearForm form = mean.formula().linear().orElseThrow();
    Evaluation evaluation = form.at(units.inputs().physical(x));
    if (!evaluation.isFinite()) {
      throw new UndefinedMean(evaluation.nonFinite().orElseThrow());
    }
    double[][] basis = evaluation.parameterJacobian();
    for (double[] row : basis) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= prior(k).deviation() / units.observations().deviation();
      }
    }
    return basis;
  }

  /** Derivatives of {@link #basis} at one point with respect to the scaled inputs, p × d. */
  double[][] basisSlopes(Points one) {
    int p = mean.parameters().size();
    double[] without = new ScaledMean(mean.formula(), Series.of(new double[p]), units).slopes(one);
    double[][] slopes = new double[p][];
    for (int k = 0; k < p; k++) {
      double[] unit = new double[p];
      unit[k] = prior(k).deviation();
      slopes[k] = new ScaledMean(mean.formula(), Series.of(unit), units).slopes(one);
      for (int j = 0; j < without.length; j++) {
        slopes[k][j] -= without[j];
      }
    }
    return slopes;
  }

  /** The mean at coefficients that lie {@code whitened} prior deviations from their prior means. */
  ScaledMean at(double[] whitened) {
    return new ScaledMean(mean.formula(), coefficients(whitened), units);
  }

  Series coefficients(double[] whitened) {
    double[] b = new double[whitened.length];
    for (int k = 0; k < b.length; k++) {
      b[k] = prior(k).mean() + prior(k).deviation() * whitened[k];
    }
    return Series.of(b);
  }

  Prior.Normal prior(int k) {
    return (Prior.Normal) mean.parameters().get(k).prior();
  }
}
