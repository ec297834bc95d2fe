package dev.cantilever.numerics.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorTest {

  static Stream<Prior> priors() {
    return Stream.of(
        new Prior.Normal(-1.5, 0.3),
        new Prior.LogNormal(0.5, 1.2),
        new Prior.Gamma(3, 6),
        new Prior.Gamma(0.7, 2),
        new Prior.Gamma(250, 0.01),
        new Prior.HalfNormal(0.25),
        new Prior.Uniform(-2, 5));
  }

  private static Prior prior(String kind, double first, double second) {
    return switch (kind) {
      case "normal" -> new Prior.Normal(first, second);
      case "log_normal" -> new Prior.LogNormal(first, second);
      case "gamma" -> new Prior.Gamma(first, second);
      case "half_normal" -> new Prior.HalfNormal(first);
      case "uniform" -> new Prior.Uniform(first, second);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /**
   * {@code ppf(u)} and {@code logpdf} there: computed with scipy.stats 1.17.1; the half-normal at
   * 1e-12 with mpmath, because scipy forgets the digits of a small u.
   */
  @ParameterizedTest
  @CsvSource({
    "normal, -1.5, 0.3, 1e-12, -3.610345147590339, -24.456947073090355",
    "normal, -1.5, 0.3, 0.3, -1.6573201538124123, 0.1475363222570354",
    "normal, -1.5, 0.3, 0.9, -1.11553453033662, -0.5361529364536444",
    "normal, -1.5, 0.3, 0.9999999999990905, 0.6143100769993226, -24.550005182772523",
    "log_normal, 0.5, 1.2, 1e-12, 0.00035571504239033315, -17.901860843848887",
    "log_normal, 0.5, 1.2, 0.3, 0.8787273466509363, -1.1094774236132061",
    "log_normal, 0.5, 1.2, 0.9999999999990905, 7763.901892451796, -34.893539851889706",
    "gamma, 3, 6, 1e-12, 3.02867191043957e-05, -16.127653003035647",
    "gamma, 3, 6, 0.001, 0.031755562928067194, -2.407776867760482",
    "gamma, 3, 6, 0.3, 0.31896263235451033, 0.4829927869707058",
    "gamma, 3, 6, 0.9, 0.8870533896390351, -0.8798893251773046",
    "gamma, 3, 6, 0.9999999999990905, 5.692161166819886, -25.992655784900588",
    "gamma, 0.05, 2, 1e-12, 2.9223160286434028e-241, 523.2238775596934",
    "gamma, 0.05, 2, 0.3, 1.0189485943663366e-11, 21.10995963920512",
    "gamma, 0.05, 2, 0.9, 0.038158556954594525, 0.09216603040081972",
    "gamma, 0.05, 2, 0.9999999999990905, 10.894354640258667, -26.991763618087987",
    "gamma, 250, 0.01, 1e-12, 15437.194645575508, -32.69902065614635",
    "gamma, 250, 0.01, 0.3, 24147.309714489376, -8.399279296435926",
    "gamma, 250, 0.01, 0.9999999999990905, 37814.904529074105, -33.391170363624745",
    "half_normal, 0.25, 0, 1e-12, 3.1332853432887506e-13, 1.160503008475163",
    "half_normal, 0.25, 0, 0.001, 0.00031332861635810413, 1.1605022230765885",
    "half_normal, 0.25, 0, 0.3, 0.09633011660189193, 1.0862670775588903",
    "half_normal, 0.25, 0, 0.9999999999990905, 1.7858880085880473, -24.35466482527349",
    "uniform, -2, 5, 1e-12, -1.999999999993, -1.9459101490553132",
    "uniform, -2, 5, 0.9, 4.3, -1.9459101490553132",
  })
  void quantilesAndDensitiesAreThoseOfScipy(
      String kind, double first, double second, double u, double quantile, double logDensity) {
    Prior prior = prior(kind, first, second);
    assertThat(prior.quantile(u)).isCloseTo(quantile, within(1e-11 * Math.abs(quantile)));
    assertThat(prior.logDensity(quantile))
        .isCloseTo(logDensity, within(2e-12 * Math.max(1, Math.abs(logDensity))));
  }

  @ParameterizedTest
  @MethodSource("priors")
  void slopeIsTheDerivativeOfTheLogDensity(Prior prior) {
    for (double u = 0.01; u < 1; u += 0.07) {
      double value = prior.quantile(u);
      double h = 1e-5 * Math.abs(value);
      double difference = prior.logDensity(value + h) - prior.logDensity(value - h);
      assertThat(prior.slope(value) * value).isCloseTo(difference / (2 * h) * value, within(2e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("priors")
  void unconstrainedSlopeIsTheDerivativeOfTheUnconstrainedLogDensity(Prior prior) {
    for (double u = 0.01; u < 1; u += 0.07) {
      double theta = prior.support().theta(prior.quantile(u));
      double difference =
          prior.unconstrainedLogDensity(theta + 1e-5) - prior.unconstrainedLogDensity(theta - 1e-5);
      assertThat(prior.unconstrainedSlope(theta)).isCloseTo(difference / 2e-5, within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("priors")
  void unconstrainedDensityHasTheProbabilitiesThatTheQuantilesPromise(Prior prior) {
    double begin = prior.support().theta(prior.quantile(1e-13));
    for (double u : new double[] {0.1, 0.5, 0.95}) {
      double end = prior.support().theta(prior.quantile(u));
      assertThat(simpson(prior, begin, end)).isCloseTo(u, within(1e-9));
    }
  }

  private static double simpson(Prior prior, double begin, double end) {
    int panels = 4_000;
    double h = (end - begin) / panels;
    double sum = 0;
    for (int i = 0; i <= panels; i++) {
      double weight = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * StrictMath.exp(prior.unconstrainedLogDensity(begin + i * h));
    }
    return sum * h / 3;
  }

  @ParameterizedTest
  @MethodSource("priors")
  void drawsLieBelowEachQuantileAsOftenAsPromised(Prior prior) {
    RandomStream stream = RandomStream.of(3, "draws");
    double third = prior.quantile(1 / 3.0);
    int below = 0;
    for (int i = 0; i < 3_000; i++) {
      below += prior.draw(stream) < third ? 1 : 0;
    }
    // 1000 expected, four standard deviations of 26
    assertThat(below).isBetween(896, 1_104);
  }

  @Test
  void drawsOfAnAlmostDegenerateGammaStillHaveAFiniteCoordinate() {
    Prior prior = new Prior.Gamma(1e-3, 1);
    RandomStream stream = RandomStream.of(1, "small");
    for (int i = 0; i < 200; i++) {
      assertThat(prior.support().theta(prior.draw(stream))).isFinite();
    }
  }

  @Test
  void gammaQuantilesRiseForEveryShape() {
    for (double shape = 1e-3; shape <= 1e6; shape *= 10) {
      Prior prior = new Prior.Gamma(shape, 1);
      double before = -1;
      for (double u = 0.004; u < 1; u += 0.083) {
        double here = prior.quantile(u);
        assertThat(here).isGreaterThanOrEqualTo(before);
        before = here;
      }
      // Choi, Proc. Am. Math. Soc. 121 (1994) 245, doi:10.1090/S0002-9939-1994-1195477-8
      if (shape > 1) {
        double median = shape - 1 / 3.0 + 8 / (405 * shape);
        assertThat(prior.quantile(0.5))
            .isCloseTo(median, within(0.01 / (shape * shape) + 1e-11 * shape));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("priors")
  void outsideOfTheSupportTheDensityVanishesAndNothingIsNotANumber(Prior prior) {
    List<Double> outside =
        prior.support().contains(-1e9)
            ? List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
            : List.of(Double.NaN, Double.POSITIVE_INFINITY, -1e9);
    for (double value : outside) {
      assertThat(prior.logDensity(value)).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThat(prior.slope(value)).isZero();
    }
    for (double theta : new double[] {-1e4, -800, -30, 0, 30, 800, 1e4}) {
      assertThat(prior.unconstrainedLogDensity(theta)).isNotNaN();
      assertThat(prior.unconstrainedSlope(theta)).isNotNaN();
    }
  }

  @Test
  void quantilesAtTheEndsAreTheEndsOfTheSupport() {
    assertThat(new Prior.Normal(1, 2).quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Prior.LogNormal(1, 2).quantile(0)).isZero();
    assertThat(new Prior.Gamma(1, 2).quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new Prior.HalfNormal(2).quantile(0)).isZero();
    assertThat(new Prior.Uniform(1, 2).quantile(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.000001, Double.NaN})
  void quantilesAreRefusedWhereUIsNoProbability(double u) {
    priors()
        .forEach(
            prior ->
                assertThatThrownBy(() -> prior.quantile(u))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[0, 1]"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void scalesThatAreNotPositiveAreRefused(double scale) {
    assertRefused(() -> new Prior.Normal(0, scale));
    assertRefused(() -> new Prior.LogNormal(0, scale));
    assertRefused(() -> new Prior.Gamma(scale, 1));
    assertRefused(() -> new Prior.Gamma(1, scale));
    assertRefused(() -> new Prior.HalfNormal(scale));
    assertRefused(() -> new Prior.Uniform(scale, scale));
  }

  private static void assertRefused(Runnable construction) {
    assertThatThrownBy(construction::run).isInstanceOf(IllegalArgumentException.class);
  }
}
