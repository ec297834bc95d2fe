package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KneePointTest {

  @Test
  void ofAQuarterCircleItIsTheMiddle() {
    KneePoint knee = KneePoint.of(Front.of(circle(1, 1)));
    assertThat(knee.point()).isEqualTo(50);
    assertThat(knee.distance()).isCloseTo(1 - Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void doesNotDependOnTheUnitsOfTheObjectives() {
    KneePoint knee = KneePoint.of(Front.of(circle(1e-9, 1e6)));
    assertThat(knee.point()).isEqualTo(50);
    assertThat(knee.distance()).isCloseTo(1 - Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void ofAFrontWithACornerItIsTheCorner() {
    assertThat(KneePoint.of(Front.of(new double[][] {{0, 10}, {8, 9}, {9, 5}, {10, 0}})).point())
        .isEqualTo(1);
  }

  /** Extremes (1, 0.4, 0), (0, 1, 0.4), (0.4, 0, 1): the plane y₁ + y₂ + y₃ = 1.4. */
  @Test
  void withThreeObjectivesItIsFarthestFromThePlaneThroughTheExtremes() {
    double[][] outcomes = {{1, 0.4, 0}, {0, 1, 0.4}, {0.4, 0, 1}, {0.5, 0.5, 0.5}, {0.7, 0.6, 0.6}};
    KneePoint knee = KneePoint.of(Front.of(outcomes));
    assertThat(knee.point()).isEqualTo(3);
    assertThat(knee.distance()).isCloseTo(0.5 / Math.sqrt(3), within(1e-15));
  }

  /** (1, 1, 0) is the extreme of two objectives, so that no plane passes through three extremes. */
  @Test
  void whereExtremesCoincideThePlaneOfUnitSumTakesOver() {
    double[][] outcomes = {{1, 1, 0}, {0, 0, 1}, {0.9, 0.9, 0.9}};
    KneePoint knee = KneePoint.of(Front.of(outcomes));
    assertThat(knee.point()).isEqualTo(2);
    assertThat(knee.distance()).isCloseTo(1.7 / Math.sqrt(3), within(1e-15));
  }

  @Test
  void ofAHollowFrontItIsTheFirstExtreme() {
    KneePoint knee = KneePoint.of(Front.of(new double[][] {{0.2, 0.2}, {0, 1}, {1, 0}}));
    assertThat(knee.point()).isEqualTo(1);
    assertThat(knee.distance()).isZero();
  }

  @Test
  void anObjectiveWithoutRangeIsLeftOut() {
    double[][] outcomes = {{0, 7, 1}, {0.8, 7, 0.8}, {1, 7, 0}};
    KneePoint knee = KneePoint.of(Front.of(outcomes));
    assertThat(knee.point()).isEqualTo(1);
    assertThat(knee.distance()).isCloseTo(0.6 / Math.sqrt(2), within(1e-15));
  }

  @Test
  void aLonePointIsItsOwnKnee() {
    assertThat(KneePoint.of(Front.of(new double[] {3, 4}))).isEqualTo(new KneePoint(0, 0));
  }

  @Test
  void refusesAnEmptyFront() {
    assertThatThrownBy(() -> KneePoint.of(Front.empty(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an empty front has no knee");
  }

  private static double[][] circle(double scaleX, double scaleY) {
    return Arrays.stream(AnalyticFronts.dtlz2(101))
        .map(p -> new double[] {-scaleX * p[0], -scaleY * p[1]})
        .toArray(double[][]::new);
  }
}
