package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.BatchProposer;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.search.Strategy;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** A noise-free campaign on a pool, and the only place here that knows how proposals are made. */
final class Loop {

  private final Points pool;
  private final IntToDoubleFunction truth;
  private final List<Integer> picks;
  private final int seeds;
  private final List<PoolPrediction> live = new ArrayList<>();

  Loop(Points pool, IntToDoubleFunction truth, List<Integer> seeds) {
    this.pool = pool;
    this.truth = truth;
    this.picks = new ArrayList<>(seeds);
    this.seeds = seeds.size();
  }

  void step(AcquisitionFunction function) {
    Counterfactual.Answer answer =
        proposer(pool, function).next(live.size() + 1, picks, measured());
    live.add(answer.learned().orElseThrow());
    picks.add(answer.candidate());
  }

  /** A Gaussian process fitted anew at every step; its noise is at least 1 % of the variance. */
  static Counterfactual.Proposer proposer(Points pool, AcquisitionFunction function) {
    FitSettings settings =
        FitSettings.usual(KernelFamily.MATERN52, pool.dimension())
            .with(
                Role.LENGTHSCALE,
                Hyperprior.of(0.02, 1, FitSettings.lengthscalePrior(pool.dimension())))
            .withNoise(Hyperprior.of(1e-2, 1, new Prior.LogNormal(-4, 1)));
    ExactSurrogate surrogate = new ExactSurrogate(settings, 2);
    Strategy strategy =
        new Strategy(
            surrogate, surrogate, function, Incumbent.BEST_POSTERIOR_MEAN, new BatchRule.Spread(0));
    BatchProposer proposer = new BatchProposer(pool, strategy, 1);
    return (step, observed, y) -> {
      Proposal proposal =
          proposer.propose(
              new BatchProposer.Known(step, observed, y, Set.of(), Optional.empty()), 1);
      return new Counterfactual.Answer(
          proposal.choices().getFirst().candidate(), Optional.of(prediction(proposal)));
    };
  }

  /** In the unit of the observations. */
  private static PoolPrediction prediction(Proposal proposal) {
    PoolPosterior posterior = proposal.posterior();
    Standardisation scale = proposal.standardisation();
    double[] mean = new double[posterior.size()];
    double[] variance = new double[posterior.size()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = scale.mean(posterior.mean(i));
      double deviation = scale.deviation(posterior.deviation(i));
      variance[i] = deviation * deviation;
    }
    return new PoolPrediction(Series.of(mean), Series.of(variance));
  }

  Path path() {
    return new Path(pool.size(), seeds, picks);
  }

  Series measured() {
    return Series.of(picks.stream().mapToDouble(truth::applyAsDouble).toArray());
  }

  List<PoolPrediction> live() {
    return List.copyOf(live);
  }

  /** {@code count} seeds among the first members of a pool. */
  static List<Integer> seeds(int count, int among, long seed) {
    List<Integer> seeds = new ArrayList<>();
    for (int i : RandomStream.of(seed, "seeds").distinct(count, among)) {
      seeds.add(i);
    }
    return seeds;
  }

  /** {@code size} points at equal distances from 0 to 1. */
  static Points line(int size) {
    double[][] rows = new double[size][1];
    for (int i = 0; i < size; i++) {
      rows[i][0] = i / (size - 1.0);
    }
    return Points.of(rows);
  }
}
