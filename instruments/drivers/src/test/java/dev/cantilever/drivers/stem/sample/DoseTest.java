package dev.cantilever.drivers.stem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTest {

  private static final double PER_SQUARE_ANGSTROM = 1e20;
  private static final Region FIELD = Region.around(0, 0, 20e-9);
  private static final Region INSIDE = Region.around(0, 0, 18e-9);

  @Test
  void everyElectronIsCountedWhateverItsFootprint() {
    Specimen specimen = specimen(SpecimenResponse.typical(), Disorder.none());
    Variates variates = Variates.of(1, "places");
    Exposure exposure = specimen.exposureOf(FIELD, 1e-9);
    for (int i = 0; i < 2000; i++) {
      double x = variates.between(-10e-9, 10e-9);
      double y = variates.between(-10e-9, 10e-9);
      exposure.deposit(x, y, variates.between(1e-12, 2e-9), 10);
    }
    exposure.spread(1e-9);
    specimen.expose(exposure, new ElectronBeam(60e3));
    double side = specimen.dose().sideMetres();
    assertThat(specimen.dose().sum() * side * side).isCloseTo(20_000, within(1e-6));
    assertThat(specimen.electrons()).isCloseTo(20_000, within(1e-6));
  }

  /** 50 pA for 10 µs on a pixel of 10 pm: 3.1e5 electrons per square ångström. */
  @Test
  void aScanGivesItsCurrentTimesDwellPerPixelArea() {
    Specimen specimen = specimen(SpecimenResponse.none(), Disorder.none());
    Exposure exposure = specimen.exposureOf(Region.around(0, 0, 2e-9), 0);
    double electrons = ElectronBeam.electrons(50e-12, 10e-6);
    for (int i = 0; i < 200 * 200; i++) {
      int column = i % 200;
      int row = i / 200;
      double x = (column - 99.5) * 10e-12;
      double y = (row - 99.5) * 10e-12;
      exposure.deposit(x, y, 10e-12, electrons);
    }
    specimen.expose(exposure, new ElectronBeam(60e3));
    assertThat(specimen.dose().at(0.33e-9, -0.41e-9) / PER_SQUARE_ANGSTROM)
        .isCloseTo(3.12e5, within(0.01e5));
    assertThat(specimen.dose().at(1.5e-9, 0)).isZero();
  }

  /** Half of the atoms are lost at ln 2 / σ = 6.9e7 / σ[barn] electrons per square ångström. */
  @ParameterizedTest
  @CsvSource({"60e3, 0.5", "80e3, 2", "100e3, 10"})
  void halfOfTheSulphurIsGoneAtItsHalfLossDose(double volts, double barn) {
    Specimen specimen = specimen(new SpecimenResponse(1, 0, 0, 1e-9), Disorder.none());
    expose(specimen, volts, 6.93147e7 / barn * PER_SQUARE_ANGSTROM, 3);
    assertThat(leftOf(specimen, Element.S)).isCloseTo(0.5, within(0.015));
  }

  /** Under-coordinated molybdenum follows its sulphur, and more sulphur follows it: holes. */
  @Test
  void missingBondsHastenTheLoss() {
    Specimen alone = specimen(new SpecimenResponse(1, 0, 0, 1e-9), Disorder.none());
    Specimen bonded = specimen(new SpecimenResponse(1, 1, 0, 1e-9), Disorder.none());
    for (Specimen specimen : List.of(alone, bonded)) {
      expose(specimen, 80e3, 9e7 * PER_SQUARE_ANGSTROM, 1);
    }
    assertThat(leftOf(bonded, Element.S)).isLessThan(0.8 * leftOf(alone, Element.S));
    assertThat(leftOf(bonded, Element.MO)).isLessThan(0.85);
    assertThat(leftOf(alone, Element.MO)).isGreaterThan(0.98);
  }

  @Test
  void lossIsCountedAndMarkedOnThePlacesItself() {
    Specimen specimen = specimen(SpecimenResponse.typical(), Disorder.none());
    expose(specimen, 80e3, 1e7 * PER_SQUARE_ANGSTROM, 2);
    long damaged =
        specimen.placesIn(Region.around(0, 0, 60e-9)).stream().filter(Occupied::isDamaged).count();
    assertThat(damaged).isEqualTo(specimen.atomsLost()).isGreaterThan(300);
  }

  @Test
  void withoutDamageNothingIsLost() {
    Specimen specimen = specimen(SpecimenResponse.none(), Disorder.none());
    expose(specimen, 100e3, 1e9 * PER_SQUARE_ANGSTROM, 1);
    assertThat(specimen.atomsLost()).isZero();
    assertThat(specimen.contamination().sum()).isZero();
  }

  /** 3 % of the mean signal in a minute at 50 pA in a parked spot; far less under a scan. */
  @Test
  void contaminationGrowsUnderAParkedBeam() {
    Specimen specimen = specimen(SpecimenResponse.typical(), Disorder.none());
    Exposure parked = specimen.exposureOf(Region.around(0, 0, 1e-9), 0);
    double minute = ElectronBeam.electrons(50e-12, 60);
    parked.deposit(0.05e-9, 0.05e-9, 0.05e-9, minute);
    specimen.expose(parked, new ElectronBeam(30e3));
    assertThat(specimen.contamination().at(0.05e-9, 0.05e-9)).isCloseTo(0.03, within(0.001));
    assertThat(specimen.contamination().at(0.55e-9, 0.05e-9))
        .isCloseTo(0.03 * StrictMath.exp(-0.5), within(0.001));
    Exposure scanned = specimen.exposureOf(Region.around(100e-9, 0, 20e-9), 0);
    scanned.deposit(100e-9, 0, 20e-9, minute);
    specimen.expose(scanned, new ElectronBeam(30e3));
    double expected = 0.03 * 2 * Math.PI * 0.25e-18 / 400e-18;
    assertThat(specimen.contamination().at(100e-9, 0)).isCloseTo(expected, within(0.02 * expected));
  }

  private static void expose(Specimen specimen, double volts, double dose, int parts) {
    for (int i = 0; i < parts; i++) {
      Exposure exposure = specimen.exposureOf(FIELD, 0);
      exposure.deposit(0, 0, 20e-9, dose * 400e-18 / parts);
      specimen.expose(exposure, new ElectronBeam(volts));
    }
  }

  private static double leftOf(Specimen specimen, Element element) {
    int places = 0;
    int left = 0;
    for (Occupied place : specimen.placesIn(INSIDE)) {
      if (place.site().element() == element) {
        places++;
        left += place.atoms();
      }
    }
    return left / (double) places;
  }

  private static Specimen specimen(SpecimenResponse response, Disorder disorder) {
    Crystal crystal = new Crystal(Compound.molybdenumDisulphide(), disorder, 1);
    return new Specimen(crystal, response, Variates.of(1, "damage"));
  }
}
