package dev.cantilever.numerics.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.JointDraws;
import dev.cantilever.numerics.surrogate.Moments;
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

class LookAheadTest {

  static Stream<JsonNode> knowledgeGradients() {
    JsonNode cases = Reference.read("acquisition.json").at("/cases/knowledge_gradient_discrete");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("knowledgeGradients")
  void knowledgeGradientIsThatOfTheReference(JsonNode one) {
    Points candidates = Reference.points(one.get("candidates"));
    double[] y = Reference.numbers(one.get("y"));
    double noise = one.get("noise_variance").doubleValue();
    double[] noises = new double[y.length];
    Arrays.fill(noises, noise);
    GaussianProcess process =
        GaussianProcess.given(
            Reference.kernel(one),
            one.get("mean_constant").doubleValue(),
            Reference.points(one.get("X")),
            y,
            noises);
    Situation situation =
        Situation.of(
            Situation.Beliefs.of(candidates, process, noise),
            new Situation.Seen(List.of(), Series.of(), Set.of()),
            Incumbent.BEST_OBSERVATION,
            RandomStream.of(0, "ties"));
    double[] values = new KnowledgeGradient(100, 100).values(situation);
    assertThat(values)
        .containsExactly(Reference.numbers(one.at("/expected/knowledge_gradient")), within(1e-9));
  }

  private static Points line(int n) {
    return Points.of(
        IntStream.range(0, n).mapToObj(i -> new double[] {i / (n - 1.0)}).toArray(double[][]::new));
  }

  /** Observed at 1, 4 and 7 of ten places on a line. */
  private static Situation situation(double noise, String stream) {
    Points pool = line(10);
    double[] y = {0.2, 1, -0.4};
    double[] noises = {noise, noise, noise};
    GaussianProcess process =
        GaussianProcess.given(
            new Stationary(KernelFamily.MATERN52, 1, Series.of(0.3)),
            0,
            pool.select(1, 4, 7),
            y,
            noises);
    return Situation.of(
        Situation.Beliefs.of(pool, process, noise),
        new Situation.Seen(List.of(1, 4, 7), Series.of(y), Set.of(1, 4, 7)),
        Incumbent.BEST_OBSERVATION,
        RandomStream.of(3, stream));
  }

  @Test
  void withoutNoiseNoisyExpectedImprovementIsExpectedImprovement() {
    double[] noisy = new NoisyExpectedImprovement(64, 100).values(situation(1e-8, "a"));
    double[] plain = new Pointwise.ExpectedImprovement(0).values(situation(1e-8, "a"));
    assertThat(noisy).containsExactly(plain, within(1e-3));
  }

  /** Against plain Monte Carlo over joint draws at the observed places and one candidate. */
  @Test
  void noisyExpectedImprovementIsTheMeanGainOverTheBestObservedPlace() {
    Situation situation = situation(0.3, "b");
    double[] values = new NoisyExpectedImprovement(1024, 100).values(situation);
    int[] together = {1, 4, 7, 5};
    RandomStream stream = RandomStream.of(1, "check");
    double[][] normals = new double[50_000][4];
    for (double[] row : normals) {
      Arrays.setAll(row, i -> stream.nextNormal());
    }
    double[][] draws =
        JointDraws.from(
            situation.moments(together), situation.covariance(together, together), normals);
    double sum = 0;
    double squares = 0;
    for (double[] f : draws) {
      double gain = Math.max(0, f[3] - Math.max(f[0], Math.max(f[1], f[2])));
      sum += gain / draws.length;
      squares += gain * gain / draws.length;
    }
    int rank = Arrays.binarySearch(situation.open(), 5);
    double error = Math.sqrt((squares - sum * sum) / draws.length);
    assertThat(values[rank]).isCloseTo(sum, within(4 * error + 2e-4));
  }

  @Test
  void thompsonDrawsHaveTheMomentsOfThePosteriorExactlyAndAlongPaths() {
    for (int exactUpTo : new int[] {100, 1}) {
      Situation situation = situation(0.1, "c" + exactUpTo);
      Moments moments = situation.moments(situation.open());
      int draws = 600;
      double[] sum = new double[situation.size()];
      double[] squares = new double[situation.size()];
      for (int s = 0; s < draws; s++) {
        double[] values = new ThompsonDraw(exactUpTo).values(situation);
        for (int i = 0; i < values.length; i++) {
          sum[i] += values[i] / draws;
          squares[i] += values[i] * values[i] / draws;
        }
      }
      for (int i = 0; i < sum.length; i++) {
        double deviation = moments.deviation(i);
        assertThat(sum[i])
            .isCloseTo(moments.mean().get(i), within(5 * deviation / Math.sqrt(draws)));
        assertThat(Math.sqrt(squares[i] - sum[i] * sum[i]))
            .isCloseTo(deviation, within(0.15 * deviation));
      }
    }
  }

  @Test
  void slopesAreDifferenceQuotients() {
    List<Pointwise> all =
        List.of(
            new Pointwise.UpperConfidenceBound(4),
            new Pointwise.WeightedBound(0.5, 2),
            new Pointwise.ProbabilityOfImprovement(0.01),
            new Pointwise.ExpectedImprovement(0.01),
            new Pointwise.LogExpectedImprovement(0),
            new Pointwise.MaximumUncertainty(),
            new Pointwise.PosteriorMean(),
            new Pointwise.RandomChoice());
    double h = 1e-6;
    for (Pointwise one : all) {
      for (double mean : new double[] {-3, 0.2, 1.5}) {
        Pointwise.Slopes slopes = one.slopes(mean, 0.4, 0.7);
        double byMean = (one.value(mean + h, 0.4, 0.7) - one.value(mean - h, 0.4, 0.7)) / (2 * h);
        double byDeviation =
            (one.value(mean, 0.4 + h, 0.7) - one.value(mean, 0.4 - h, 0.7)) / (2 * h);
        assertThat(slopes.byMean()).as("%s", one).isCloseTo(byMean, within(1e-5));
        assertThat(slopes.byDeviation()).as("%s", one).isCloseTo(byDeviation, within(1e-4));
      }
    }
  }

  @Test
  void logarithmsOfImprovementsHaveFiniteSlopesInTheFarTail() {
    Pointwise.Slopes slopes = new Pointwise.LogExpectedImprovement(0).slopes(-60, 1, 0);
    // d/dμ log h(u) tends to −u for large negative u
    assertThat(slopes.byMean()).isCloseTo(60, within(0.1));
    assertThat(slopes.byDeviation()).isBetween(3_590.0, 3_610.0);
  }

  @Test
  void termsAddUpToTheImprovement() {
    List<Term> terms = new Pointwise.ExpectedImprovement(0).terms(0.3, 0.5, 0.4);
    double sum = terms.stream().mapToDouble(Term::value).sum();
    assertThat(sum)
        .isCloseTo(new Pointwise.ExpectedImprovement(0).value(0.3, 0.5, 0.4), within(1e-12));
  }
}
