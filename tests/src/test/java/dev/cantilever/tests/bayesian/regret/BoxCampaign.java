package dev.cantilever.tests.bayesian.regret;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.SpaceProposer;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sequential run over a box, from the given starts. */
final class BoxCampaign {

  private final BoxProblem problem;
  private final SearchSpace space;
  private final SpaceProposer proposer;
  private final List<Condition> tried = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private Visited visited;

  private BoxCampaign(BoxProblem problem) {
    this.problem = problem;
    this.space = UnitBox.of(problem.dimension());
    this.visited = Visited.none(space);
    this.proposer =
        new SpaceProposer(
            space,
            Defaults.surrogate(problem.dimension()),
            Defaults.FUNCTION,
            Defaults.OF_COMPUTED,
            Defaults.SEARCH);
  }

  /** The least value after every evaluation. */
  static double[] best(BoxProblem problem, int seed, Stopwatch watch) {
    BoxCampaign campaign = new BoxCampaign(problem);
    for (double[] start : problem.starts(seed)) {
      campaign.evaluate(campaign.space.decode(start));
    }
    while (campaign.values.size() < problem.total()) {
      campaign.evaluate(watch.step(() -> campaign.next(seed)));
    }
    double[] best = new double[problem.total()];
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < best.length; i++) {
      least = Math.min(least, campaign.values.get(i));
      best[i] = least;
    }
    return best;
  }

  private void evaluate(Condition condition) {
    tried.add(condition);
    values.add(problem.atUnit(space.encode(condition)));
    visited = visited.measured(condition);
  }

  private Condition next(int seed) {
    Series negated = Series.of(values.stream().mapToDouble(value -> -value).toArray());
    SpaceProposer.Next next =
        proposer.propose(
            new SpaceProposer.Known(tried, negated, visited, Optional.empty()),
            RandomStream.of(seed, "step/" + tried.size()));
    return ((SpaceProposal.Found) next.proposal()).best().condition();
  }
}
