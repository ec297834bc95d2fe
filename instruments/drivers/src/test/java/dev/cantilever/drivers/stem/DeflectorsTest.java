package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.motion.StagePosition;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeflectorsTest {

  @TempDir private Path folder;

  private static StemTwin ideal(StemSettings settings) {
    return new StemTwin(
        Scenes.molybdenumDisulphide(1), StemInstrument.ideal(), settings, Seeds.of(1));
  }

  private static final StemSettings SETTINGS =
      StemSettings.at(80e3, 4e-9).withRaster(Raster.square(64, 10e-6));

  /** A shift of the beam and a move of the stage by as much show the same place. */
  @Test
  void anImageShiftShowsWhatTheStageWouldBring() {
    StemTwin shifted = ideal(SETTINGS);
    shifted.configure(SETTINGS.withField(SETTINGS.field().shiftedTo(12e-9, -7e-9)));
    StemTwin moved = ideal(SETTINGS);
    moved.moveStage(StagePosition.HOME.at(12e-9, -7e-9));
    double[] one = shifted.truth().field("dark field").values();
    double[] other = moved.truth().field("dark field").values();
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isCloseTo(other[i], within(1e-9));
    }
  }

  /** The dose lies under the shifted field and nowhere under the old one. */
  @Test
  void theDoseFollowsTheShift() {
    StemTwin twin = ideal(SETTINGS);
    twin.configure(SETTINGS.withField(SETTINGS.field().shiftedTo(12e-9, -7e-9)));
    twin.scan(1);
    double there = Arrays.stream(twin.truth().field("dose").values()).sum();
    twin.configure(SETTINGS);
    double here = Arrays.stream(twin.truth().field("dose").values()).sum();
    assertThat(there).isPositive();
    assertThat(here).isZero();
  }

  /** 5 mrad at 40 nm out of focus are 0.2 nm; twice the defocus moves twice as far. */
  @Test
  void aTiltedBeamMovesByTiltTimesDefocus() {
    for (double defocus : new double[] {0, 40e-9, 80e-9, -40e-9}) {
      StemTwin twin = ideal(SETTINGS.withDefocus(defocus));
      StemSettings tilted = twin.settings().withDeflectors(Deflectors.OFF.tilted(5e-3, -2.5e-3));
      StemTwin beside = ideal(tilted);
      StemTwin expected =
          ideal(
              twin.settings()
                  .withField(SETTINGS.field().shiftedTo(5e-3 * defocus, -2.5e-3 * defocus)));
      double[] one = beside.truth().field("dark field").values();
      double[] other = expected.truth().field("dark field").values();
      for (int i = 0; i < one.length; i++) {
        assertThat(one[i]).isCloseTo(other[i], within(1e-9));
      }
    }
  }

  @Test
  void tiltAndDiffractionShiftMoveThePattern() {
    double[] straight = centre(SETTINGS);
    double[] moved =
        centre(SETTINGS.withDeflectors(Deflectors.OFF.tilted(1e-3, 0).withPattern(2e-3, -1.5e-3)));
    // counting 3e5 electrons in a disc of 1 mrad: 1 µrad
    assertThat(moved[0] - straight[0]).isCloseTo(3e-3, within(5e-6));
    assertThat(moved[1] - straight[1]).isCloseTo(-1.5e-3, within(5e-6));
  }

  private static double[] centre(StemSettings settings) {
    PatternStack stack =
        ideal(settings).scanDiffraction(Raster.square(4, 1e-3), Camera.typical(), 1e-3);
    return stack.centreOfMass(0, 6e-3);
  }

  @Test
  void noDeflectorGoesFurtherThanFiftyMilliradians() {
    assertThatIllegalArgumentException().isThrownBy(() -> Deflectors.OFF.tilted(0.051, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Deflectors.OFF.withPattern(0, Double.NaN));
  }

  /** Behind the gate: read back, and charged where the beam really goes. */
  @Test
  void theGateChargesTheCellsThatTheDeflectorsSendTheBeamTo() {
    try (StemBench bench = new StemBench(folder, "molybdenum_disulphide", "60")) {
      bench.read(new StemCommand.SetScan(64, new TimeSpan(1e-6)));
      bench.read(new StemCommand.SetImageShift(new Length(120e-9), new Length(-80e-9)));
      bench.read(new StemCommand.SetDefocus(new Length(100e-9)));
      bench.read(new StemCommand.SetBeamTilt(new Angle(8e-3), new Angle(-4e-3)));
      bench.read(new StemCommand.SetDiffractionShift(new Angle(1e-3), new Angle(2e-3)));
      bench.read(new StemCommand.ScanFrames(1));
      bench.read(new StemCommand.PlaceBeam(SurfacePoint.metres(1e-9, 0.5e-9)));
      bench.read(new StemCommand.CameraImage(new TimeSpan(0.01), 2));
      assertThat(bench.readback(Channel.IMAGE_SHIFT_X)).isEqualTo(120e-9);
      assertThat(bench.readback(Channel.IMAGE_SHIFT_Y)).isEqualTo(-80e-9);
      assertThat(bench.readback(Channel.BEAM_TILT_Y)).isEqualTo(-4e-3);
      assertThat(bench.readback(Channel.DIFFRACTION_SHIFT_Y)).isEqualTo(2e-3);
      Exposed frame = bench.exposed.getFirst();
      assertThat(frame.x()).isCloseTo(120.8e-9, within(1e-18));
      assertThat(frame.y()).isCloseTo(-80.4e-9, within(1e-18));
      assertThat(frame.side()).isEqualTo(4e-9);
      Exposed spot = bench.exposed.getLast();
      assertThat(spot.x()).isCloseTo(121.8e-9, within(1e-18));
      assertThat(spot.y()).isCloseTo(-79.9e-9, within(1e-18));
      assertThat(spot.side()).isZero();
      assertThat(spot.electrons()).isCloseTo(0.01 * 50e-12 / 1.602176634e-19, within(1.0));
      assertThat(bench.refusal(new StemCommand.SetBeamTilt(new Angle(0.06), new Angle(0))))
          .contains("50 mrad");
      assertThat(bench.refusal(new StemCommand.SetImageShift(new Length(2e-5), new Length(0))))
          .contains("10 µm");
    }
  }
}
