package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The best of the open candidates, its runner-up, and a draw among equals. */
final class Ranking {

  private double best = Double.NEGATIVE_INFINITY;
  private double second = Double.NEGATIVE_INFINITY;
  private int runnerUp = -1;
  private final List<Integer> equals = new ArrayList<>();

  private Ranking() {}

  /**
   * The best allowed candidate.
   *
   * @param values one for each open candidate; not a number counts as the least
   * @param allowed at least one open candidate
   */
  static Choice best(Situation situation, double[] values, IntPredicate allowed) {
    Ranking ranking = new Ranking();
    for (int rank = 0; rank < values.length; rank++) {
      if (allowed.test(situation.candidate(rank))) {
        ranking.see(situation.candidate(rank), values[rank]);
      }
    }
    return ranking.choice(situation);
  }

  private void see(int candidate, double raw) {
    double value = Double.isNaN(raw) ? Double.NEGATIVE_INFINITY : raw;
    if (value > best || equals.isEmpty()) {
      if (!equals.isEmpty()) {
        second = best;
        runnerUp = equals.getFirst();
      }
      equals.clear();
      equals.add(candidate);
      best = value;
    } else if (value == best) {
      equals.add(candidate);
    } else if (value > second) {
      second = value;
      runnerUp = candidate;
    }
  }

  private Choice choice(Situation situation) {
    int winner = equals.get(equals.size() == 1 ? 0 : situation.stream().nextInt(equals.size()));
    return new Choice(
        winner,
        best,
        runnerUp,
        runnerUp < 0 ? best : second,
        equals.size(),
        situation.posterior().mean(winner),
        situation.posterior().deviation(winner));
  }
}
