package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraImageTest {

  @TempDir private Path folder;

  /** 50 pA for 10 ms are 3.12e6 electrons; those beyond 45 mrad are lost. */
  @Test
  void onePatternHasItsPixelsItsElectronsAndItsDose() {
    try (StemBench bench = new StemBench(folder, "molybdenum_disulphide", "60")) {
      bench.read(new StemCommand.PlaceBeam(SurfacePoint.metres(1e-9, -1e-9)));
      for (int binning : new int[] {1, 2, 4, 8}) {
        StemCommand.CameraImage command = new StemCommand.CameraImage(new TimeSpan(0.01), binning);
        assertThat(bench.gate.estimate(command).time().seconds()).isCloseTo(1.01, within(1e-9));
        Frame frame = ((Reading.Scan) bench.read(command)).frames().getFirst();
        assertThat(frame.rows()).isEqualTo(256 / binning);
        assertThat(frame.width()).isEqualTo(new Length(256 * 55e-6));
        double counted = Arrays.stream(frame.values().toArray()).sum();
        double sent = 0.01 * 50e-12 / 1.602176634e-19;
        assertThat(counted).isBetween(0.9 * sent, sent * 1.01);
        assertThat(frame.quality()).isEqualTo(Quality.GOOD);
        Exposed dose = bench.exposed.getLast();
        assertThat(dose.x()).isCloseTo(1e-9, within(1e-18));
        assertThat(dose.y()).isCloseTo(-1e-9, within(1e-18));
        assertThat(dose.electrons()).isCloseTo(sent, within(1.0));
      }
      assertThat(bench.refusal(new StemCommand.CameraImage(new TimeSpan(1), 3)))
          .contains("1, 2, 4 or 8");
      bench.read(new StemCommand.SetFieldOfView(new Length(1.5e-9)));
      assertThat(bench.refusal(new StemCommand.CameraImage(new TimeSpan(1), 1)))
          .contains("stem.place_beam");
    }
  }

  @Test
  void aPatternThatIsTooBrightSaysSo() {
    try (StemBench bench = new StemBench(folder, "molybdenum_disulphide", "60")) {
      Reading.Scan scan =
          (Reading.Scan) bench.read(new StemCommand.CameraImage(new TimeSpan(20), 1));
      assertThat(scan.frames().getFirst().quality()).isEqualTo(Quality.SATURATED);
    }
  }

  /** Beside a column of metal the pattern turns towards it, by 1 to 10 % of its disc. */
  @Test
  void theCentresOfMassPointToTheAtoms() {
    double side = 1.2e-9;
    int pixels = 48;
    StemTwin twin =
        new StemTwin(
            Scenes.molybdenumDisulphide(1),
            StemInstrument.ideal(),
            StemSettings.at(60e3, side),
            Seeds.of(2));
    Camera camera = Camera.around(0.030);
    PatternStack stack = twin.scanDiffraction(Raster.square(pixels, 1e-3), camera, 0.030);
    int looked = 0;
    for (var place : twin.truth().places()) {
      double column = (place.site().x() / side + 0.5) * pixels - 0.5;
      double row = (place.site().y() / side + 0.5) * pixels - 0.5;
      boolean isMetal = place.site().label().equals("Mo");
      if (isMetal && Math.min(column, row) > 4 && Math.max(column, row) < pixels - 5) {
        int line = pixels * (int) Math.rint(row);
        double right = stack.centreOfMass(line + (int) Math.rint(column + 3), 0.045)[0];
        double left = stack.centreOfMass(line + (int) Math.rint(column - 3), 0.045)[0];
        assertThat(left - right).isBetween(0.01 * 0.030, 0.10 * 0.030);
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(3);
  }
}
