package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallCreepTest {

  private static final double E0 = 7e7;
  private static final WallCreep TENSE = WallCreep.defaults();
  private static final WallCreep SLACK = TENSE.withoutTension();

  /**
   * Radii in nm from dr/dt = v∞ exp(−E0/E), integrated over ln t by scipy's LSODA to 1e-10, without
   * and with a wall tension of 0.1 J/m² at 0.7 C/m².
   */
  @ParameterizedTest
  @CsvSource({
    "5, 1e-4, 18.7605, 18.4538",
    "5, 1e-3, 58.0297, 56.1972",
    "5, 1e-2, 106.0449, 101.9839",
    "5, 0.1, 155.2487, 148.8510",
    "5, 1, 204.5761, 195.8300",
    "8, 1e-3, 78.0778, 76.6575"
  })
  void growsAsTheIntegratedLaw(double volts, double seconds, double slackNm, double tenseNm) {
    assertThat(SLACK.radius(volts, seconds, 0, E0) * 1e9).isCloseTo(slackNm, within(1e-3));
    assertThat(TENSE.radius(volts, seconds, 0, E0) * 1e9).isCloseTo(tenseNm, within(1e-3));
  }

  @Test
  void hasACreepRadiusLinearInTheBias() {
    assertThat(SLACK.creepRadius(5, E0) * 1e9).isCloseTo(21.4286, within(1e-3));
    assertThat(SLACK.creepRadius(10, E0)).isCloseTo(2 * SLACK.creepRadius(5, E0), within(1e-20));
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "8, 1", "3, 0.7", "5, 0.5"})
  void knowsWhenARadiusIsReached(double volts, double exponent) {
    WallCreep creep = new WallCreep(3e-4, E0, exponent, 15e-9, 50e-9, TENSE.tensionVolts());
    double seconds = creep.secondsTo(volts, 7e-9, E0);
    assertThat(creep.radiusUpTo(50e-9, volts, seconds, E0)).isCloseTo(7e-9, within(1e-15));
    assertThat(creep.radiusUpTo(6e-9, volts, seconds, E0)).isEqualTo(6e-9);
    if (exponent == 1) {
      assertThat(creep.radius(volts, seconds, 0, E0)).isCloseTo(7e-9, within(1e-18));
    }
  }

  /** scipy's LSODA for dr/dt = v∞ exp(−(E0/E)^μ), no tension: 77.246 nm and 68.031 nm at 1 ms. */
  @ParameterizedTest
  @CsvSource({"0.5, 77.2463e-9", "0.7, 68.0312e-9"})
  void integratesOtherExponents(double exponent, double radius) {
    WallCreep creep = new WallCreep(3e-4, E0, exponent, 15e-9, 50e-9, 0);
    assertThat(creep.secondsTo(5, radius, E0)).isCloseTo(1e-3, within(5e-6));
  }

  @Test
  void hasNoClosedFormForOtherExponents() {
    WallCreep creep = new WallCreep(3e-4, E0, 0.7, 15e-9, 50e-9, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> creep.radius(5, 1, 0, E0));
  }

  /** 0.889 s at 2.5 V, 2.20 ms at 4 V, 14.8 µs at 8 V: 1e-7 s times e^16, e^10 and e^5. */
  @ParameterizedTest
  @CsvSource({"2.5, 0.8886110520507872", "4, 2.2026465794806717e-3", "-8, 1.4841315910257659e-5"})
  void nucleatesAfterTheTimeOfMerzLaw(double volts, double seconds) {
    assertThat(Nucleation.defaults().seconds(volts)).isCloseTo(seconds, within(1e-14));
  }
}
