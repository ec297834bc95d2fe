package dev.cantilever.numerics.policy;

import dev.cantilever.vocabulary.reading.Series;

/** What an arm earns for one step. */
public final class StepReward {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private StepReward() {}

  /**
   * 1 where the uncertainty fell since the step before, whichever arm was used then, else −1
   * (Ziatdinov et al., Adv. Mater. 34 (2022) 2201345, doi:10.1002/adma.202201345). Noisy: different
   * models are compared at different steps, and variances also fall because data were added.
   *
   * @param before median predictive variance over the pool at the step before
   * @param now the same at this step, under the arm that earns the reward
   */
  public static int uncertainty(double before, double now) {
    if (!(before >= 0 && now >= 0)) {
      throw new IllegalArgumentException(
          "median variances %s and %s; both must be at least 0".formatted(before, now));
    }
    return now < before ? 1 : -1;
  }

  /**
   * How much better each model foresaw a new observation than all of them together: {@code log
   * p_i(y) − log (1/M Σ p_j(y))} with {@code p_i = N(μ_i, σ_i²)}, in nats. At most log M; the sum
   * over steps is the log evidence of a model against the equal mixture. Unlike the uncertainty
   * reward it compares all models at one point.
   *
   * @param y the new observation
   * @param mean what each of M ≥ 1 models predicted before it was known
   * @param sigma their standard deviations of an observation, noise included, above 0
   * @return M rewards
   */
  public static Series predictiveDensity(double y, Series mean, Series sigma) {
    requireModels(mean, sigma);
    double[] log = new double[mean.size()];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < log.length; i++) {
      double z = (y - mean.get(i)) / sigma.get(i);
      log[i] = -0.5 * LOG_TWO_PI - StrictMath.log(sigma.get(i)) - 0.5 * z * z;
      if (!(sigma.get(i) > 0) || !Double.isFinite(log[i])) {
        throw new IllegalArgumentException(
            ("model %d says N(%s, %s²) of the observation %s; all must be finite, the deviation"
                    + " above 0 and the density not too small for a number")
                .formatted(i, mean.get(i), sigma.get(i), y));
      }
      greatest = Math.max(greatest, log[i]);
    }
    double sum = 0;
    for (double density : log) {
      sum += StrictMath.exp(density - greatest);
    }
    double mixture = greatest + StrictMath.log(sum / log.length);
    for (int i = 0; i < log.length; i++) {
      log[i] -= mixture;
    }
    return Series.of(log);
  }

  private static void requireModels(Series mean, Series sigma) {
    if (mean.size() == 0 || mean.size() != sigma.size()) {
      throw new IllegalArgumentException(
          "%d means and %d deviations; one of each per model is needed, for at least one model"
              .formatted(mean.size(), sigma.size()));
    }
  }
}
