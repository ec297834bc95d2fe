package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.dose.DoseRecord;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.kernel.port.TripRecord;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A beam of one electron each second on one square metre, which may get 10. */
class GateDoseTest {

  private static final Command SCAN = new StemCommand.ScanFrames(1);

  private final LedgerDriver driver = new LedgerDriver();
  private final List<Exposed> lines = new ArrayList<>();
  private final DoseRecord record =
      new DoseRecord() {
        @Override
        public List<Exposed> all() {
          return List.copyOf(lines);
        }

        @Override
        public void add(Exposed exposed) {
          lines.add(exposed);
        }
      };

  @BeforeEach
  void fourSecondsOnOneSquareMetre() {
    driver.price = new Cost(new TimeSpan(4), new Length(0), 0, new TimeSpan(4), new Impulse(0));
    driver.state =
        new InstrumentState(
            SurfacePoint.metres(0, 0),
            new TimeSpan(0),
            0,
            Quality.GOOD,
            DeviceState.READY,
            ProbeState.NONE,
            BeamState.BLANKED,
            List.of(
                Readback.fresh(Channel.BEAM_CURRENT, 1.602176634e-19),
                Readback.fresh(Channel.FIELD_OF_VIEW, 1),
                Readback.fresh(Channel.HOLDER_X, 0.5),
                Readback.fresh(Channel.HOLDER_Y, 0.5),
                Readback.fresh(Channel.DEFOCUS, 0),
                Readback.fresh(Channel.IMAGE_SHIFT_X, 0),
                Readback.fresh(Channel.IMAGE_SHIFT_Y, 0),
                Readback.fresh(Channel.BEAM_TILT_X, 0),
                Readback.fresh(Channel.BEAM_TILT_Y, 0),
                Readback.fresh(Channel.HOLDER_Z, 0)));
  }

  private Gate gate(Optional<DoseLimit> dose) {
    Budget budget =
        new Budget(new TimeSpan(100), new Length(0), 0, new TimeSpan(100), new Impulse(0));
    Envelope envelope =
        new Envelope(
            "dose v1", List.of(), 0, List.of(), budget, List.of(), 0, List.of(), List.of(), dose);
    return new Gate(
        driver,
        new EnvelopeStatus.Loaded(envelope, "sha256:0"),
        () -> 7,
        TripRecord.inMemory(),
        record);
  }

  private Gate gate() {
    return gate(Optional.of(new DoseLimit(new Length(1), new Dose(10))));
  }

  private static List<ProblemCode> codes(Verdict verdict) {
    return verdict instanceof Verdict.Refused refused
        ? refused.problems().stream().map(Problem::code).toList()
        : List.of();
  }

  @Test
  void refusesWhatWouldFillACellBeyondItsLimit() {
    Gate gate = gate();
    driver.beforeActing = () -> assertThat(lines).hasSize(driver.done.size() + 1);
    assertThat(codes(gate.execute(key(1), SCAN))).isEmpty();
    assertThat(codes(gate.execute(key(2), SCAN))).isEmpty();
    assertThat(codes(gate.execute(key(3), SCAN))).containsExactly(ProblemCode.BUDGET);
    assertThat(driver.done).hasSize(2);
    assertThat(lines).containsExactly(new Exposed(0.5, 0.5, 1, 4), new Exposed(0.5, 0.5, 1, 4));
    assertThat(codes(gate().execute(key(4), SCAN))).containsExactly(ProblemCode.BUDGET);
  }

  @Test
  void givesTheDoseBackOnlyWhereNothingHappened() {
    Gate gate = gate();
    driver.outcome = new Outcome.Failed("the shutter stuck");
    for (int call = 1; call <= 5; call++) {
      assertThat(codes(gate.execute(key(call), SCAN))).isEmpty();
    }
    assertThat(lines).hasSize(10);
    assertThat(lines.getLast()).isEqualTo(new Exposed(0.5, 0.5, 1, -4));
    driver.outcome = new Outcome.Unknown("the line went dead");
    gate.execute(key(6), SCAN);
    assertThat(lines).hasSize(11);
  }

  @Test
  void asksForTheDoseBeforeItAsksTheDriver() {
    driver.inability = Optional.of("the detector is out");
    assertThat(codes(gate().execute(key(1), SCAN))).containsExactly(ProblemCode.DEVICE);
    driver.price = new Cost(new TimeSpan(11), new Length(0), 0, new TimeSpan(11), new Impulse(0));
    assertThat(codes(gate().execute(key(2), SCAN))).containsExactly(ProblemCode.BUDGET);
    assertThat(gate().check(SCAN)).isInstanceOf(Decision.Refused.class);
    assertThat(lines).isEmpty();
  }

  @Test
  void countsNothingWithoutALimit() {
    Gate gate = gate(Optional.empty());
    for (int call = 1; call <= 5; call++) {
      assertThat(codes(gate.execute(key(call), SCAN))).isEmpty();
    }
    assertThat(lines).isEmpty();
  }
}
