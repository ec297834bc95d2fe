package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.pareto.ExpectedHypervolumeImprovement;
import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.pareto.Hypervolume;
import dev.cantilever.numerics.pareto.ReferencePoint;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The policy {@link Policy.Front}: the largest expected growth of the volume that the front
 * dominates. The front is that of the posterior means at the conditions that were tried, so that
 * one lucky noisy outcome does not stand in the way. Members of a batch are believed in turn.
 */
final class FrontChooser implements Chooser {

  private final SearchSpecification specification;
  private final Policy.Front policy;

  FrontChooser(SearchSpecification specification, Policy.Front policy) {
    this.specification = specification;
    this.policy = policy;
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Learning learning = new Learning(state, iteration);
    List<Belief> goals = specification.goals().stream().map(learning::about).toList();
    Points pool = learning.candidates().scaled();
    List<PoolPosterior> posteriors = new ArrayList<>();
    goals.forEach(goal -> posteriors.add(goal.learned().posterior().over(pool)));
    List<Integer> seen = new ArrayList<>(learning.experience().observed());
    Set<Integer> closed = new TreeSet<>(learning.experience().closed());
    RandomStream ties = learning.stream("ties");
    List<Trial> trials = new ArrayList<>();
    List<Reasons.ChoiceNumbers> numbers = new ArrayList<>();
    while (trials.size() < size && closed.size() < pool.size()) {
      Growth growth = growth(goals, posteriors, seen, closed, pool.size());
      int best = growth.best(ties);
      trials.add(learning.candidates().trial(best, specification.fidelity()));
      numbers.add(numbers(growth, best, goals, posteriors, pool, seen));
      closed.add(best);
      seen.add(best);
      for (int g = 0; g < goals.size(); g++) {
        PoolPosterior own = posteriors.get(g);
        double noise = goals.get(g).learned().noiseVariance();
        posteriors.set(g, own.given(best, own.mean(best), noise));
      }
    }
    List<Reasons.FitNumbers> fits = goals.stream().map(Belief::numbers).toList();
    return new Chosen(trials, Reasons.of(method(), fits, numbers));
  }

  private Growth growth(
      List<Belief> goals,
      List<PoolPosterior> posteriors,
      List<Integer> seen,
      Set<Integer> closed,
      int candidates) {
    double[][] means = new double[seen.size()][goals.size()];
    for (int i = 0; i < means.length; i++) {
      for (int g = 0; g < goals.size(); g++) {
        means[i][g] = posteriors.get(g).mean(seen.get(i));
      }
    }
    Front front = Front.of(means);
    ReferencePoint reference = reference(goals, front);
    int[] open = IntStream.range(0, candidates).filter(c -> !closed.contains(c)).toArray();
    double[][] mean = new double[open.length][goals.size()];
    double[][] deviation = new double[open.length][goals.size()];
    for (int i = 0; i < open.length; i++) {
      for (int g = 0; g < goals.size(); g++) {
        mean[i][g] = posteriors.get(g).mean(open[i]);
        deviation[i][g] = posteriors.get(g).deviation(open[i]);
      }
    }
    double[] values = ExpectedHypervolumeImprovement.over(front, reference).values(mean, deviation);
    return new Growth(open, values, Hypervolume.of(front, reference), front.size());
  }

  private ReferencePoint reference(List<Belief> goals, Front front) {
    return policy
        .referencePoint()
        .map(given -> ReferencePoint.of(standardised(goals, given)))
        .orElseGet(() -> ReferencePoint.below(front));
  }

  private double[] standardised(List<Belief> goals, Series given) {
    double[] values = new double[goals.size()];
    for (int g = 0; g < values.length; g++) {
      double signed = specification.goals().get(g).signed(given.get(g));
      values[g] = goals.get(g).standardisation().apply(new double[] {signed})[0];
    }
    return values;
  }

  /** Expected growth at every open candidate. */
  private static final class Growth {
    private final int[] open;
    private final double[] values;
    private final double volume;
    private final int frontSize;

    Growth(int[] open, double[] values, double volume, int frontSize) {
      this.open = open;
      this.values = values;
      this.volume = volume;
      this.frontSize = frontSize;
    }

    private double largest() {
      double largest = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        largest = Math.max(largest, value);
      }
      return largest;
    }

    int best(RandomStream ties) {
      double largest = largest();
      List<Integer> equals = new ArrayList<>();
      for (int i = 0; i < open.length; i++) {
        if (values[i] == largest) {
          equals.add(open[i]);
        }
      }
      return equals.get(equals.size() == 1 ? 0 : ties.nextInt(equals.size()));
    }

    double runnerUp(int chosen) {
      double second = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < open.length; i++) {
        second = open[i] == chosen ? second : Math.max(second, values[i]);
      }
      return open.length == 1 ? values[0] : second;
    }
  }

  private Reasons.ChoiceNumbers numbers(
      Growth growth,
      int chosen,
      List<Belief> goals,
      List<PoolPosterior> posteriors,
      Points pool,
      List<Integer> seen) {
    List<Double> expected = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int g = 0; g < goals.size(); g++) {
      double mean = goals.get(g).standardisation().mean(posteriors.get(g).mean(chosen));
      expected.add(specification.goals().get(g).signed(1) * mean);
      deviations.add(goals.get(g).standardisation().deviation(posteriors.get(g).deviation(chosen)));
    }
    return new Reasons.ChoiceNumbers(
        growth.largest(),
        growth.runnerUp(chosen),
        List.of(
            new Term("dominated volume so far", growth.volume),
            new Term("conditions on the front", growth.frontSize)),
        Experience.nearest(pool, chosen, seen),
        expected,
        deviations);
  }

  private String method() {
    return "expected hypervolume improvement of " + specification.goals().size() + " goals";
  }
}
