package dev.cantilever.kernel.dose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of 1/16 m and one electron for each second, so that every sum is exact. */
class DoseAccountTest {

  private static final double CELL = 0.0625;
  private static final double ONE_ELECTRON_PER_SECOND = 1.602176634e-19;

  private static final Command SCAN = new StemCommand.ScanFrames(1);
  private static final Command SPOT = new StemCommand.Unblank(new TimeSpan(1));

  private static DoseMap map(double most) {
    return new DoseMap(new DoseLimit(new Length(CELL), new Dose(most)), DoseRecord.inMemory());
  }

  private static Cost seconds(double exposure) {
    return new Cost(
        new TimeSpan(exposure), new Length(0), 0, new TimeSpan(exposure), new Impulse(0));
  }

  private static InstrumentState state(
      double amperes, double field, double holderX, double holderY, SurfacePoint beam) {
    return state(
        beam,
        Readback.fresh(Channel.BEAM_CURRENT, amperes),
        Readback.fresh(Channel.FIELD_OF_VIEW, field),
        Readback.fresh(Channel.HOLDER_X, holderX),
        Readback.fresh(Channel.HOLDER_Y, holderY));
  }

  /** Nothing shifted, nothing tilted, in focus. */
  private static List<Readback> straight() {
    return Stream.of(
            Channel.DEFOCUS,
            Channel.HOLDER_Z,
            Channel.IMAGE_SHIFT_X,
            Channel.IMAGE_SHIFT_Y,
            Channel.BEAM_TILT_X,
            Channel.BEAM_TILT_Y)
        .map(channel -> Readback.fresh(channel, 0))
        .toList();
  }

  private static InstrumentState state(SurfacePoint beam, Readback... readbacks) {
    return new InstrumentState(
        beam,
        new TimeSpan(0),
        0,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        BeamState.BLANKED,
        Stream.concat(Arrays.stream(readbacks), straight().stream()).toList());
  }

  private static InstrumentState over(double x, double y, double side) {
    return state(ONE_ELECTRON_PER_SECOND, side, x, y, SurfacePoint.metres(0, 0));
  }

  /** One field that was exposed, kept in a plain list. */
  private record Given(double x, double y, double side, double density) {

    boolean covers(int column, int row) {
      return column * CELL <= x + side / 2
          && (column + 1) * CELL > x - side / 2
          && row * CELL <= y + side / 2
          && (row + 1) * CELL > y - side / 2;
    }
  }

  /** The fullest cell of an own field, by looking at every cell there is. */
  private static double fullest(List<Given> given, Given next) {
    double worst = 0;
    for (int column = -16; column < 16; column++) {
      for (int row = -16; row < 16; row++) {
        double dose = 0;
        for (Given one : given) {
          dose += next.covers(column, row) && one.covers(column, row) ? one.density() : 0;
        }
        worst = Math.max(worst, dose);
      }
    }
    return worst;
  }

  @Test
  void agreesWithAListOfAllThatWasGiven() {
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        200,
        random -> {
          DoseMap map = map(700);
          List<Given> given = new ArrayList<>();
          for (int exposure = 0; exposure < 12; exposure++) {
            permitted.addAndGet(exposes(map, given, random) ? 1 : 0);
          }
        });
    assertThat(permitted.get()).isBetween(600, 2_100);
  }

  private static boolean exposes(DoseMap map, List<Given> given, SplittableRandom random) {
    boolean stands = random.nextInt(3) == 0;
    double x = random.nextInt(-20, 20) / 64.0;
    double y = random.nextInt(-20, 20) / 64.0;
    double side = stands ? 0 : (1 << random.nextInt(3)) / 8.0;
    double time = (1 << random.nextInt(3)) * (stands ? 1 : 4);
    double area = stands ? CELL * CELL : side * side;
    Given next = new Given(x, y, side, time / area);
    Command command = stands ? SPOT : SCAN;
    InstrumentState state =
        stands
            ? state(
                ONE_ELECTRON_PER_SECOND, 0.5, x / 2, y / 4, SurfacePoint.metres(x / 2, y * 3 / 4))
            : state(ONE_ELECTRON_PER_SECOND, side, x, y, SurfacePoint.metres(0.3, 0.7));
    boolean expected = fullest(given, next) + next.density() <= 700;
    assertThat(map.objection(command, state, seconds(time)).isEmpty()).isEqualTo(expected);
    if (expected) {
      Exposed exposed = map.debit(command, state, seconds(time)).orElseThrow();
      assertThat(exposed).isEqualTo(new Exposed(x, y, side, time));
      if (random.nextInt(4) == 0) {
        map.giveBack(exposed);
      } else {
        given.add(next);
      }
    }
    return expected;
  }

  /** 4 electrons in 1/256 m². */
  @Test
  void aCellMayBeFilledToItsLimitExactly() {
    InstrumentState here = over(0, 0, CELL);
    assertThat(map(1024).objection(SPOT, here, seconds(4))).isEmpty();
    assertThat(map(Math.nextDown(1024.0)).objection(SPOT, here, seconds(4)))
        .contains(
            "a cell of 0.0625 m would have got 1024 e/m^2, allowed is 1023.9999999999999 e/m^2;"
                + " go to another place or lower current and time");
    DoseMap half = map(1024);
    half.debit(SPOT, here, seconds(2));
    assertThat(half.objection(SPOT, here, seconds(2))).isEmpty();
    assertThat(half.objection(SPOT, here, seconds(2.000000000001))).isPresent();
  }

  /** From the left edge of cell 0 to the left edge of cell 1,000, or one field further. */
  @Test
  void aFieldIsAtMostAThousandCellsAcross() {
    DoseMap fine =
        new DoseMap(new DoseLimit(new Length(1.0 / 1024), new Dose(1e300)), DoseRecord.inMemory());
    double thousand = 1000.0 / 1024;
    assertThat(fine.objection(SCAN, over(thousand / 2, 0.5, thousand), seconds(1))).isEmpty();
    double more = 1001.0 / 1024;
    assertThat(fine.objection(SCAN, over(more / 2, 0.5, more), seconds(1)))
        .hasValueSatisfying(words -> assertThat(words).contains("more than 1000 cells"));
  }

  /** Cells of an ångström under a field that nobody has: counted in vain it would never end. */
  @ParameterizedTest
  @CsvSource({
    "1e-12, 1, 0, 0, 1000 cells",
    "1e-12, 1.01, 0, 0, read the state again",
    "1e-12, 4.2949672960e-1, 0, 0, 1000 cells",
    "1e-12, 1e10, 0, 0, read the state again",
    "1e-12, -1e-9, 0, 0, read the state again",
    "1e-12, 1e-9, 1.01, 0, read the state again",
    "1e-12, 1e-9, 0, -1.01, read the state again",
    "1e-12, 1e-9, 1e300, 0, read the state again",
    "-1e-12, 1e-9, 0, 0, read the state again",
    "1e300, 1e-9, 0, 0, read the state again",
    "NaN, 1e-9, 0, 0, read the state again",
    "1e-12, NaN, 0, 0, read the state again",
    "1e-12, 1e-9, NaN, 0, read the state again",
    "1e-12, 1e-9, 0, NaN, read the state again",
    "1e-12, 1e-9, 1, -1, ''",
    "1e-12, 1e-9, -1, 1, ''",
    "0, 1e-9, 0, 0, ''",
    "1e-12, 0, 0, 0, ''",
  })
  void whatCannotBeIsNotCounted(double amperes, double field, double x, double y, String words) {
    DoseMap fine =
        new DoseMap(new DoseLimit(new Length(1e-10), new Dose(1e40)), DoseRecord.inMemory());
    InstrumentState state = state(amperes, field, x, y, SurfacePoint.metres(0, 0));
    Optional<String> objection = fine.objection(SCAN, state, seconds(1));
    if (words.isEmpty()) {
      assertThat(objection).isEmpty();
    } else {
      assertThat(objection).hasValueSatisfying(said -> assertThat(said).contains(words));
    }
  }

  @Test
  void everyReadbackIsTwoSecondsOldAtMost() {
    for (double age : new double[] {2, Math.nextUp(2.0)}) {
      InstrumentState state =
          state(
              SurfacePoint.metres(0, 0),
              new Readback(
                  Channel.BEAM_CURRENT,
                  Channel.BEAM_CURRENT.kind().of(1e-12),
                  new TimeSpan(age),
                  Quality.GOOD),
              Readback.fresh(Channel.HOLDER_X, 0),
              Readback.fresh(Channel.HOLDER_Y, 0));
      assertThat(map(1e40).objection(SPOT, state, seconds(1)).isEmpty()).isEqualTo(age <= 2);
    }
  }

  /** What scans counts by its field, what stands by one cell where the beam is. */
  @Test
  void everyVerbThatScansFillsItsField() {
    TimeSpan second = new TimeSpan(1);
    for (Command scan :
        List.of(
            SCAN,
            new StemCommand.SpectrumImage(2, second),
            new StemCommand.ScanDiffraction(2, second),
            new StemCommand.AutoFocus(new Length(1e-8), StemCommand.Sharpness.VARIANCE),
            new StemCommand.MeasureAberrations(new Angle(0)))) {
      assertThat(map(1e9).debit(scan, over(0.25, 0.5, 0.125), seconds(4)))
          .contains(new Exposed(0.25, 0.5, 0.125, 4));
    }
    for (Command spot :
        List.of(
            SPOT,
            new StemCommand.CameraImage(second, 1),
            new StemCommand.AcquireSpectrum(second, new Energy(1), new Energy(0)))) {
      assertThat(
              map(1e9)
                  .debit(
                      spot,
                      state(
                          ONE_ELECTRON_PER_SECOND,
                          0.5,
                          0.25,
                          0.5,
                          SurfacePoint.metres(0.125, 0.25)),
                      seconds(4)))
          .contains(new Exposed(0.375, 0.75, 0, 4));
    }
  }

  /**
   * By hand: holder 1/4, shift 1/8, tilt 1/2 out of focus by 1/4 + 1/8 make 9/16; along y 1/2 -
   * 1/16 - 3/32.
   */
  @Test
  void doseGoesWhereTheDeflectorsSendTheBeam() {
    Readback[] readbacks = {
      Readback.fresh(Channel.BEAM_CURRENT, ONE_ELECTRON_PER_SECOND),
      Readback.fresh(Channel.FIELD_OF_VIEW, 0.125),
      Readback.fresh(Channel.HOLDER_X, 0.25),
      Readback.fresh(Channel.HOLDER_Y, 0.5),
      Readback.fresh(Channel.IMAGE_SHIFT_X, 0.125),
      Readback.fresh(Channel.IMAGE_SHIFT_Y, -0.0625),
      Readback.fresh(Channel.BEAM_TILT_X, 0.5),
      Readback.fresh(Channel.BEAM_TILT_Y, -0.25),
      Readback.fresh(Channel.DEFOCUS, 0.25),
      Readback.fresh(Channel.HOLDER_Z, 0.125)
    };
    SurfacePoint beam = SurfacePoint.metres(0.03125, 0.015625);
    assertThat(map(1e9).debit(SCAN, state(beam, readbacks), seconds(4)))
        .contains(new Exposed(0.5625, 0.34375, 0.125, 4));
    assertThat(map(1e9).debit(SPOT, state(beam, readbacks), seconds(4)))
        .contains(new Exposed(0.59375, 0.359375, 0, 4));
    for (int missing = 0; missing < readbacks.length; missing++) {
      Readback blind =
          new Readback(
              readbacks[missing].channel(),
              readbacks[missing].value(),
              new TimeSpan(0),
              Quality.STALE);
      Readback[] rest = readbacks.clone();
      rest[missing] = blind;
      assertThat(map(1e9).objection(SCAN, state(beam, rest), seconds(4)))
          .as("%s", blind.channel())
          .hasValueSatisfying(words -> assertThat(words).contains("read the state again"));
    }
  }

  @Test
  void aLimitMayBeAnyFiniteDose() {
    Dose most = new Dose(Double.MAX_VALUE);
    assertThat(new DoseLimit(new Length(1), most).max()).isEqualTo(most);
    assertThat(new DoseLimit(new Length(1e-10), new Dose(Double.MIN_VALUE)).cell())
        .isEqualTo(new Length(1e-10));
  }

  @Test
  void whatExposesForNoTimeIsNotCounted() {
    assertThat(map(1).objection(SCAN, over(0, 0, 1), seconds(0))).isEmpty();
    assertThat(map(1).debit(SCAN, over(0, 0, 1), seconds(0))).isEmpty();
    assertThat(map(1).objection(SCAN, over(0, 0, 1), seconds(Double.MIN_VALUE))).isEmpty();
    assertThat(map(1).debit(SCAN, over(0, 0, 1), seconds(1))).isPresent();
  }
}
