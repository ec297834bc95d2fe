package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proposes the next batch: standardise, fit, predict over the pool, choose. Keeps nothing between
 * calls; equal arguments give equal bits.
 */
public final class BatchProposer {

  /** Later the optimum moves little and starting anew costs seconds. */
  private static final int LAST_RESTART = 16;

  private final Points pool;
  private final Strategy strategy;
  private final long seed;

  /**
   * A proposer over one pool.
   *
   * @param pool all candidates, scaled to [0, 1]
   * @param seed of the campaign
   */
  public BatchProposer(Points pool, Strategy strategy, long seed) {
    this.pool = pool;
    this.strategy = strategy;
    this.seed = seed;
  }

  /**
   * What is known before a proposal.
   *
   * @param iteration 1, 2, …
   * @param observed candidates in the order in which they were observed; at least one
   * @param y their observations, finite
   * @param masked candidates that cannot be chosen for other reasons
   * @param before the optimum of the iteration before, if any
   */
  public record Known(
      int iteration,
      List<Integer> observed,
      Series y,
      Set<Integer> masked,
      Optional<Hyperparameters> before) {

    public Known {
      observed = List.copyOf(observed);
      masked = Set.copyOf(masked);
    }
  }

  /**
   * The first candidates of a campaign, drawn from the stream "initial-design".
   *
   * @param size how many, fewer where there are not so many
   * @param masked candidates that cannot be chosen
   */
  public List<Integer> initialDesign(int size, Set<Integer> masked) {
    int[] drawn = RandomStream.of(seed, "initial-design").distinct(pool.size(), pool.size());
    return Arrays.stream(drawn)
        .filter(candidate -> !masked.contains(candidate))
        .limit(size)
        .boxed()
        .toList();
  }

  /** The next batch of up to {@code size}. */
  public Proposal propose(Known known, int size) {
    Standardisation standardisation = Standardisation.of(known.y().toArray());
    double[] y = standardisation.apply(known.y().toArray());
    Points inputs = pool.select(known.observed().stream().mapToInt(i -> i).toArray());
    Learned learned =
        surrogate(known)
            .learn(
                Observations.of(inputs, y),
                known.before(),
                RandomStream.of(seed, "fit/" + known.iteration()));
    Situation.Beliefs beliefs =
        Situation.Beliefs.of(pool, learned.posterior(), learned.noiseVariance());
    List<Choice> choices =
        new BatchSelection(strategy.function(), situation(known, y, beliefs))
            .choose(strategy.rule(), size);
    return new Proposal(choices, learned, standardisation, beliefs.posterior());
  }

  /**
   * What the acquisition function said of each candidate before the first choice of a proposal, for
   * pictures; not a number where a candidate could not be chosen. It draws what the choice drew.
   *
   * @param proposal of the same knowledge
   */
  public double[] values(Known known, Proposal proposal) {
    Situation situation =
        situation(
            known,
            proposal.standardisation().apply(known.y().toArray()),
            new Situation.Beliefs(
                pool,
                proposal.learned().posterior(),
                proposal.posterior(),
                proposal.learned().noiseVariance()));
    double[] ranked = strategy.function().values(situation);
    double[] values = new double[pool.size()];
    Arrays.fill(values, Double.NaN);
    for (int rank = 0; rank < ranked.length; rank++) {
      values[situation.candidate(rank)] = ranked[rank];
    }
    return values;
  }

  private Situation situation(Known known, double[] y, Situation.Beliefs beliefs) {
    Set<Integer> closed = new TreeSet<>(known.masked());
    closed.addAll(known.observed());
    return Situation.of(
        beliefs,
        new Situation.Seen(known.observed(), Series.of(y), closed),
        strategy.incumbent(),
        RandomStream.of(seed, "ties/" + known.iteration()));
  }

  private Surrogate surrogate(Known known) {
    boolean isThorough =
        known.before().isEmpty()
            || (Integer.bitCount(known.iteration()) == 1 && known.iteration() <= LAST_RESTART);
    return isThorough ? strategy.first() : strategy.surrogate();
  }
}
