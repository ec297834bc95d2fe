package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to measure next, at which fidelity, and why.
 *
 * @param pair the candidate and its fidelity
 * @param value of the rule there, for each unit of cost
 * @param runnerUp the next best pair, if there is one
 * @param runnerUpValue its value; equal to {@code value} where there is none
 * @param ties how many pairs had exactly this value; the choice among them was drawn
 * @param mean of the pair before it is measured
 * @param deviation likewise, without noise
 * @param terms the best value of every fidelity that has an open candidate
 */
public record FidelityChoice(
    Pair pair,
    double value,
    Optional<Pair> runnerUp,
    double runnerUpValue,
    int ties,
    double mean,
    double deviation,
    List<Term> terms) {

  public FidelityChoice {
    terms = List.copyOf(terms);
  }

  /**
   * The best open pair, in the scale of the pool; empty where every pair is closed.
   *
   * @param stream for ties
   */
  public static Optional<FidelityChoice> of(
      FidelityPool pool, FidelityRule rule, RandomStream stream) {
    double[][] values = rule.values(pool);
    Ranking ranking = new Ranking();
    List<Term> terms = new ArrayList<>();
    for (int f = 0; f < values.length; f++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < values[f].length; c++) {
        Pair pair = new Pair(c, f);
        if (pool.isOpen(pair)) {
          ranking.see(pair, values[f][c]);
          best = Math.max(best, values[f][c]);
        }
      }
      if (best > Double.NEGATIVE_INFINITY) {
        terms.add(new Term("best at fidelity " + pool.fidelities().get(f).name(), best));
      }
    }
    return ranking.choice(pool, terms, stream);
  }

  FidelityChoice in(Standardisation unit) {
    return new FidelityChoice(
        pair,
        value,
        runnerUp,
        runnerUpValue,
        ties,
        unit.mean(mean),
        unit.deviation(deviation),
        terms);
  }

  /** The best, the best of the rest, and who equals the best. */
  private static final class Ranking {

    private final List<Pair> equals = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;
    private Optional<Pair> runnerUp = Optional.empty();
    private double second = Double.NEGATIVE_INFINITY;

    void see(Pair pair, double value) {
      if (equals.isEmpty() || value > best) {
        runnerUp = equals.stream().findFirst();
        second = best;
        equals.clear();
        equals.add(pair);
        best = value;
      } else if (value == best) {
        equals.add(pair);
      } else if (runnerUp.isEmpty() || value > second) {
        runnerUp = Optional.of(pair);
        second = value;
      }
    }

    Optional<FidelityChoice> choice(FidelityPool pool, List<Term> terms, RandomStream stream) {
      if (equals.isEmpty()) {
        return Optional.empty();
      }
      Pair pair = equals.get(equals.size() == 1 ? 0 : stream.nextInt(equals.size()));
      return Optional.of(
          new FidelityChoice(
              pair,
              best,
              runnerUp,
              runnerUp.isEmpty() ? best : second,
              equals.size(),
              pool.mean(pair),
              pool.deviation(pair),
              terms));
    }
  }
}
