package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LeaveOneOut;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static Predictions reference() {
    JsonNode one = Reference.read("metrics_and_policies.json").at("/cases/calibration");
    return new Predictions(series(one, "y"), series(one, "mean"), series(one, "sigma"));
  }

  private static Series series(JsonNode node, String name) {
    return Series.of(Reference.numbers(node.get(name)));
  }

  @Test
  void figuresAreThoseOfTheReference() {
    JsonNode expected =
        Reference.read("metrics_and_policies.json").at("/cases/calibration/expected");
    Calibration found = Calibration.of(reference());
    double[][] pairs = {
      {found.rootMeanSquareError(), expected.get("rmse").doubleValue()},
      {found.meanAbsoluteError(), expected.get("mae").doubleValue()},
      {found.negativeLogDensity(), expected.get("nlpd").doubleValue()},
      {found.continuousRankedProbability(), expected.get("crps").doubleValue()},
      {found.coverage95(), expected.get("coverage95").doubleValue()},
      {
        found.meanStandardisedSquaredError(),
        expected.get("mean_standardised_sq_error").doubleValue()
      },
      {found.rankCorrelation().orElseThrow(), expected.get("spearman").doubleValue()}
    };
    for (double[] pair : pairs) {
      assertThat(pair[0]).isCloseTo(pair[1], within(1e-9));
    }
  }

  @Test
  void anotherUnitScalesWhatHasAUnitAndLeavesTheRest() {
    Predictions metres = reference();
    Calibration before = Calibration.of(metres);
    Calibration after =
        Calibration.of(
            new Predictions(
                times(metres.y(), 1000), times(metres.mean(), 1000), times(metres.sigma(), 1000)));
    assertThat(after.rootMeanSquareError())
        .isCloseTo(1000 * before.rootMeanSquareError(), within(1e-9));
    assertThat(after.meanAbsoluteError())
        .isCloseTo(1000 * before.meanAbsoluteError(), within(1e-9));
    assertThat(after.continuousRankedProbability())
        .isCloseTo(1000 * before.continuousRankedProbability(), within(1e-9));
    assertThat(after.negativeLogDensity())
        .isCloseTo(before.negativeLogDensity() + StrictMath.log(1000), within(1e-12));
    assertThat(after.meanStandardisedSquaredError())
        .isCloseTo(before.meanStandardisedSquaredError(), within(1e-12));
    assertThat(after.rankCorrelation()).isEqualTo(before.rankCorrelation());
  }

  private static Series times(Series values, double factor) {
    return Series.of(Arrays.stream(values.toArray()).map(value -> factor * value).toArray());
  }

  @Test
  void rankedProbabilityIsTheIntegralItStandsFor() {
    // ∫ (F(t) − 1[t ≥ y])² dt by the trapezoidal rule, on each side of y
    for (double y : new double[] {-3, -0.4, 0.7, 6}) {
      double integral =
          trapezoid(-12, y, t -> square(Normal.cumulative((t - 0.7) / 1.5)))
              + trapezoid(y, 14, t -> square(1 - Normal.cumulative((t - 0.7) / 1.5)));
      Predictions one = new Predictions(Series.of(y), Series.of(0.7), Series.of(1.5));
      assertThat(Calibration.of(one).continuousRankedProbability())
          .isCloseTo(integral, within(1e-6));
    }
  }

  private static double square(double value) {
    return value * value;
  }

  private static double trapezoid(double from, double to, DoubleUnaryOperator f) {
    int steps = 4_000;
    double sum = 0.5 * (f.applyAsDouble(from) + f.applyAsDouble(to));
    for (int i = 1; i < steps; i++) {
      sum += f.applyAsDouble(from + (to - from) * i / steps);
    }
    return sum * (to - from) / steps;
  }

  @Test
  void coverageOfATrueModelIsItsLevel() {
    int n = 4_000;
    RandomStream stream = RandomStream.of(3, "truth");
    double[] mean = IntStream.range(0, n).mapToDouble(i -> stream.nextNormal()).toArray();
    double[] sigma = IntStream.range(0, n).mapToDouble(i -> 0.1 + stream.nextDouble()).toArray();
    double[] y =
        IntStream.range(0, n).mapToDouble(i -> mean[i] + sigma[i] * stream.nextNormal()).toArray();
    Predictions right = new Predictions(Series.of(y), Series.of(mean), Series.of(sigma));
    for (double level : new double[] {0.1, 0.5, 0.8, 0.95, 0.99}) {
      double standardError = Math.sqrt(level * (1 - level) / n);
      assertThat(right.coverage(level)).isCloseTo(level, within(4 * standardError));
    }
    Histogram histogram = right.histogram();
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      double share = histogram.normalShares().get(bin);
      assertThat((double) histogram.counts().get(bin))
          .isCloseTo(n * share, within(4 * Math.sqrt(n * share) + 1));
    }
  }

  @Test
  void leavingOneOutIsPredictingEachFromTheOthers() {
    int n = 8;
    RandomStream stream = RandomStream.of(5, "inputs");
    double[][] x = new double[n][1];
    double[] y = new double[n];
    double[] noise = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = stream.nextDouble();
      y[i] = stream.nextNormal();
      noise[i] = 0.05;
    }
    Stationary kernel = new Stationary(KernelFamily.RBF, 1.3, Series.of(0.3));
    LeaveOneOut leftOut = GaussianProcess.given(kernel, 0.2, Points.of(x), y, noise).leaveOneOut();
    Predictions predictions = Predictions.of(Series.of(y), leftOut);
    for (int i = 0; i < n; i++) {
      int without = i;
      int[] rest = IntStream.range(0, n).filter(j -> j != without).toArray();
      PoolPosterior there =
          GaussianProcess.given(
                  kernel,
                  0.2,
                  Points.of(x).select(rest),
                  Arrays.stream(rest).mapToDouble(j -> y[j]).toArray(),
                  Arrays.copyOf(noise, n - 1))
              .over(Points.of(x[i]));
      assertThat(predictions.mean().get(i)).isCloseTo(there.mean(0), within(1e-9));
      assertThat(predictions.sigma().get(i))
          .isCloseTo(Math.sqrt(there.variance(0) + 0.05), within(1e-9));
    }
    assertThat(Calibration.of(predictions).negativeLogDensity())
        .isCloseTo(-leftOut.meanLogDensity(), within(1e-12));
  }

  @Test
  void equalValuesShareTheirAverageRank() {
    double[] a = {1, 2, 2, 3, 5, 5, 5, 0};
    double[] b = {2, 1, 4, 4, 4, 3, 7, -1};
    assertThat(Ranks.of(a)).containsExactly(2, 3.5, 3.5, 5, 7, 7, 7, 1);
    // scipy.stats.spearmanr
    assertThat(Ranks.correlation(a, b).orElseThrow()).isCloseTo(0.7295741778686101, within(1e-15));
    assertThat(Ranks.of(new double[] {0.0, -0.0, -1})).containsExactly(2.5, 2.5, 1);
  }

  @Test
  void rankCorrelationNeedsTwoDifferentValues() {
    Predictions flat = new Predictions(Series.of(1, 2), Series.of(3, 3), Series.of(1, 1));
    assertThat(Calibration.of(flat).rankCorrelation()).isEmpty();
  }

  @Test
  void residualsOnAnEdgeBelongToTheBinAbove() {
    Series residuals = Series.of(-4.5, -4, -0.5, -0.25, 0, 3.9, 4, 7);
    Predictions predictions =
        new Predictions(residuals, Series.of(new double[8]), Series.of(1, 1, 1, 1, 1, 1, 1, 1));
    Histogram histogram = predictions.histogram();
    assertThat(histogram.below()).isEqualTo(1);
    assertThat(histogram.above()).isEqualTo(2);
    assertThat(histogram.counts()).containsExactly(1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void impossibleInputIsRefusedByName() {
    Series one = Series.of(1);
    assertThatThrownBy(() -> new Predictions(Series.of(Double.NaN), one, one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("y[0] is NaN");
    assertThatThrownBy(() -> new Predictions(one, one, Series.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sigma[0] is 0.0; it must lie in [1.0E-50, 1.0E100]");
    assertThatThrownBy(() -> new Predictions(one, Series.of(1, 2), one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 predicted means; 1 expected, one per observation");
    assertThatThrownBy(() -> reference().coverage(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 1");
  }

  @Test
  void extremePredictionsGiveNumbers() {
    Predictions far = new Predictions(Series.of(1e100), Series.of(-1e100), Series.of(1e-50));
    Calibration found = Calibration.of(far);
    assertThat(found.negativeLogDensity()).isPositive().isFinite();
    assertThat(found.continuousRankedProbability()).isCloseTo(2e100, within(1e88));
  }
}
