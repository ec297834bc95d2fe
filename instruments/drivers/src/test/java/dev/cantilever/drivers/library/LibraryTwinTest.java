package dev.cantilever.drivers.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.field.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTwinTest {

  private static final LibrarySettings SETTINGS = LibrarySettings.defaults();

  /** 1/(1 + exp((x − 0.14)/0.012)) by numpy. */
  @ParameterizedTest
  @CsvSource({
    "0.08, 0.9933071490757153",
    "0.12, 0.841130895119085",
    "0.14, 0.5",
    "0.16, 0.15886910488091527",
    "0.20, 0.0066928509242848554"
  })
  void hasTheRhombohedralSharesOfTheBoundary(double x, double share) {
    assertThat(SETTINGS.boundary().rhombohedral(x)).isCloseTo(share, within(1e-14));
  }

  @Test
  void spreadsItsCompositionWithinTheErrorOfTheStraightLine() {
    double greatest = 0;
    for (long seed = 0; seed < 20; seed++) {
      LibraryTruth truth = LibraryTwin.of(SETTINGS, seed, 0).truth();
      for (int i = 0; i <= 100; i++) {
        double u = i * 1e-4;
        double away = truth.composition(u) - SETTINGS.spread().nominal(u);
        greatest = Math.max(greatest, Math.abs(away));
      }
    }
    assertThat(greatest).isBetween(0.002, 0.003);
  }

  /** numpy at x = 0.12, 0.135 and 0.16 on a library without an error of the composition. */
  @ParameterizedTest
  @CsvSource({
    "6e-3, 5.864617069208505e-11",
    "6.75e-3, 5.966584845987069e-11",
    "8e-3, 8.128495657357105e-12"
  })
  void respondsMostBesideTheBoundary(double u, double metresPerVolt) {
    LibraryTwin twin = LibraryTwin.withoutNoise(exact(), 1);
    assertThat(twin.truth().piezoresponseMetresPerVolt(u)).isCloseTo(metresPerVolt, within(1e-22));
    LibraryLoop loop = twin.pfm(u, 0);
    assertThat(loop.amplitudeMetresPerVolt()).isCloseTo(metresPerVolt, within(1e-17));
  }

  private static LibrarySettings exact() {
    return new LibrarySettings(
        new LibrarySettings.Spread(10e-3, 8e-3, 0, 0.20, 0),
        SETTINGS.boundary(),
        SETTINGS.raman(),
        SETTINGS.pfm());
  }

  /** 3.2 V (1 − 2.5 x): 2.4 V at x = 0.1. */
  @Test
  void opensItsLoopsAtTheCoerciveBiasOfTheComposition() {
    LibraryTwin twin = LibraryTwin.withoutNoise(exact(), 1);
    LibraryLoop loop = twin.pfm(5e-3, 0);
    assertThat(twin.truth().coerciveVolts(5e-3)).isCloseTo(2.4, within(1e-12));
    int i = 1;
    while (loop.response()[i] < 0) {
      i++;
    }
    assertThat(loop.biasVolts()[i - 1]).isLessThanOrEqualTo(2.4);
    assertThat(loop.biasVolts()[i]).isGreaterThanOrEqualTo(2.4);
  }

  /** Beyond the boundary the remanence falls below the amplitude. */
  @Test
  void pinchesItsLoopsBeyondTheBoundary() {
    LibraryTwin twin = LibraryTwin.withoutNoise(exact(), 1);
    LibraryLoop open = twin.pfm(6e-3, 0);
    LibraryLoop pinched = twin.pfm(8.5e-3, 0);
    assertThat(open.remanentMetresPerVolt() / open.amplitudeMetresPerVolt()).isGreaterThan(0.99);
    assertThat(pinched.remanentMetresPerVolt() / pinched.amplitudeMetresPerVolt()).isLessThan(0.2);
  }

  @Test
  void costsSixtySecondsOfRamanAgainstFiveOfPiezoresponse() {
    LibraryTwin twin = LibraryTwin.of(SETTINGS, 1, 2);
    twin.raman(1e-3, 1e-3, 60, 1e-3);
    assertThat(twin.elapsedSeconds()).isEqualTo(60);
    twin.pfm(1e-3, 1e-3);
    assertThat(twin.elapsedSeconds()).isEqualTo(65);
  }

  @Test
  void repeatsItselfAndKeepsItsTruthUnderAnotherNoiseSeed() {
    LibraryTwin first = LibraryTwin.of(SETTINGS, 1, 2);
    LibraryTwin again = LibraryTwin.of(SETTINGS, 1, 2);
    LibraryTwin other = LibraryTwin.of(SETTINGS, 1, 3);
    double[] counts = first.raman(4e-3, 4e-3, 60, 1e-3).counts();
    assertThat(again.raman(4e-3, 4e-3, 60, 1e-3).counts()).isEqualTo(counts);
    assertThat(other.raman(4e-3, 4e-3, 60, 1e-3).counts()).isNotEqualTo(counts);
    double[] response = first.pfm(4e-3, 4e-3).response();
    assertThat(again.pfm(4e-3, 4e-3).response()).isEqualTo(response);
    assertThat(other.truth().fields(8, 9)).isEqualTo(first.truth().fields(8, 9));
    assertThat(other.truth().lines(4e-3, 1e-3)).isEqualTo(first.truth().lines(4e-3, 1e-3));
  }

  @Test
  void mapsThicknessUpwardsAndCompositionToTheRight() {
    Field thickness = LibraryTwin.of(exact(), 1, 2).truth().fields(4, 5).get(2);
    assertThat(thickness.name()).isEqualTo("thickness");
    assertThat(thickness.at(0, 0)).isCloseTo(81.25e-9, within(1e-15));
    assertThat(thickness.at(3, 4)).isCloseTo(268.75e-9, within(1e-15));
    Field composition = LibraryTwin.of(exact(), 1, 2).truth().fields(4, 5).get(0);
    assertThat(composition.at(0, 4)).isCloseTo(0.18, within(1e-12));
  }

  @Test
  void refusesWhatLiesBeyondTheLibraryOrItsLaser() {
    LibraryTwin twin = LibraryTwin.of(SETTINGS, 1, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> twin.raman(11e-3, 0, 60, 1e-3));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.raman(1e-3, 0, 60, 6e-3));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.pfm(1e-3, Double.NaN));
    assertThat(twin.elapsedSeconds()).isZero();
  }
}
