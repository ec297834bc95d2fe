package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logarithm where the improvement itself is too small for a number. */
class LogExpectedHypervolumeImprovementTest {

  /** Sums over the cells that no point dominates, from mpmath with 1500 digits. */
  @ParameterizedTest
  @CsvSource({
    "-1, -1, 0.125, 0.125, -137.6211056644856",
    "0.25, 0.25, 0.0078125, 0.015625, -529.0900347763404",
    "0.5, -2, 0.0625, 0.0625, -562.52087178258858",
    "0.5, 0.5, 0.25, 0.25, -3.4559638172261595"
  })
  void keepsItsDigitsFarFromTheFront(
      double mean1, double mean2, double deviation1, double deviation2, double expected) {
    Front front = Front.of(new double[][] {{0.25, 1}, {0.5, 0.75}, {1, 0.25}});
    var improvement = ExpectedHypervolumeImprovement.over(front, ReferencePoint.of(0, 0));
    assertThat(
            improvement
                .logarithms(
                    new double[][] {{mean1, mean2}}, new double[][] {{deviation1, deviation2}})[0])
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  /** Sums over the cells that no point dominates, from mpmath with 1500 digits. */
  @Test
  void keepsItsDigitsInThreeObjectives() {
    double[][] points = {{0.25, 1, 0.5}, {0.5, 0.75, 0.25}, {1, 0.25, 0.5}, {0.5, 0.5, 1}};
    var improvement =
        ExpectedHypervolumeImprovement.over(Front.of(points), ReferencePoint.of(0, 0, 0));
    double[][] means = {{-1, -1, -1}, {0.25, 0.25, 0.25}, {0.5, 0.5, 0.5}};
    double[][] deviations = {
      {0.125, 0.125, 0.125}, {0.0078125, 0.015625, 0.03125}, {0.25, 0.125, 0.25}
    };
    double[] expected = {-176.822911457568, -148.790204798663, -3.95547639016633};
    double[] logarithms = improvement.logarithms(means, deviations);
    for (int i = 0; i < 3; i++) {
      assertThat(logarithms[i]).isCloseTo(expected[i], within(1e-12 * -expected[i]));
    }
  }

  @Test
  void ranksCandidatesWhereTheImprovementItselfUnderflows() {
    Front front = Front.of(new double[][] {{0, 1}, {1, 0}});
    var improvement = ExpectedHypervolumeImprovement.over(front, ReferencePoint.of(-1, -1));
    double[][] means = {{-1e3, 0}, {-1e4, 0}, {-1e20, 0}};
    double[][] deviations = {{1, 1}, {1, 1}, {1, 1}};
    assertThat(improvement.values(means, deviations)).containsOnly(0);
    double[] logarithms = improvement.logarithms(means, deviations);
    assertThat(logarithms[0]).isGreaterThan(logarithms[1]);
    assertThat(logarithms[1]).isGreaterThan(logarithms[2]);
    assertThat(logarithms[2]).isFinite();
  }
}
