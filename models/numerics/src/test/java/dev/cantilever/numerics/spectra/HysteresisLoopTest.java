package dev.cantilever.numerics.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HysteresisLoopTest {

  @Test
  void areaOfAnEllipseTendsToPiTimesItsHalfAxes() {
    int n = 4096;
    double[] bias = new double[n];
    double[] response = new double[n];
    for (int i = 0; i < n; i++) {
      bias[i] = 3 * StrictMath.cos(2 * Math.PI * i / n);
      response[i] = 0.5 * StrictMath.sin(2 * Math.PI * i / n);
    }
    assertThat(HysteresisLoop.area(bias, response)).isCloseTo(1.5 * Math.PI, within(1e-5));
  }

  @Test
  void directionAndOffsetDoNotMatter() {
    double[] bias = {0, 1, 1, 0};
    double[] response = {5, 5, 7, 7};
    double[] backwards = {7, 7, 5, 5};
    assertThat(HysteresisLoop.area(bias, response)).isEqualTo(2);
    assertThat(HysteresisLoop.area(bias, backwards)).isEqualTo(2);
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThatThrownBy(() -> HysteresisLoop.area(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
