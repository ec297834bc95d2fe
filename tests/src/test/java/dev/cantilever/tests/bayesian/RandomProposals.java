package dev.cantilever.tests.bayesian;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.KnowledgeGradient;
import dev.cantilever.numerics.acquisition.NoisyExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.ThompsonDraw;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.BatchProposer;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.search.Strategy;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fits and proposals over random pools: case i has its own data, kernel, acquisition function and
 * batch rule, all from the number i alone.
 */
final class RandomProposals {

  private static final int POOL = 40;

  private static final List<String> KERNELS =
      List.of(
          "rbf",
          "matern12",
          "matern32",
          "matern52",
          "rational_quadratic",
          "periodic",
          "network_erf",
          "network_relu",
          "rbf + linear",
          "matern52 * quadratic",
          "rbf * periodic",
          "matern32 + cubic");

  private static final List<AcquisitionFunction> FUNCTIONS =
      List.of(
          new Pointwise.LogExpectedImprovement(0),
          new Pointwise.ExpectedImprovement(0.01),
          new Pointwise.ProbabilityOfImprovement(0.1),
          new Pointwise.UpperConfidenceBound(4),
          new ThompsonDraw(500),
          new ThompsonDraw(20),
          new NoisyExpectedImprovement(16, 100),
          new KnowledgeGradient(10, 20));

  private static final List<BatchRule> RULES =
      List.of(
          new BatchRule.Sequential(BatchRule.Lie.BELIEVED, 0),
          new BatchRule.Sequential(BatchRule.Lie.MINIMUM, 0.05),
          new BatchRule.Spread(0.1),
          new BatchRule.Fantasies(2),
          new BatchRule.MonteCarlo(16),
          new BatchRule.LocalPenalisation());

  private RandomProposals() {}

  /** What case {@code i} knows and proposes. */
  record Proposed(List<Integer> observed, Proposal proposal) {}

  static Proposed of(int i) {
    RandomStream stream = RandomStream.of(i, "random-proposals");
    int dimension = 1 + stream.nextInt(4);
    int n = 5 + stream.nextInt(21);
    KernelForm kernel = new KernelForm(KERNELS.get(stream.nextInt(KERNELS.size())));
    ExactSurrogate surrogate =
        new ExactSurrogate(FitSettings.usual(kernel.template(dimension), dimension), 1);
    Strategy strategy =
        new Strategy(
            surrogate,
            surrogate,
            FUNCTIONS.get(stream.nextInt(FUNCTIONS.size())),
            stream.nextInt(2) == 0 ? Incumbent.BEST_OBSERVATION : Incumbent.BEST_POSTERIOR_MEAN,
            RULES.get(stream.nextInt(RULES.size())));
    Points pool = pool(dimension, stream);
    List<Integer> observed = Arrays.stream(stream.distinct(n, POOL)).boxed().toList();
    double[] y = observed.stream().mapToDouble(c -> outcome(pool.row(c), stream)).toArray();
    BatchProposer.Known known =
        new BatchProposer.Known(1, observed, Series.of(y), Set.of(), Optional.empty());
    BatchProposer proposer = new BatchProposer(pool, strategy, i);
    return new Proposed(observed, proposer.propose(known, 1 + stream.nextInt(3)));
  }

  private static Points pool(int dimension, RandomStream stream) {
    double[][] rows = new double[POOL][dimension];
    for (double[] row : rows) {
      Arrays.setAll(row, k -> stream.nextDouble());
    }
    return Points.of(rows);
  }

  private static double outcome(double[] x, RandomStream stream) {
    double sum = 0.1 * stream.nextNormal();
    for (int k = 0; k < x.length; k++) {
      sum += StrictMath.cos(5 * x[k] - k) / (k + 1);
    }
    return sum;
  }
}
