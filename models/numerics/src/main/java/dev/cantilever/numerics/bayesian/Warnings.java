package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Support;
import dev.cantilever.numerics.sampling.RestartRule;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of the draws before trusting them. */
final class Warnings {

  /** With fewer, a mean is uncertain by more than a seventh of its deviation. */
  private static final double FEWEST_EFFECTIVE = 50;

  /** Half of the draws closer to an end of an interval than this share of it: the end decides. */
  private static final double NEAR_END = 0.05;

  private Warnings() {}

  static List<String> of(HyperparameterDraws draws, RestartRule rule, RestartRule.Result result) {
    List<String> warnings = new ArrayList<>();
    if (!result.isAccepted()) {
      warnings.add(notAccepted(draws, rule, result));
    } else if (result.attempts() > 1) {
      warnings.add(
          "the draws were accepted only at attempt %d; draw longer chains"
              .formatted(result.attempts()));
    }
    if (draws.divergences() > 0) {
      warnings.add(
          ("%d of %d trajectories diverged: the posterior is too sharp somewhere for the step;"
                  + " raise the target acceptance or narrow the priors")
              .formatted(draws.divergences(), draws.size()));
    }
    if (draws.cutShort() > 0) {
      warnings.add(
          "%d of %d trajectories were cut short by the greatest depth; raise it"
              .formatted(draws.cutShort(), draws.size()));
    }
    addFewEffective(draws, warnings);
    addEnds(draws, warnings);
    return warnings;
  }

  private static String notAccepted(
      HyperparameterDraws draws, RestartRule rule, RestartRule.Result result) {
    return ("not accepted: split R-hat is %s (%s), not below %s, in the best of %d attempts;"
            + " draw longer chains or narrow the priors")
        .formatted(
            rounded(draws.worstSplitRHat()), draws.worst(), rule.rHatLimit(), result.attempts());
  }

  private static void addFewEffective(HyperparameterDraws draws, List<String> warnings) {
    draws
        .summaries()
        .forEach(
            (name, summary) -> {
              if (summary.effectiveSize() < FEWEST_EFFECTIVE) {
                warnings.add(
                    "the %d draws of the %s are worth only %s independent ones; draw longer chains"
                        .formatted(draws.size(), name, rounded(summary.effectiveSize())));
              }
            });
  }

  /** An end at 0 of what is above 0 is no choice of anybody. */
  private static void addEnds(HyperparameterDraws draws, List<String> warnings) {
    for (Unknown unknown : draws.hyperparameters()) {
      if (unknown.prior().support() instanceof Support.Interval interval) {
        double width = interval.max() - interval.min();
        double share = (draws.summary(unknown.name()).median() - interval.min()) / width;
        boolean isLow = share < NEAR_END && interval.min() != 0;
        if (isLow || share > 1 - NEAR_END) {
          warnings.add(
              "the %s sits at the %s end %s of its prior: there the prior decides, not the data"
                  .formatted(
                      unknown.name(),
                      isLow ? "lower" : "upper",
                      isLow ? interval.min() : interval.max()));
        }
      }
    }
  }

  /** Two places. */
  private static double rounded(double value) {
    return Math.rint(100 * value) / 100;
  }
}
