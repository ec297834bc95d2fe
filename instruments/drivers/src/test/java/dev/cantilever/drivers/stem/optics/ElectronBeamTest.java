package dev.cantilever.drivers.stem.optics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectronBeamTest {

  /** λ = h/p, β² and σ = 2πγmeλ/h² from the constants of scipy.constants (CODATA 2018). */
  @ParameterizedTest
  @CsvSource({
    "60e3, 4.866060, 0.1991164, 11.356905",
    "80e3, 4.175716, 0.2524046, 10.087066",
    "200e3, 2.507934, 0.4834622, 7.288401",
    "300e3, 1.968749, 0.6029918, 6.526161"
  })
  void hasTheConstantsOfTheExactFormulae(
      double volts, double picometres, double speedSquared, double radiansPerVoltMicrometre) {
    ElectronBeam beam = new ElectronBeam(volts);
    assertThat(beam.wavelengthMetres() * 1e12).isCloseTo(picometres, within(2e-5 * picometres));
    assertThat(beam.speedSquared()).isCloseTo(speedSquared, within(1e-7));
    assertThat(beam.interactionRadiansPerVoltMetre() * 1e-6)
        .isCloseTo(radiansPerVoltMicrometre, within(2e-5 * radiansPerVoltMicrometre));
  }

  @Test
  void carriesAsManyElectronsAsItsCurrentSays() {
    assertThat(ElectronBeam.electrons(50e-12, 1e-6)).isCloseTo(312.08, within(0.01));
  }

  @Test
  void refusesWhatNoMicroscopeDoes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ElectronBeam(100));
    assertThatIllegalArgumentException().isThrownBy(() -> new ElectronBeam(Double.NaN));
  }
}
