package dev.cantilever.numerics.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.acquisition.Pointwise.ExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.LogExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.MaximumUncertainty;
import dev.cantilever.numerics.acquisition.Pointwise.ProbabilityOfImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.UpperConfidenceBound;
import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.special.Normal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointwiseTest {

  static Stream<JsonNode> pointwise() {
    JsonNode cases = Reference.read("acquisition.json").at("/cases/pointwise");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void valuesAreThoseOfTheReference(JsonNode one) {
    assertValue(new ExpectedImprovement(0), one, "ei", 1e-9);
    assertValue(new ExpectedImprovement(0.01), one, "ei_xi_0_01", 1e-9);
    assertValue(new ProbabilityOfImprovement(0), one, "pi", 1e-9);
    assertValue(new ProbabilityOfImprovement(0.01), one, "pi_xi_0_01", 1e-9);
    assertValue(new UpperConfidenceBound(4), one, "ucb_beta_4", 1e-9);
    assertValue(new UpperConfidenceBound(0.25), one, "ucb_beta_0_25", 1e-9);
    double expected = one.at("/expected/log_ei").doubleValue();
    assertThat(value(new LogExpectedImprovement(0), one))
        .isCloseTo(expected, Percentage.withPercentage(1e-6));
  }

  private static void assertValue(Pointwise function, JsonNode one, String key, double tolerance) {
    JsonNode expected = one.at("/expected/" + key);
    assertThat(expected.isNumber()).as(key).isTrue();
    assertThat(value(function, one)).isCloseTo(expected.doubleValue(), within(tolerance));
  }

  private static double value(Pointwise function, JsonNode one) {
    return function.value(
        one.get("mean").doubleValue(),
        one.get("sigma").doubleValue(),
        one.get("best").doubleValue());
  }

  @Test
  void uncertaintyRanksByDeviationAlone() {
    assertThat(new MaximumUncertainty().value(-5, 0.3, 2)).isEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-3, Double.NaN, Double.POSITIVE_INFINITY})
  void parametersBelowZeroOrNotNumbersAreRefused(double value) {
    assertThatThrownBy(() -> new UpperConfidenceBound(value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExpectedImprovement(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void logarithmStaysFiniteAndRankedWhereImprovementUnderflows() {
    double before = Improvement.log(-1);
    for (double z = -2; z > -1e12; z *= 1.7) {
      double here = Improvement.log(z);
      assertThat(here).isFinite().isLessThan(before);
      before = here;
    }
  }

  /** Values of erfc to 17 digits: computed with scipy 1.17. */
  @Test
  void complementaryErrorFunctionIsAccurateOverItsRange() {
    assertThat(Normal.erfc(0.5)).isCloseTo(0.4795001221869535, Percentage.withPercentage(1e-12));
    assertThat(Normal.erfc(1.999))
        .isCloseTo(0.0046984433486294865, Percentage.withPercentage(1e-11));
    assertThat(Normal.erfc(3)).isCloseTo(2.209049699858544e-5, Percentage.withPercentage(1e-11));
    assertThat(Normal.erfc(10)).isCloseTo(2.088487583762545e-45, Percentage.withPercentage(1e-11));
    assertThat(Normal.erfc(-1)).isCloseTo(1.8427007929497148, Percentage.withPercentage(1e-13));
  }
}
