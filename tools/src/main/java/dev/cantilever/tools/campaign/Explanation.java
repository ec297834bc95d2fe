package dev.cantilever.tools.campaign;

import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why these sites: every number behind a batch, so that it can be shown, recomputed and gone on
 * from.
 *
 * @param method in words
 * @param fit the surrogate behind it; empty for the initial design
 * @param choices one per site, in order; empty for the initial design
 */
public record Explanation(String method, Optional<FitNumbers> fit, List<ChoiceNumbers> choices) {

  private static final RecordType<Explanation> TYPE = RecordType.of(Explanation.class);

  public Explanation {
    choices = List.copyOf(choices);
  }

  /**
   * The surrogate.
   *
   * @param hyperparameters for inputs scaled to [0, 1] and standardised rewards
   * @param rewardMean mean of the rewards so far
   * @param rewardDeviation their standard deviation
   * @param jitter what had to be added to the covariance's diagonal
   * @param warnings what a person should know before trusting it
   * @param meanDeviation mean over the pool of the posterior standard deviation, standardised
   * @param maxDeviation its maximum
   */
  public record FitNumbers(
      Hyperparameters hyperparameters,
      double rewardMean,
      double rewardDeviation,
      double logMarginalLikelihood,
      double jitter,
      List<String> warnings,
      int evaluations,
      double meanDeviation,
      double maxDeviation) {

    public FitNumbers {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * One site.
   *
   * @param value of the acquisition function there
   * @param runnerUp the next best site, −1 where there was none
   * @param runnerUpValue its value
   * @param ties how many sites had exactly this value
   * @param expected posterior mean in the unit of the reward, before it is measured
   * @param deviation posterior standard deviation in that unit
   */
  public record ChoiceNumbers(
      int site,
      double value,
      int runnerUp,
      double runnerUpValue,
      int ties,
      double expected,
      double deviation) {

    /** For people. */
    String inWords() {
      String rival =
          runnerUp < 0
              ? ""
              : String.format(Locale.ROOT, " before site %d with %.4g", runnerUp, runnerUpValue);
      return String.format(
          Locale.ROOT,
          "Site %d has the value %.4g%s; expected there was %.4g ± %.2g.",
          site,
          value,
          rival,
          expected,
          deviation);
    }
  }

  /** Why the first of them, for people. */
  String firstInWords() {
    return choices.isEmpty() ? "No surrogate was asked." : choices.getFirst().inWords();
  }

  static Explanation of(String method, Proposal proposal) {
    PoolPosterior posterior = proposal.posterior();
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < posterior.size(); i++) {
      sum += posterior.deviation(i);
      largest = Math.max(largest, posterior.deviation(i));
    }
    FitNumbers fit =
        new FitNumbers(
            proposal.learned().hyperparameters(),
            proposal.standardisation().mean(),
            proposal.standardisation().deviation(),
            proposal.learned().logMarginalLikelihood(),
            proposal.learned().jitter(),
            proposal.learned().warnings(),
            proposal.learned().evaluations(),
            sum / posterior.size(),
            largest);
    List<ChoiceNumbers> choices =
        proposal.choices().stream().map(choice -> numbers(choice, proposal)).toList();
    return new Explanation(method, Optional.of(fit), choices);
  }

  private static ChoiceNumbers numbers(Choice choice, Proposal proposal) {
    return new ChoiceNumbers(
        choice.candidate(),
        choice.value(),
        choice.runnerUp(),
        choice.runnerUpValue(),
        choice.ties(),
        proposal.standardisation().mean(choice.mean()),
        proposal.standardisation().deviation(choice.deviation()));
  }

  JsonText json() {
    return TYPE.canonical(this);
  }

  /**
   * Reads a journalled explanation back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Explanation read(JsonText json) {
    return TYPE.ours(json);
  }
}
