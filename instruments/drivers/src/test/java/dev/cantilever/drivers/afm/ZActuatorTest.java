package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZActuatorTest {

  /** Step response of 8 kHz, Q 3, by scipy.linalg.expm; one step or many must agree. */
  @ParameterizedTest
  @CsvSource({"20e-6, 0.41722622879", "60e-6, 1.57933952236", "200e-6, 1.18021304549"})
  void answersAStepLikeAResonator(double seconds, double position) {
    for (int steps : new int[] {1, 7, 100}) {
      ZActuator actuator = new ZActuator(8e3, 3);
      actuator.pace(seconds / steps);
      for (int i = 0; i < steps; i++) {
        actuator.step(1);
      }
      assertThat(actuator.metres()).isCloseTo(position, within(1e-10));
    }
  }

  @Test
  void staysWhereItIsAtRest() {
    ZActuator actuator = new ZActuator(8e3, 3);
    actuator.pace(1e-5);
    actuator.rest(3e-7);
    actuator.step(3e-7);
    assertThat(actuator.metres()).isEqualTo(3e-7);
  }
}
