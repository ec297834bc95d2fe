package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.PriorMean;
import java.util.Arrays;
import java.util.List;

/** What each treatment of the mean makes of values. */
final class Means {

  private Means() {}

  /** The unknown that a treatment adds, if any. */
  static List<Unknown> unknowns(MeanTreatment treatment, String name) {
    return treatment instanceof MeanTreatment.Constant constant
        ? List.of(Unknown.signed(name, constant.prior()))
        : List.of();
  }

  /**
   * The process with the mean treated so.
   *
   * @param own value of the unknown that the treatment adds, if any
   */
  static GaussianProcess process(
      MeanTreatment treatment, double[] own, Kernel kernel, Points x, double[] y, double[] noise) {
    return switch (treatment) {
      case MeanTreatment.Fixed fixed -> GaussianProcess.given(kernel, fixed.mean(), x, y, noise);
      case MeanTreatment.Constant constant -> GaussianProcess.given(kernel, own[0], x, y, noise);
      case MeanTreatment.Profiled profiled -> profiled(kernel, x, y, noise);
    };
  }

  /** Factored twice: first to find the constant. */
  private static GaussianProcess profiled(Kernel kernel, Points x, double[] y, double[] noise) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    double[] weights = GaussianProcess.given(kernel, 0, x, y, noise).solve(ones);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      weighted += weights[i] * y[i];
      total += weights[i];
    }
    return GaussianProcess.given(kernel, weighted / total, x, y, noise);
  }

  /** A mean that needs no observations. */
  static PriorMean prior(MeanTreatment treatment, double[] own) {
    return switch (treatment) {
      case MeanTreatment.Fixed fixed -> fixed.mean();
      case MeanTreatment.Constant constant -> new PriorMean.Constant(own[0]);
      case MeanTreatment.Profiled profiled ->
          throw new IllegalArgumentException(
              "a latent mean cannot be profiled, for nothing of it is observed; give it a prior");
    };
  }
}
