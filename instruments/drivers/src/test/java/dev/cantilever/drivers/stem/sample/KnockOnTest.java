package dev.cantilever.drivers.stem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnockOnTest {

  /**
   * The differential cross-section of McKinley and Feshbach, integrated by scipy.integrate.quad.
   */
  @ParameterizedTest
  @CsvSource({
    "S, 200e3, 16.36767, 142.5095",
    "S, 300e3, 26.56063, 153.4562",
    "C, 200e3, 43.68891, 13.23468",
    "C, 100e3, 20.05686, 0"
  })
  void agreesWithTheIntegratedCrossSection(
      Element element, double volts, double transfer, double barn) {
    ElectronBeam beam = new ElectronBeam(volts);
    assertThat(KnockOn.largestTransferElectronVolts(element, beam))
        .isCloseTo(transfer, within(1e-4));
    assertThat(KnockOn.elasticBarn(element, beam)).isCloseTo(barn, within(1e-4 * barn + 1e-9));
  }

  @ParameterizedTest
  @CsvSource({"50e3, 0", "60e3, 0.5", "80e3, 2", "100e3, 10", "200e3, 142.5"})
  void letsSulphurGoBelowItsElasticThreshold(double volts, double barn) {
    double squareMetres = KnockOn.squareMetres(Element.S, new ElectronBeam(volts));
    assertThat(squareMetres / KnockOn.BARN).isCloseTo(barn, within(1e-3 * barn + 1e-9));
  }

  @Test
  void risesWithTheEnergyOfTheBeam() {
    double before = 0;
    for (double volts = 50e3; volts < 300e3; volts += 5e3) {
      double now = KnockOn.squareMetres(Element.S, new ElectronBeam(volts));
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }
}
