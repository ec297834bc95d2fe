package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.drivers.stem.optics.TuningErrors;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoFocusTest {

  /** One standard error of C1 as the aberration measurement states it. */
  private static final double MEASUREMENT = 0.5e-9;

  @TempDir private Path folder;

  private static StemTwin twin(double kilovolts, TuningErrors tuning, double defocus, long seed) {
    return new StemTwin(
        Scenes.molybdenumDisulphide(1),
        StemInstrument.typical().with(tuning),
        StemSettings.at(kilovolts * 1e3, 4e-9)
            .withRaster(Raster.square(256, 10e-6))
            .withDefocus(defocus),
        Seeds.of(seed));
  }

  private static double error(StemTwin twin) {
    return Math.abs(twin.truth().aberrations().real(Coefficient.C1));
  }

  /** Round probe, defocus alone: the sharpest image is the one with C1 = 0. */
  @ParameterizedTest
  @CsvSource({"60, 30e-9, VARIANCE", "60, -30e-9, GRADIENT", "200, 30e-9, VARIANCE"})
  void comesBackFromThirtyNanometresWithinTheMeasurementError(
      double kilovolts, double defocus, Sharpness criterion) {
    StemTwin twin = twin(kilovolts, TuningErrors.none(), defocus, 5);
    FocusFound found = twin.autoFocus(40e-9, criterion);
    System.out.printf(
        "autofocus at %s kV: %s ± %s nm, C1 off by %s nm, %d images%n",
        kilovolts,
        found.defocusMetres() * 1e9,
        found.standardErrorMetres() * 1e9,
        error(twin) * 1e9,
        found.tried().size());
    assertThat(error(twin)).isLessThan(MEASUREMENT);
    assertThat(found.defocusMetres()).isEqualTo(twin.settings().defocusMetres());
    assertThat(found.standardErrorMetres()).isBetween(0.0, MEASUREMENT);
  }

  /** With the residual aberrations of a tuned microscope the best image is near C1 = 0. */
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void findsTheBestFocusOfAnOrdinaryMicroscope(long seed) {
    StemTwin twin = twin(60, TuningErrors.typical(), 30e-9, seed);
    FocusFound found = twin.autoFocus(45e-9, Sharpness.VARIANCE);
    System.out.printf(
        "autofocus, ordinary, seed %d: ± %s nm, C1 off by %s nm%n",
        seed, found.standardErrorMetres() * 1e9, error(twin) * 1e9);
    assertThat(error(twin)).isLessThan(2 * MEASUREMENT);
  }

  @Test
  void leavesTheFocusWhereNothingStandsOut() {
    StemTwin twin = twin(60, TuningErrors.none(), 200e-9, 5);
    FocusFound found = twin.autoFocus(10e-9, Sharpness.VARIANCE);
    assertThat(found.defocusMetres()).isEqualTo(200e-9);
    assertThat(found.standardErrorMetres()).isEqualTo(10e-9);
    assertThat(twin.settings().defocusMetres()).isEqualTo(200e-9);
  }

  @Test
  void aSeriesIsNotEndless() {
    StemTwin twin = twin(60, TuningErrors.none(), 0, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.autoFocus(280e-9, Sharpness.VARIANCE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.autoFocus(Double.NaN, Sharpness.VARIANCE));
    assertThat(twin.timeSeconds()).isZero();
  }

  /** Behind the gate: the focus that is read back, its time and its dose. */
  @Test
  void asACommandItSetsTheFocusAndIsChargedToTheFieldItLookedAt() {
    try (StemBench bench = new StemBench(folder, "molybdenum_disulphide", "60")) {
      bench.read(new StemCommand.SetDefocus(new Length(30e-9)));
      bench.read(new StemCommand.SetFieldOfView(new Length(6e-9)));
      bench.read(new StemCommand.SetScan(512, new TimeSpan(5e-6)));
      bench.read(new StemCommand.SetImageShift(new Length(70e-9), new Length(-30e-9)));
      StemCommand.AutoFocus command =
          new StemCommand.AutoFocus(new Length(45e-9), StemCommand.Sharpness.VARIANCE);
      double before = bench.gate.state().elapsed().seconds();
      double foretold = bench.gate.estimate(command).time().seconds();
      Reading.Estimates found = (Reading.Estimates) bench.read(command);
      Reading.Estimate defocus = found.estimates().getFirst();
      assertThat(defocus.name()).isEqualTo("defocus");
      assertThat(bench.readback(Channel.DEFOCUS)).isEqualTo(defocus.value());
      assertThat(defocus.standardError()).isBetween(0.0, 3e-9);
      double took = bench.gate.state().elapsed().seconds() - before;
      assertThat(took).isCloseTo(foretold, within(1e-9));
      // 28 images of 128 × 128 pixels of 5 µs with a tenth of flyback
      assertThat(foretold).isCloseTo(28 * 128 * 128 * 5e-6 * 1.1, within(1e-9));
      assertThat(bench.exposed).hasSize(1);
      Exposed dose = bench.exposed.getFirst();
      assertThat(dose.x()).isCloseTo(70e-9, within(1e-18));
      assertThat(dose.y()).isCloseTo(-30e-9, within(1e-18));
      assertThat(dose.side()).isEqualTo(6e-9);
      assertThat(dose.electrons()).isCloseTo(50e-12 * foretold / 1.602176634e-19, within(1.0));
      assertThat(
              bench.refusal(
                  new StemCommand.AutoFocus(new Length(290e-9), StemCommand.Sharpness.VARIANCE)))
          .contains("50 depths of focus");
    }
  }
}
