package dev.cantilever.numerics.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupportTest {

  static Stream<Support> supports() {
    return Stream.of(new Support.Real(), new Support.Positive(), new Support.Interval(-2, 5));
  }

  @ParameterizedTest
  @MethodSource("supports")
  void coordinateUndoesValue(Support support) {
    for (double theta = -12; theta <= 12; theta += 0.37) {
      double back = support.theta(support.value(theta));
      assertThat(back).isCloseTo(theta, within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("supports")
  void slopesAreDerivatives(Support support) {
    double h = 1e-5;
    for (double theta = -6; theta <= 6; theta += 0.37) {
      double value = (support.value(theta + h) - support.value(theta - h)) / (2 * h);
      assertThat(support.valueSlope(theta)).isCloseTo(value, within(1e-7 * (1 + value)));
      assertThat(support.logJacobian(theta))
          .isCloseTo(StrictMath.log(support.valueSlope(theta)), within(1e-12));
      double jacobian = (support.logJacobian(theta + h) - support.logJacobian(theta - h)) / (2 * h);
      assertThat(support.logJacobianSlope(theta)).isCloseTo(jacobian, within(1e-7));
    }
  }

  @Test
  void logisticKeepsItsDigitsInTheTails() {
    Support unit = new Support.Interval(0, 1);
    assertThat(unit.value(-700)).isCloseTo(StrictMath.exp(-700), within(1e-316));
    assertThat(unit.logJacobian(-700)).isEqualTo(-700);
    assertThat(unit.logJacobian(1e5)).isEqualTo(-1e5);
    assertThat(unit.logJacobianSlope(1e5)).isEqualTo(-1);
    assertThat(new Support.Interval(-1, 0).value(700)).isEqualTo(-unit.value(-700));
  }

  @ParameterizedTest
  @MethodSource("supports")
  void everyCoordinateGivesAValueThatIsNotOutside(Support support) {
    for (double theta : new double[] {-1e300, -750, -40, 40, 700, 1e300}) {
      double value = support.value(theta);
      assertThat(support.theta(support.inside(value))).isFinite();
    }
  }

  @Test
  void coordinatesOfValuesOutsideAreRefused() {
    assertThatThrownBy(() -> new Support.Positive().theta(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0 is not strictly inside");
    assertThatThrownBy(() -> new Support.Interval(1, 2).theta(2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Support.Real().theta(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void intervalsWithoutInsideAreRefused() {
    assertThatThrownBy(() -> new Support.Interval(1, Math.nextUp(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Support.Interval(-1e308, 1e308))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Support.Interval(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[3.0, 2.0]");
  }
}
