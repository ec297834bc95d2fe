package dev.cantilever.numerics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.JointDraws;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchRuleTest {

  private static final Points POOL =
      Points.of(
          IntStream.range(0, 61).mapToObj(i -> new double[] {i / 60.0}).toArray(double[][]::new));

  static Stream<BatchRule> rules() {
    return Stream.of(
        new BatchRule.Sequential(BatchRule.Lie.BELIEVED, 0.05),
        new BatchRule.Spread(0.05),
        new BatchRule.Fantasies(8),
        new BatchRule.MonteCarlo(64),
        new BatchRule.LocalPenalisation(),
        new BatchRule.HyperparameterDraws(4));
  }

  private static GaussianProcess process(double lengthscale) {
    return GaussianProcess.given(
        new Stationary(KernelFamily.MATERN52, 1, Series.of(lengthscale)),
        0,
        POOL.select(0, 20, 40),
        new double[] {0, 1, 0.6},
        new double[] {1e-3, 1e-3, 1e-3});
  }

  private static Situation situation(Posterior model) {
    return Situation.of(
        Situation.Beliefs.of(POOL, model, 1e-3),
        new Situation.Seen(List.of(0, 20, 40), Series.of(0, 1, 0.6), Set.of(0, 20, 40, 41)),
        Incumbent.BEST_OBSERVATION,
        RandomStream.of(5, "batch"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void membersAreDistinctOpenAndTheSameEveryTime(BatchRule rule) {
    Posterior model = new MixturePosterior(List.of(process(0.08), process(0.2)));
    AcquisitionFunction function = new Pointwise.LogExpectedImprovement(0);
    List<Choice> batch = new BatchSelection(function, situation(model)).choose(rule, 7);
    List<Integer> members = batch.stream().map(Choice::candidate).toList();
    assertThat(members).hasSize(7).doesNotHaveDuplicates().doesNotContain(0, 20, 40, 41);
    assertThat(new BatchSelection(function, situation(model)).choose(rule, 7)).isEqualTo(batch);
    assertThat(new BatchSelection(function, situation(model)).choose(rule, 100)).hasSize(57);
  }

  static Stream<JsonNode> pairs() {
    JsonNode cases = Reference.read("acquisition.json").at("/cases/qei_q2");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void improvementOfTwoIsThatOfTheReference(JsonNode one) {
    double[] mean = Reference.numbers(one.get("mean"));
    double[][] covariance = Reference.matrix(one.get("cov"));
    double found = PairImprovement.of(mean, covariance, one.get("best").doubleValue());
    assertThat(found).isCloseTo(one.at("/expected/qei").doubleValue(), within(1e-7));
  }

  /** Three members: against plain Monte Carlo over their joint draws. */
  @Test
  void drawnBatchesPromiseWhatJointDrawsSay() {
    Situation all = situation(process(0.15));
    List<Choice> batch =
        new BatchSelection(new Pointwise.ExpectedImprovement(0), all)
            .choose(new BatchRule.MonteCarlo(4096), 3);
    int[] members = batch.stream().mapToInt(Choice::candidate).toArray();
    RandomStream stream = RandomStream.of(2, "check");
    double[][] normals = new double[100_000][3];
    for (double[] row : normals) {
      Arrays.setAll(row, i -> stream.nextNormal());
    }
    double sum = 0;
    for (double[] f :
        JointDraws.from(all.moments(members), all.covariance(members, members), normals)) {
      double best = Math.max(f[0], Math.max(f[1], f[2]));
      sum += Math.max(0, best - all.best()) / normals.length;
    }
    assertThat(batch.get(2).value()).isCloseTo(sum, within(0.02 * sum));
  }

  @Test
  void localPenaltyIsThatOfTheReference() {
    for (JsonNode one : Reference.read("batch_selection.json").at("/cases/constant_liar")) {
      JsonNode local = one.get("local_penalisation");
      double[] y = Reference.numbers(one.get("y"));
      double[] noise = new double[y.length];
      Arrays.fill(noise, one.get("noise_variance").doubleValue());
      Points candidates = Reference.points(one.get("candidates"));
      PoolPosterior posterior =
          GaussianProcess.given(
                  Reference.kernel(one),
                  one.get("mean_constant").doubleValue(),
                  Reference.points(one.get("X")),
                  y,
                  noise)
              .over(candidates);
      int centre = local.get("centre_index").intValue();
      Choice member =
          new Choice(centre, 0, -1, 0, 1, posterior.mean(centre), posterior.deviation(centre));
      for (int c = 0; c < candidates.size(); c++) {
        assertThat(
                LocalPenalties.penalty(
                    local.get("lipschitz").doubleValue(),
                    candidates.distance(c, centre),
                    local.get("max_value").doubleValue(),
                    member))
            .isCloseTo(local.get("penalty").get(c).doubleValue(), within(1e-8));
      }
    }
  }

  @Test
  void penaltyOfRecentPlacesIsThatOfTheReference() {
    JsonNode one = Reference.read("batch_selection.json").at("/cases/inverse_distance_penalty");
    Points pool = Reference.points(one.get("X"));
    for (JsonNode recent : one.get("recent_points_oldest_first")) {
      pool = pool.plus(Points.of(Reference.numbers(recent)));
    }
    RecentPenalty penalty = new RecentPenalty(List.of(8, 9, 10), 1);
    double[] expected = Reference.numbers(one.get("expected"));
    for (int c = 0; c < expected.length; c++) {
      assertThat(penalty.penalty(pool, c)).isCloseTo(expected[c], within(1e-8));
    }
  }

  static Stream<JsonNode> constrained() {
    JsonNode cases = Reference.read("acquisition.json").at("/cases/constrained_and_cost");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  /** A posterior of one candidate with this mean and deviation: one noisy observation of it. */
  private static GaussianProcess believing(double mean, double deviation) {
    double noise = 1e-9;
    double scale = deviation * deviation * (1 + 1e9 * deviation * deviation);
    return GaussianProcess.given(
        new Stationary(KernelFamily.RBF, deviation * deviation, Series.of(1)),
        mean,
        Points.of(new double[] {1e6}),
        new double[] {mean},
        new double[] {noise * scale});
  }

  @ParameterizedTest
  @MethodSource("constrained")
  void constraintsAndCostsWeighAsInTheReference(JsonNode one) {
    Points pool = Points.of(new double[] {0});
    GaussianProcess objective =
        believing(one.get("mean").doubleValue(), one.get("sigma").doubleValue());
    Situation situation =
        Situation.of(
            Situation.Beliefs.of(pool, objective, 0),
            new Situation.Seen(List.of(-1), Series.of(one.get("best").doubleValue()), Set.of()),
            Incumbent.BEST_OBSERVATION,
            RandomStream.of(0, "ties"));
    List<Feasibility.Limit> constraints =
        IntStream.range(0, one.get("constraint_mean").size())
            .mapToObj(
                k ->
                    new Feasibility.Limit(
                        believing(
                                one.at("/constraint_mean/" + k).doubleValue(),
                                one.at("/constraint_sigma/" + k).doubleValue())
                            .over(pool),
                        0))
            .toList();
    AcquisitionFunction improvement = new Pointwise.ExpectedImprovement(0);
    AcquisitionFunction logarithm = new Pointwise.LogExpectedImprovement(0);
    Feasibility feasibility = new Feasibility(constraints, true);
    PerCost perCost = new PerCost(c -> one.get("cost").doubleValue());
    assertValue(one, "constrained_ei", new Valuation(improvement, List.of(feasibility)), situation);
    assertValue(one, "ei_per_cost", new Valuation(improvement, List.of(perCost)), situation);
    assertValue(
        one, "log_ei_minus_log_cost", new Valuation(logarithm, List.of(perCost)), situation);
    double alone =
        new Valuation(improvement, List.of(new Feasibility(constraints, false)))
            .values(situation)[0];
    assertThat(StrictMath.exp(alone))
        .isCloseTo(one.at("/expected/probability_feasible").doubleValue(), within(1e-9));
  }

  private static void assertValue(
      JsonNode one, String key, Valuation valuation, Situation situation) {
    assertThat(valuation.values(situation)[0])
        .as(key)
        .isCloseTo(one.at("/expected/" + key).doubleValue(), within(1e-9));
  }

  @Test
  void nearPlacesArePassedOverWhileOthersRemain() {
    Situation all = situation(process(0.15));
    Valuation remembering =
        new Valuation(new Pointwise.PosteriorMean(), List.of(new Memory(List.of(25), 0.2, 0.8)));
    int chosen =
        new BatchSelection(remembering, all)
            .choose(new BatchRule.Spread(0), 1)
            .getFirst()
            .candidate();
    assertThat(POOL.distance(chosen, 25)).isGreaterThan(0.2);
    Valuation blocked =
        new Valuation(new Pointwise.PosteriorMean(), List.of(new Memory(List.of(25), 9, 0.8)));
    assertThat(new BatchSelection(blocked, all).choose(new BatchRule.Spread(0), 1)).hasSize(1);
  }

  @Test
  void probabilitiesOfConstraintsDoNotUnderflow() {
    assertThat(Normal.logCumulative(-50)).isCloseTo(-1254.8313611394, within(1e-6));
  }
}
