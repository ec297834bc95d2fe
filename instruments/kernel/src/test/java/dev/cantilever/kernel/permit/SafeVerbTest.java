package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What brings an instrument to rest goes through in every state of the gate. */
class SafeVerbTest {

  private final LedgerDriver driver = new LedgerDriver();
  private long now = 0;

  private Gate gate(EnvelopeStatus envelope) {
    return new Gate(driver, envelope, () -> now);
  }

  private Gate gate() {
    return gate(new EnvelopeStatus.Loaded(envelope(), "sha256:0"));
  }

  static Stream<Command> safeCommands() {
    return Stream.of(
        new SpmCommand.Withdraw(new Length(2e-5)),
        new SpmCommand.StopScan(),
        new StemCommand.Blank(),
        new StageCommand.StopStage());
  }

  @ParameterizedTest
  @MethodSource("safeCommands")
  void goesThroughWithoutAnEnvelopeAfterATripAndForNothing(Command command) {
    driver.inability = Optional.of("nothing else works");
    for (Gate gate : List.of(gate(new EnvelopeStatus.Missing("gone")), gate())) {
      gate.stop("smoke");
      driver.done.clear();
      assertThat(gate.check(command)).isEqualTo(new Decision.Permitted());
      assertThat(gate.execute(key(1), command)).isEqualTo(new Verdict.Acted(driver.outcome));
      assertThat(driver.done).containsExactly(command);
      assertThat(gate.spent()).isEqualTo(Cost.NONE);
    }
  }

  @ParameterizedTest
  @MethodSource("safeCommands")
  void isNotVoidedByAStopNorByTime(Command command) {
    Gate gate = gate();
    driver.beforeActing =
        () -> {
          gate.stop("smoke");
          now += 60_000_000_000L;
        };
    gate.execute(key(1), command);
    assertThat(driver.done).containsExactly(command);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-6, true",
    "5e-3, true",
    "9.999999999999997e-7, false",
    "5.000000000000001e-3, false",
    "0, false",
    "-1e-3, false",
    "NaN, false",
  })
  void aProbeIsWithdrawnByADistanceThatMakesSense(double metres, boolean sane) {
    Command withdraw = new SpmCommand.Withdraw(new Length(metres));
    Gate gate = gate();
    assertThat(gate.check(withdraw) instanceof Decision.Permitted).isEqualTo(sane);
    Verdict verdict = gate.execute(key(1), withdraw);
    assertThat(driver.done).isEqualTo(sane ? List.of(withdraw) : List.of());
    if (!sane) {
      assertThat(((Verdict.Refused) verdict).problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.LIMIT);
    }
  }

  @Test
  void aDriverThatBreaksMeanwhileMayHaveActed() {
    driver.beforeActing =
        () -> {
          throw new IllegalStateException("the cable is out");
        };
    assertThat(gate().execute(key(1), new StemCommand.Blank()))
        .isEqualTo(new Verdict.Acted(new Outcome.Unknown("the driver broke: the cable is out")));
  }
}
