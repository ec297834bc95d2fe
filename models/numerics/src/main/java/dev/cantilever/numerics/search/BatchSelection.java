package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Chooses a batch from a posterior over the pool; hyper-parameters stay fixed meanwhile. */
public final class BatchSelection {

  private final Valuation valuation;
  private final List<Choice> chosen = new ArrayList<>();
  private Situation situation;

  /**
   * A selection about to begin.
   *
   * @param valuation what ranks candidates
   */
  public BatchSelection(Valuation valuation, Situation situation) {
    this.valuation = valuation;
    this.situation = situation;
  }

  /** Ranked by an acquisition function alone. */
  public BatchSelection(AcquisitionFunction function, Situation situation) {
    this(new Valuation(function, List.of()), situation);
  }

  /** Up to {@code size} choices, all different; fewer where the pool ends. */
  public List<Choice> choose(BatchRule rule, int size) {
    return switch (rule) {
      case BatchRule.Sequential sequential ->
          each(
              size,
              () -> valuation.values(situation),
              sequential.minimumDistance(),
              sequential.lie());
      case BatchRule.Spread spread -> ranked(spread.radius(), size);
      case BatchRule.Fantasies fantasies -> Fantasies.choose(this, fantasies.count(), size);
      case BatchRule.MonteCarlo monteCarlo -> BatchImprovement.choose(this, monteCarlo, size);
      case BatchRule.LocalPenalisation local -> LocalPenalties.choose(this, size);
      case BatchRule.HyperparameterDraws draws -> PerDraw.choose(this, draws.sets(), size);
    };
  }

  private List<Choice> each(
      int size, Supplier<double[]> values, double distance, BatchRule.Lie lie) {
    while (isShortOf(size)) {
      Choice next = Ranking.best(situation, values.get(), away(distance));
      take(next);
      situation = situation.given(next.candidate(), told(lie, next));
    }
    return List.copyOf(chosen);
  }

  private List<Choice> ranked(double radius, int size) {
    double[] values = valuation.values(situation);
    int[] open = situation.open();
    while (isShortOf(size)) {
      double[] left =
          Arrays.stream(situation.open()).mapToDouble(c -> values[rank(open, c)]).toArray();
      Choice next = Ranking.best(situation, left, away(radius));
      take(next);
      situation = situation.closing(next.candidate());
    }
    return List.copyOf(chosen);
  }

  private static int rank(int[] open, int candidate) {
    return Arrays.binarySearch(open, candidate);
  }

  boolean isShortOf(int size) {
    return chosen.size() < size && situation.size() > 0;
  }

  Situation situation() {
    return situation;
  }

  Valuation valuation() {
    return valuation;
  }

  void take(Choice choice) {
    chosen.add(choice);
  }

  /** Takes the best of {@code values} and closes it. */
  Choice takeBest(double[] values) {
    Choice next = Ranking.best(situation, values, candidate -> true);
    take(next);
    situation = situation.closing(next.candidate());
    return next;
  }

  List<Choice> chosen() {
    return List.copyOf(chosen);
  }

  private double told(BatchRule.Lie lie, Choice choice) {
    double[] seen = situation.observations();
    return switch (lie) {
      case MINIMUM -> Arrays.stream(seen).min().orElse(0);
      case MEAN -> mean(seen);
      case MAXIMUM -> Arrays.stream(seen).max().orElse(0);
      case BELIEVED -> choice.mean();
    };
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /** Further than a distance from the batch so far, or anywhere where nothing is. */
  private IntPredicate away(double distance) {
    IntPredicate away =
        candidate ->
            chosen.stream()
                .noneMatch(c -> situation.pool().distance(candidate, c.candidate()) <= distance);
    boolean someAreAway = distance > 0 && Arrays.stream(situation.open()).anyMatch(away);
    return someAreAway ? away : candidate -> true;
  }
}
