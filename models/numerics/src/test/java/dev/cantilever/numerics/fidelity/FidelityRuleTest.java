package dev.cantilever.numerics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.KnowledgeGradient;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FidelityRuleTest {

  private static final int ALL = Example.CANDIDATES.size();

  /** The situation of a search at one fidelity alone, with the same belief. */
  private static Situation alone(int fidelity, double noise) {
    int[] own =
        IntStream.range(0, Example.MEASURED.size())
            .filter(i -> Example.MEASURED.get(i, 1) == fidelity)
            .toArray();
    double[] means = Example.BELIEF.at(Example.MEASURED.select(own)).mean().toArray();
    List<Integer> outside = Arrays.stream(own).mapToObj(i -> -1).toList();
    return Situation.of(
        Situation.Beliefs.of(Example.at(fidelity), Example.BELIEF, noise),
        new Situation.Seen(outside, Series.of(means), Set.of()),
        Incumbent.BEST_OBSERVATION,
        RandomStream.of(1, "ties"));
  }

  private static double[] improvements(int fidelity) {
    return new Pointwise.ExpectedImprovement(0).values(alone(fidelity, 0));
  }

  @Test
  void furtherImprovementIsTheDifferenceBetweenFidelities() {
    double[][] values = new FidelityRule.ExpectedFurtherImprovement().values(Example.pool());
    double[] high = improvements(1);
    double[] low = improvements(0);
    double range =
        Arrays.stream(high).max().orElseThrow() - Arrays.stream(high).min().orElseThrow();
    for (int c = 0; c < ALL; c++) {
      assertThat(values[1][c]).isCloseTo(high[c] / 5, within(1e-12));
      double further = Math.abs(high[c] - low[c]);
      assertThat(values[0][c]).isCloseTo(Math.min(range, further), within(1e-12));
    }
  }

  @Test
  void aDifferenceCountsNoMoreThanTheRangeOfTheHighestFidelity() {
    // measured at all candidates of the highest fidelity, nowhere at the lower one
    FidelityPool pool =
        FidelityPool.of(
            Example.CANDIDATES,
            known(),
            new FidelityPool.Levels(Example.FIDELITIES, Series.of(0.0, 0.0)),
            Example.at(1),
            Set.of());
    double[][] values = new FidelityRule.ExpectedFurtherImprovement().values(pool);
    double largest = Arrays.stream(values[1]).max().orElseThrow() * 5;
    assertThat(Arrays.stream(improvements(0)).max().orElseThrow()).isGreaterThan(largest);
    assertThat(Arrays.stream(values[0]).max()).hasValue(largest);
  }

  private static Posterior known() {
    Posterior posterior = Example.BELIEF;
    for (int c = 0; c < ALL; c++) {
      posterior = posterior.plus(Example.at(1).select(c), 0.1 * c, 1e-6);
    }
    return posterior;
  }

  @Test
  void augmentedImprovementIsWeighedByTheCorrelationOfAnObservation() {
    double[][] values = new FidelityRule.AugmentedImprovement(ALL).values(Example.pool());
    double[] high = improvements(1);
    for (int c = 0; c < ALL; c++) {
      Points both = Example.at(0).select(c).plus(Example.at(1).select(c));
      double[][] covariance = Example.BELIEF.covariance(both);
      double noisyLow = covariance[0][0] + Example.LOW_NOISE;
      double noisyHigh = covariance[1][1] + Example.HIGH_NOISE;
      double low = Math.abs(covariance[0][1]) / Math.sqrt(noisyLow * covariance[1][1]);
      double own = Math.sqrt(covariance[1][1] / noisyHigh);
      assertThat(values[0][c]).isCloseTo(high[c] * low, within(1e-9));
      assertThat(values[1][c]).isCloseTo(high[c] * own / 5, within(1e-9));
    }
  }

  @Test
  void atTheHighestFidelityTheKnowledgeGradientIsThatOfOneFidelity() {
    double[][] values = new FidelityRule.KnowledgePerCost(ALL, ALL).values(Example.pool());
    double[] expected = new KnowledgeGradient(ALL, ALL).values(alone(1, Example.HIGH_NOISE));
    for (int c = 0; c < ALL; c++) {
      assertThat(values[1][c]).isCloseTo(expected[c] / 5, within(1e-12));
    }
  }

  @Test
  void atALowerFidelityTheKnowledgeGradientIsTheIntegralOverObservations() {
    double[][] values = new FidelityRule.KnowledgePerCost(ALL, ALL).values(Example.pool());
    double[] mean = Example.BELIEF.at(Example.at(1)).mean().toArray();
    double best = Arrays.stream(mean).max().orElseThrow();
    for (int c = 0; c < ALL; c++) {
      Points one = Example.at(0).select(c);
      double expected =
          integral(z -> Normal.density(z) * (greatestMeanAfter(one, z) - best), -8, 8, 800);
      assertThat(values[0][c]).isCloseTo(expected, within(1e-5));
    }
  }

  /** The greatest mean at the highest fidelity after an observation z deviations off its mean. */
  private static double greatestMeanAfter(Points one, double z) {
    Moments here = Example.BELIEF.at(one);
    double spread = Math.sqrt(here.variance().get(0) + Example.LOW_NOISE);
    double y = here.mean().get(0) + z * spread;
    Moments after = Example.BELIEF.plus(one, y, Example.LOW_NOISE).at(Example.at(1));
    return Arrays.stream(after.mean().toArray()).max().orElseThrow();
  }

  /** By the trapezoidal rule. */
  private static double integral(DoubleUnaryOperator f, double from, double to, int steps) {
    double width = (to - from) / steps;
    double sum = 0.5 * (f.applyAsDouble(from) + f.applyAsDouble(to));
    for (int i = 1; i < steps; i++) {
      sum += f.applyAsDouble(from + i * width);
    }
    return sum * width;
  }

  @Test
  void informationIsTheLogarithmOfWhatAGreatestValueLeavesOfTheVariance() {
    FidelityPool pool = Example.pool();
    double[][] values = new FidelityRule.MaximumEntropy(ALL, 1).values(pool);
    double greatest = GreatestValue.quantile(pool, 0.5);
    for (int c = 0; c < ALL; c++) {
      Pair high = new Pair(c, 1);
      double[][] covariance =
          Example.BELIEF.covariance(Example.at(0).select(c).plus(Example.at(1).select(c)));
      double slope = covariance[0][1] / covariance[1][1];
      double gamma = (greatest - pool.mean(high)) / pool.deviation(high);
      double left = covariance[1][1] * truncatedVariance(gamma);
      double spread = covariance[0][0] + Example.LOW_NOISE;
      double after = spread - slope * slope * (covariance[1][1] - left);
      assertThat(values[0][c]).isCloseTo(-0.5 * StrictMath.log(after / spread), within(1e-5));
    }
  }

  /** Variance of a standard normal below {@code limit}, by quadrature. */
  private static double truncatedVariance(double limit) {
    double mass = integral(Normal::density, -10, limit, 4000);
    double mean = integral(z -> z * Normal.density(z), -10, limit, 4000) / mass;
    return integral(z -> (z - mean) * (z - mean) * Normal.density(z), -10, limit, 4000) / mass;
  }

  @Test
  void theGreatestValueHasTheDistributionOfTheProduct() {
    FidelityPool pool = Example.pool();
    for (double p : new double[] {1e-3, 0.25, 0.9}) {
      double quantile = GreatestValue.quantile(pool, p);
      double product = 1;
      for (int c = 0; c < ALL; c++) {
        Pair pair = new Pair(c, 1);
        product *= Normal.cumulative((quantile - pool.mean(pair)) / pool.deviation(pair));
      }
      assertThat(product).isCloseTo(p, within(1e-10));
    }
  }

  static Stream<FidelityRule> screening() {
    return Stream.of(
        new FidelityRule.AugmentedImprovement(3),
        new FidelityRule.KnowledgePerCost(3, ALL),
        new FidelityRule.MaximumEntropy(3, 4));
  }

  @ParameterizedTest
  @MethodSource("screening")
  void onlyTheScreenedCandidatesAreLookedAt(FidelityRule rule) {
    double[][] values = rule.values(Example.pool());
    for (double[] row : values) {
      assertThat(Arrays.stream(row).filter(value -> value > Double.NEGATIVE_INFINITY)).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("screening")
  void nothingIsPromisedByAMeasurementThatIsFreeOfInformation(FidelityRule rule) {
    double loud = 1e12;
    FidelityPool pool =
        FidelityPool.of(
            Example.CANDIDATES,
            Example.BELIEF,
            new FidelityPool.Levels(Example.FIDELITIES, Series.of(loud, Example.HIGH_NOISE)),
            Example.MEASURED,
            Set.of());
    double[][] values = rule.values(pool);
    double best = Arrays.stream(values[1]).max().orElseThrow();
    assertThat(Arrays.stream(values[0]).max().orElseThrow()).isLessThan(1e-4 * best);
  }
}
