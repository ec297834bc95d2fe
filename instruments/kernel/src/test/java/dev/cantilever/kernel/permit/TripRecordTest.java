package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.port.TripRecord;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trips and resets are recorded, and what the record says, or fails to keep, closes the gate. */
class TripRecordTest {

  private final LedgerDriver driver = new LedgerDriver();
  private final Notes record = new Notes();

  private Gate gate() {
    return new Gate(
        driver, new EnvelopeStatus.Loaded(Examples.envelope(), "sha256:0"), () -> 7, record);
  }

  private static List<Problem> problems(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.problems() : List.of();
  }

  @Test
  void everyTripAndEveryResetIsRecorded() {
    Gate gate = gate();
    gate.stop("smoke");
    gate.stop(null);
    gate.reset("operator", "looked");
    gate.tell(new GuardInput.Wrong("vacuum", Severity.TRIP, ClearRule.WITH_CONDITION, "it leaks"));
    assertThat(record.written)
        .containsExactly(
            "tripped: smoke",
            "tripped: no reason given",
            "reset: operator, looked",
            "tripped: it leaks");
  }

  @Test
  void aGateIsBornTrippedWhereTheRecordSaysSoAndStaysSoWhereTheRecordIsLost() {
    record.standing = Optional.of("smoke in an earlier process");
    Gate gate = gate();
    record.standing = Optional.empty();
    assertThat(problems(gate.check(move(0, 0, 1.5))))
        .extracting(Problem::message)
        .containsExactly("stopped (smoke in an earlier process); a person must reset");
    gate.reset("operator", "looked");
    assertThat(gate.check(move(0, 0, 1.5))).isEqualTo(new Decision.Permitted());
  }

  @Test
  void aTripThatAnotherProcessRecordsClosesTheGate() {
    Gate gate = gate();
    record.standing = Optional.of("smoke elsewhere");
    assertThat(problems(gate.check(move(0, 0, 1.5))))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.STOPPED);
  }

  @Test
  void aFullDiskKeepsNoGateOpen() {
    record.full = true;
    Gate stopped = gate();
    assertThatIllegalStateException().isThrownBy(() -> stopped.stop("smoke"));
    assertThat(driver.stops).isEqualTo(1);
    assertThat(stopped.check(move(0, 0, 1.5))).isInstanceOf(Decision.Refused.class);
    Gate tripped = gate();
    GuardInput trip =
        new GuardInput.Wrong("vacuum", Severity.TRIP, ClearRule.AFTER_ACKNOWLEDGEMENT, "it leaks");
    assertThatIllegalStateException().isThrownBy(() -> tripped.tell(trip));
    assertThat(problems(tripped.check(move(0, 0, 1.5))))
        .extracting(Problem::message)
        .containsExactly("stopped (it leaks); a person must reset");
  }

  @Test
  void aRecordInMemoryStandsUntilItIsReset() {
    TripRecord memory = TripRecord.inMemory();
    assertThat(memory.standing()).isEmpty();
    memory.tripped("smoke");
    assertThat(memory.standing()).contains("smoke");
    memory.reset("operator", "looked");
    assertThat(memory.standing()).isEmpty();
  }
}
