package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Points;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Chooses a batch from a posterior over the pool; hyper-parameters stay fixed meanwhile. */
public final class BatchSelection {

  private final AcquisitionFunction function;
  private final Incumbent incumbent;
  private final Points pool;
  private final double noiseVariance;
  private final RandomStream ties;
  private final Set<Integer> open = new TreeSet<>();
  private final List<Integer> observed;
  private final List<Double> observations;
  private final List<Choice> chosen = new ArrayList<>();
  private PoolPosterior posterior;

  /**
   * A selection about to begin.
   *
   * @param observed candidates with an observation, in order
   * @param observations standardised, one for each
   * @param closed candidates that cannot be chosen, the observed ones among them
   * @param ties decides between equal values
   */
  public BatchSelection(
      AcquisitionFunction function,
      Incumbent incumbent,
      Points pool,
      PoolPosterior posterior,
      double noiseVariance,
      List<Integer> observed,
      double[] observations,
      Set<Integer> closed,
      RandomStream ties) {
    this.function = function;
    this.incumbent = incumbent;
    this.pool = pool;
    this.posterior = posterior;
    this.noiseVariance = noiseVariance;
    this.ties = ties;
    this.observed = new ArrayList<>(observed);
    this.observations = new ArrayList<>();
    for (double y : observations) {
      this.observations.add(y);
    }
    for (int c = 0; c < pool.size(); c++) {
      if (!closed.contains(c)) {
        open.add(c);
      }
    }
  }

  /** Up to {@code size} choices; fewer where the pool ends. */
  public List<Choice> choose(BatchRule rule, int size) {
    while (chosen.size() < size && !open.isEmpty()) {
      switch (rule) {
        case BatchRule.Sequential sequential -> {
          Choice next = best(sequential.minimumDistance());
          take(next);
          tell(next.candidate(), lie(sequential.lie(), next.candidate()));
        }
        case BatchRule.Spread spread -> take(best(spread.radius()));
      }
    }
    return List.copyOf(chosen);
  }

  private void take(Choice choice) {
    chosen.add(choice);
    open.remove(choice.candidate());
  }

  private void tell(int candidate, double y) {
    posterior = posterior.given(candidate, y, noiseVariance);
    observed.add(candidate);
    observations.add(y);
  }

  private double lie(BatchRule.Lie lie, int candidate) {
    return switch (lie) {
      case MINIMUM -> observations.stream().mapToDouble(y -> y).min().orElse(0);
      case MEAN -> mean();
      case MAXIMUM -> observations.stream().mapToDouble(y -> y).max().orElse(0);
      case BELIEVED -> posterior.mean(candidate);
    };
  }

  private double mean() {
    double sum = 0;
    for (double y : observations) {
      sum += y;
    }
    return observations.isEmpty() ? 0 : sum / observations.size();
  }

  private double incumbentValue() {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < observed.size(); i++) {
      best =
          Math.max(
              best,
              switch (incumbent) {
                case BEST_OBSERVATION -> observations.get(i);
                case BEST_POSTERIOR_MEAN -> posterior.mean(observed.get(i));
              });
    }
    return observed.isEmpty() ? 0 : best;
  }

  /** The best open candidate away from the batch so far, or of all where none is away from it. */
  private Choice best(double distance) {
    IntPredicate away =
        candidate ->
            chosen.stream().noneMatch(c -> pool.distance(candidate, c.candidate()) <= distance);
    boolean someAreAway = distance > 0 && open.stream().anyMatch(away::test);
    return bestOf(someAreAway ? away : candidate -> true);
  }

  private Choice bestOf(IntPredicate allowed) {
    double against = incumbentValue();
    double best = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    int runnerUp = -1;
    List<Integer> equals = new ArrayList<>();
    for (int candidate : open) {
      if (!allowed.test(candidate)) {
        continue;
      }
      double value =
          function.value(posterior.mean(candidate), posterior.deviation(candidate), against);
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
    int winner = equals.get(equals.size() == 1 ? 0 : ties.nextInt(equals.size()));
    return new Choice(
        winner,
        best,
        runnerUp,
        runnerUp < 0 ? best : second,
        equals.size(),
        posterior.mean(winner),
        posterior.deviation(winner));
  }
}
