package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.vocabulary.reading.Series;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaussianProcessTest {

  private static final double TOLERANCE = 1e-8;

  static Stream<JsonNode> cases() {
    return Reference.cases("gp_exact.json");
  }

  private static GaussianProcess process(JsonNode one) {
    return GaussianProcess.given(
        Reference.kernel(one),
        one.get("mean_constant").doubleValue(),
        Reference.points(one.get("X")),
        Reference.numbers(one.get("y")),
        Reference.numbers(one.get("noise_variance")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void likelihoodAndItsGradientAreThoseOfTheReference(JsonNode one) {
    GaussianProcess process = process(one);
    JsonNode expected = one.get("expected");
    assertThat(process.logMarginalLikelihood())
        .isCloseTo(expected.get("log_marginal_likelihood").doubleValue(), within(TOLERANCE));
    assertThat(process.alpha())
        .containsExactly(Reference.numbers(expected.get("alpha")), within(1e-7));
    LikelihoodGradient gradient = process.likelihoodGradient();
    JsonNode slopes = expected.get("gradients");
    assertRelative(gradient.kernel().get(0), slopes.get("dlml_dlog_outputscale").doubleValue());
    double[] lengthscales = Reference.numbers(slopes.get("dlml_dlog_lengthscale"));
    double[] periods = Reference.numbers(slopes.path("dlml_dlog_period"));
    for (int j = 0; j < lengthscales.length; j++) {
      assertRelative(gradient.kernel().get(1 + j), lengthscales[j]);
    }
    for (int j = 0; j < periods.length; j++) {
      assertRelative(gradient.kernel().get(1 + lengthscales.length + j), periods[j]);
    }
    assertRelative(gradient.logNoise(), slopes.get("dlml_dlog_noise_scale").doubleValue());
    assertRelative(gradient.mean(), slopes.get("dlml_dmean").doubleValue());
  }

  private static void assertRelative(double found, double expected) {
    assertThat(found).isCloseTo(expected, Percentage.withPercentage(1e-6));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void posteriorIsThatOfTheReference(JsonNode one) {
    GaussianProcess process = process(one);
    Points at = Reference.points(one.get("Xstar"));
    JsonNode expected = one.get("expected");
    assertMoments(
        process.over(at), expected.get("posterior_mean"), expected.get("posterior_var_noiseless"));
    double[][] covariance = Reference.matrix(expected.get("posterior_cov_noiseless"));
    for (int i = 0; i < covariance.length; i++) {
      assertThat(process.covariance(at)[i]).containsExactly(covariance[i], within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneMoreObservationGivesTheReferenceByBothWays(JsonNode one) {
    GaussianProcess process = process(one);
    Points at = Reference.points(one.get("Xstar"));
    JsonNode fantasy = one.at("/expected/fantasy");
    double y = fantasy.get("y").doubleValue();
    double noise = fantasy.get("noise_variance").doubleValue();
    Points added = Points.of(Reference.numbers(fantasy.get("x")));
    GaussianProcess larger = process.plus(added, y, noise);
    assertThat(larger.logMarginalLikelihood())
        .isCloseTo(fantasy.get("log_marginal_likelihood").doubleValue(), within(TOLERANCE));
    assertMoments(
        larger.over(at), fantasy.get("posterior_mean"), fantasy.get("posterior_var_noiseless"));
    assertMoments(
        process.over(at.plus(added)).given(at.size(), y, noise),
        fantasy.get("posterior_mean"),
        fantasy.get("posterior_var_noiseless"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavingOneOutGivesTheReference(JsonNode one) {
    LeaveOneOut left = process(one).leaveOneOut();
    JsonNode expected = one.get("expected");
    assertThat(left.mean().toArray())
        .containsExactly(Reference.numbers(expected.get("loo_mean")), within(TOLERANCE));
    assertThat(left.variance().toArray())
        .containsExactly(Reference.numbers(expected.get("loo_var")), within(TOLERANCE));
    assertThat(left.meanLogDensity() * left.mean().size())
        .isCloseTo(expected.get("loo_log_predictive_sum").doubleValue(), within(1e-7));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyWayToAskForMomentsGivesTheSame(JsonNode one) {
    GaussianProcess process = process(one);
    Points at = Reference.points(one.get("Xstar"));
    PoolPosterior kept = process.over(at).given(0, 0.3, 0.1);
    PoolPosterior wide = WidePool.of(process, at).given(0, 0.3, 0.1);
    Moments moments = process.plus(at.select(0), 0.3, 0.1).at(at);
    for (int i = 0; i < at.size(); i++) {
      assertThat(wide.mean(i)).isCloseTo(kept.mean(i), within(TOLERANCE));
      assertThat(wide.variance(i)).isCloseTo(kept.variance(i), within(TOLERANCE));
      assertThat(moments.mean().get(i)).isCloseTo(kept.mean(i), within(TOLERANCE));
      assertThat(moments.variance().get(i)).isCloseTo(kept.variance(i), within(TOLERANCE));
      assertThat(wide.covarianceWith(1)).containsExactly(kept.covarianceWith(1), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void slopesOfTheMomentsAreTheirDifferences(JsonNode one) {
    GaussianProcess process = process(one);
    double step = 1e-6;
    for (int i = 0; i < 2; i++) {
      double[] place = Reference.points(one.get("Xstar")).row(i);
      MomentSlopes slopes = process.slopes(Points.of(place));
      for (int k = 0; k < place.length; k++) {
        double[] above = place.clone();
        double[] below = place.clone();
        above[k] += step;
        below[k] -= step;
        Moments around = process.at(Points.of(above, below));
        double mean = (around.mean().get(0) - around.mean().get(1)) / (2 * step);
        double variance = (around.variance().get(0) - around.variance().get(1)) / (2 * step);
        assertThat(slopes.meanSlopes().get(k)).isCloseTo(mean, within(1e-5));
        assertThat(slopes.varianceSlopes().get(k)).isCloseTo(variance, within(1e-5));
      }
    }
  }

  private static void assertMoments(PoolPosterior found, JsonNode mean, JsonNode variance) {
    for (int i = 0; i < mean.size(); i++) {
      assertThat(found.mean(i)).isCloseTo(mean.get(i).doubleValue(), within(TOLERANCE));
      assertThat(found.variance(i)).isCloseTo(variance.get(i).doubleValue(), within(TOLERANCE));
    }
  }

  @Test
  void nearlyEqualInputsWithoutNoiseNeedJitterAndSaySo() {
    Kernel kernel = new Stationary(KernelFamily.RBF, 1, Series.of(1));
    GaussianProcess process =
        GaussianProcess.given(
            kernel, 0, Points.of(row(0), row(1e-12), row(0.5)), row(1, 1, 0), row(0, 0, 0));
    assertThat(process.jitter()).isBetween(1e-8, 1e-4);
  }

  @Test
  void whatCannotBeFactoredNamesTheClosestInputs() {
    Kernel kernel = new Stationary(KernelFamily.RBF, 1, Series.of(1));
    assertThatThrownBy(
            () ->
                GaussianProcess.given(
                    kernel,
                    0,
                    Points.of(row(0), row(0.7), row(0.6)),
                    row(0, 0, 0),
                    row(-1.5, 0, 0)))
        .isInstanceOf(NotPositiveDefinite.class)
        .hasMessageContaining("closest inputs are 1 and 2");
  }

  private static double[] row(double... values) {
    return values;
  }
}
