package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

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
    Standardisation scale = Standardisation.of(known.y().toArray());
    double[] y = scale.apply(known.y().toArray());
    Points inputs = space.encode(known.observed());
    Learned learned = surrogate.learn(Observations.of(inputs, y), known.before(), stream);
    Moments there = learned.posterior().at(inputs);
    int leader = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      double own = incumbent == Incumbent.BEST_OBSERVATION ? y[i] : there.mean().get(i);
      if (own > best) {
        best = own;
        leader = i;
      }
    }
    SpaceProposal proposal =
        search.maximise(
            new Climbing(learned.posterior(), best),
            known.visited(),
            Optional.of(known.observed().get(leader)),
            stream);
    return new Next(proposal, learned, scale, best);
  }

  /** The acquisition function of scaled inputs. */
  private final class Climbing implements ScaledAcquisitionFunction {

    private final Posterior posterior;
    private final double best;

    Climbing(Posterior posterior, double best) {
      this.posterior = posterior;
      this.best = best;
    }

    @Override
    public double[] values(Points inputs) {
      Moments moments = posterior.at(inputs);
      double[] values = new double[inputs.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = function.value(moments.mean().get(i), moments.deviation(i), best);
      }
      return values;
    }

    @Override
    public Optional<Objective.Evaluation> slope(double[] inputs) {
      MomentSlopes at = posterior.slopes(Points.of(inputs));
      double deviation = Math.sqrt(Math.max(Moments.SMALLEST_VARIANCE, at.variance()));
      boolean isClipped = at.variance() < Moments.SMALLEST_VARIANCE;
      Pointwise.Slopes own = function.slopes(at.mean(), deviation, best);
      double[] gradient = new double[inputs.length];
      for (int k = 0; k < gradient.length; k++) {
        double ofDeviation = isClipped ? 0 : at.varianceSlopes().get(k) / (2 * deviation);
        gradient[k] = own.byMean() * at.meanSlopes().get(k) + own.byDeviation() * ofDeviation;
      }
      return Optional.of(
          new Objective.Evaluation(function.value(at.mean(), deviation, best), gradient));
    }
  }
}
