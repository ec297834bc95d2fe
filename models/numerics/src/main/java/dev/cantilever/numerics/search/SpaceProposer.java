package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proposes the next condition anywhere in a space: standardise, fit, and climb the acquisition
 * function along its gradient. Keeps nothing between calls; equal arguments give equal bits.
 */
public final class SpaceProposer {

  private final SearchSpace space;
  private final Surrogate surrogate;
  private final Pointwise function;
  private final Incumbent incumbent;
  private final SpaceSearch search;

  /**
   * A proposer.
   *
   * @param function for maximisation
   * @param options how hard to search
   */
  public SpaceProposer(
      SearchSpace space,
      Surrogate surrogate,
      Pointwise function,
      Incumbent incumbent,
      SpaceSearch.Options options) {
    this.space = space;
    this.surrogate = surrogate;
    this.function = function;
    this.incumbent = incumbent;
    this.search = new SpaceSearch(space, options);
  }

  /**
   * What is known before a proposal.
   *
   * @param observed conditions in the order in which they were observed; at least one
   * @param y their observations, finite
   * @param visited what must not be proposed, the observed ones among them
   * @param before the optimum of the fit before, if any
   */
  public record Known(
      List<Condition> observed, Series y, Visited visited, Optional<Hyperparameters> before) {

    public Known {
      observed = List.copyOf(observed);
    }
  }

  /**
   * What to measure next and what it rests on.
   *
   * @param best what improvement was measured against, standardised
   */
  public record Next(
      SpaceProposal proposal, Learned learned, Standardisation standardisation, double best) {}

  /**
   * The next condition.
   *
   * @param stream for starts of the fit, draws and ties
   */
  public Next propose(Known known, RandomStream stream) {
    return propose(known, climbed -> climbed, stream);
  }

  /**
   * The next condition by what becomes of the acquisition function, such as its value per cost.
   *
   * @param ranked makes what is climbed
   * @param stream for starts of the fit, draws and ties
   */
  public Next propose(
      Known known,
      Function<ClimbedFunction, ScaledAcquisitionFunction> ranked,
      RandomStream stream) {
    Standardisation scale = Standardisation.of(known.y().toArray());
    double[] y = scale.apply(known.y().toArray());
    Points inputs = space.encode(known.observed());
    Learned learned = surrogate.learn(Observations.of(inputs, y), known.before(), stream);
    double[] levels =
        incumbent == Incumbent.BEST_OBSERVATION
            ? y
            : learned.posterior().at(inputs).mean().toArray();
    int leader = 0;
    for (int i = 1; i < levels.length; i++) {
      leader = levels[i] > levels[leader] ? i : leader;
    }
    double best = levels[leader];
    SpaceProposal proposal =
        search.maximise(
            ranked.apply(new ClimbedFunction(learned.posterior(), function, best)),
            known.visited(),
            Optional.of(known.observed().get(leader)),
            stream);
    return new Next(proposal, learned, scale, best);
  }
}
