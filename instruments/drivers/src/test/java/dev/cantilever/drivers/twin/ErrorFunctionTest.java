package dev.cantilever.drivers.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFunctionTest {

  /** Against scipy.special.erf 1.x. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1124629160182849",
    "0.5, 0.5204998778130465",
    "1, 0.8427007929497148",
    "2, 0.9953222650189527",
    "2.9, 0.9999589021219005",
    "3.1, 0.9999883513426328",
    "4, 0.9999999845827421",
    "5.5, 0.9999999999999927"
  })
  void agreesWithAnIndependentErrorFunction(double x, double expected) {
    assertThat(ErrorFunction.erf(x)).isCloseTo(expected, within(1e-15));
    assertThat(ErrorFunction.erf(-x)).isEqualTo(-ErrorFunction.erf(x));
  }

  /** Against scipy.stats.norm.cdf. */
  @ParameterizedTest
  @CsvSource({"-1.3, 0.09680048458561036", "0, 0.5", "2.2, 0.9860965524865014"})
  void agreesWithAnIndependentNormalDistribution(double z, double expected) {
    assertThat(ErrorFunction.normalBelow(z)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void endsAtOne() {
    assertThat(ErrorFunction.erf(40)).isEqualTo(1);
    assertThat(ErrorFunction.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(ErrorFunction.erf(0)).isZero();
  }
}
