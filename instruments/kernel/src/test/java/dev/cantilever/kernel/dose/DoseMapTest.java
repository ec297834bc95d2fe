package dev.cantilever.kernel.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoseMapTest {

  private static final Command SCAN = new StemCommand.ScanFrames(1);
  private static final Command SPECTRUM =
      new StemCommand.AcquireSpectrum(new TimeSpan(1), new Energy(0), new Energy(0));
  private static final double PER_SQUARE_ANGSTROM = 1e20;

  /** As {@code DoseFile} does, without a file. */
  private static final class Notes implements DoseRecord {
    private final List<Exposed> lines = new ArrayList<>();

    @Override
    public List<Exposed> all() {
      return List.copyOf(lines);
    }

    @Override
    public void add(Exposed exposed) {
      lines.add(exposed);
    }
  }

  private final Notes notes = new Notes();

  private DoseMap map(double cellMetres, double most) {
    return new DoseMap(new DoseLimit(new Length(cellMetres), new Dose(most)), notes);
  }

  private static InstrumentState at(double holder, double beam, double field) {
    return state(
        beam,
        Readback.fresh(Channel.BEAM_CURRENT, 50e-12),
        Readback.fresh(Channel.FIELD_OF_VIEW, field),
        Readback.fresh(Channel.HOLDER_X, holder),
        Readback.fresh(Channel.HOLDER_Y, -holder),
        Readback.fresh(Channel.DEFOCUS, 0),
        Readback.fresh(Channel.IMAGE_SHIFT_X, 0),
        Readback.fresh(Channel.IMAGE_SHIFT_Y, 0),
        Readback.fresh(Channel.BEAM_TILT_X, 0),
        Readback.fresh(Channel.BEAM_TILT_Y, 0),
        Readback.fresh(Channel.HOLDER_Z, 0));
  }

  private static InstrumentState state(double beam, Readback... readbacks) {
    return new InstrumentState(
        SurfacePoint.metres(beam, 0),
        new TimeSpan(0),
        0,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        BeamState.BLANKED,
        List.of(readbacks));
  }

  private static Cost seconds(double exposure) {
    return new Cost(
        new TimeSpan(exposure), new Length(0), 0, new TimeSpan(exposure), new Impulse(0));
  }

  /** 50 pA for 10 µs on pixels of 10 pm are 3.1e5 electrons per square ångström. */
  @Test
  void aScanGivesCurrentTimesTimeOverItsArea() {
    double side = 64 * 10e-12;
    Cost frame = seconds(64 * 64 * 10e-6);
    double dose = 3.12e5 * PER_SQUARE_ANGSTROM;
    assertThat(map(1e-10, dose * 1.001).objection(SCAN, at(0, 0, side), frame)).isEmpty();
    assertThat(map(1e-10, dose * 0.999).objection(SCAN, at(0, 0, side), frame))
        .hasValueSatisfying(words -> assertThat(words).contains("another place"));
    Exposed exposed = map(1e-10, dose).debit(SCAN, at(0, 0, side), frame).orElseThrow();
    assertThat(exposed.electrons()).isCloseTo(50e-12 * 0.04096 / 1.602176634e-19, within(1.0));
  }

  @Test
  void whatWasGivenAddsUpWhereFieldsOverlapAndNowhereElse() {
    DoseMap map = map(1e-9, 5e24);
    Cost one = seconds(0.64); // 2.0e24 per square metre on a field of 10 nm
    for (int frame = 0; frame < 2; frame++) {
      assertThat(map.objection(SCAN, at(0, 0, 10e-9), one)).isEmpty();
      map.debit(SCAN, at(0, 0, 10e-9), one);
    }
    assertThat(map.objection(SCAN, at(0, 0, 10e-9), one)).isPresent();
    assertThat(map.objection(SCAN, at(9e-9, 0, 10e-9), one)).as("overlaps").isPresent();
    assertThat(map.objection(SCAN, at(-9e-9, 0, 10e-9), one)).as("overlaps").isPresent();
    assertThat(map.objection(SCAN, at(12e-9, 0, 10e-9), one)).as("beside").isEmpty();
    assertThat(map.objection(SCAN, at(-12e-9, 0, 10e-9), one)).as("beside").isEmpty();
  }

  @Test
  void aBeamThatStandsFillsOneCell() {
    DoseMap map = map(5e-9, 1.3e25);
    Cost one = seconds(1); // 3.1e8 electrons in 25 square nanometres: 1.25e25
    assertThat(map.objection(SPECTRUM, at(0, 1e-9, 1e-6), one)).isEmpty();
    map.debit(SPECTRUM, at(0, 1e-9, 1e-6), one);
    assertThat(map.objection(SPECTRUM, at(0, 4e-9, 1e-6), one)).as("the same cell").isPresent();
    assertThat(map.objection(SPECTRUM, at(0, 6e-9, 1e-6), one)).as("the next").isEmpty();
    assertThat(map.objection(SPECTRUM, at(5e-9, -4e-9, 1e-6), one)).as("the row below").isEmpty();
  }

  @Test
  void theAccountOutlivesTheMapAndIsGivenBackOnlyWithProof() {
    DoseMap first = map(1e-9, 3e24);
    Exposed exposed = first.debit(SCAN, at(0, 0, 10e-9), seconds(0.64)).orElseThrow();
    assertThat(map(1e-9, 3e24).objection(SCAN, at(0, 0, 10e-9), seconds(0.64))).isPresent();
    first.giveBack(exposed);
    assertThat(first.objection(SCAN, at(0, 0, 10e-9), seconds(0.64))).isEmpty();
    assertThat(map(1e-9, 3e24).objection(SCAN, at(0, 0, 10e-9), seconds(0.64))).isEmpty();
    assertThat(notes.lines).hasSize(2);
  }

  @Test
  void whatIsNotReadBackIsRefusedAndWhatDoesNotExposeIsNot() {
    DoseMap map = map(1e-9, 3e24);
    InstrumentState blind = state(0, Readback.fresh(Channel.FIELD_OF_VIEW, 1e-8));
    assertThat(map.objection(SCAN, blind, seconds(1)))
        .hasValueSatisfying(words -> assertThat(words).contains("read the state again"));
    assertThat(map.objection(SCAN, blind, seconds(0))).isEmpty();
    assertThat(map.objection(new SpmCommand.Scan(0, 1), blind, seconds(1))).isEmpty();
    assertThat(map.debit(new SpmCommand.Scan(0, 1), blind, seconds(1))).isEmpty();
  }

  @Test
  void aFieldOfTooManyCellsIsRefused() {
    assertThat(map(1e-10, 1e40).objection(SCAN, at(0, 0, 1e-6), seconds(1)))
        .hasValueSatisfying(words -> assertThat(words).contains("1000 cells"));
    assertThat(map(1e-8, 1e40).objection(SCAN, at(0, 0, 1e-6), seconds(1))).isEmpty();
  }

  @Test
  void tellsWhereOnTheSampleEveryCellLiesThatGotAnything() {
    notes.add(new Exposed(0.5e-9, -0.5e-9, 0, 30));
    notes.add(new Exposed(0.5e-9, -0.5e-9, 0, 10));
    assertThat(map(1e-9, 1e24).got())
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.x().metres()).isCloseTo(0.5e-9, within(1e-18));
              assertThat(got.y().metres()).isCloseTo(-0.5e-9, within(1e-18));
              assertThat(got.dose().electronsPerSquareMetre()).isCloseTo(40e18, within(1e6));
            });
  }

  @Test
  void aRecordOfWhatCannotHaveBeenIsRefused() {
    for (Exposed wrong :
        List.of(
            new Exposed(0, 0, 1, 1),
            new Exposed(Double.NaN, 0, 0, 1),
            new Exposed(0, Double.POSITIVE_INFINITY, 0, 1))) {
      Notes broken = new Notes();
      broken.add(wrong);
      DoseLimit limit = new DoseLimit(new Length(1e-9), new Dose(1e24));
      assertThatThrownBy(() -> new DoseMap(limit, broken))
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining("record of doses");
    }
  }

  @Test
  void limitsMustMakeSense() {
    for (double cell : new double[] {0, 9e-11, 2, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DoseLimit(new Length(cell), new Dose(1)));
    }
    for (double most : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DoseLimit(new Length(1e-9), new Dose(most)));
    }
  }
}
