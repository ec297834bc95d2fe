package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.GuardAction;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.interlock.GuardState;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gate does while nobody asks anything of it: looks, ticks, trips and their record. */
class GateWatchTest {

  private static final String VACUUM = "interlock of column pressure";

  private final LedgerDriver driver = new LedgerDriver();
  private final Notes record = new Notes();
  private long now = 1_000_000_000_000L;

  private Gate gate(Severity severity) {
    Interlock vacuum =
        new Interlock(
            Channel.VACUUM,
            new Pressure(0),
            new Pressure(1),
            new TimeSpan(2),
            severity,
            "the gun needs vacuum");
    Envelope plain = Examples.envelope();
    Envelope envelope =
        new Envelope(
            plain.name(),
            plain.limits(),
            plain.maximumLoopSteps(),
            List.of(),
            plain.budget(),
            List.of(),
            0,
            List.of(),
            List.of(vacuum));
    driver.state = reading(0.5);
    return gate(envelope);
  }

  private Gate gate(Envelope envelope) {
    return new Gate(driver, new EnvelopeStatus.Loaded(envelope, "sha256:0"), () -> now, record);
  }

  private static InstrumentState reading(double pascal) {
    return state(DeviceState.READY, BeamState.NONE, Readback.fresh(Channel.VACUUM, pascal));
  }

  private static InstrumentState state(DeviceState device, BeamState beam, Readback... readbacks) {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        new TimeSpan(0),
        0,
        Quality.GOOD,
        device,
        ProbeState.NONE,
        beam,
        List.of(readbacks));
  }

  private static List<Problem> problems(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.problems() : List.of();
  }

  @ParameterizedTest
  @EnumSource(
      value = Severity.class,
      names = {"WARN", "HOLD", "SAFE_STOP", "TRIP"})
  void aLookFindsAnInterlockThatIsWrongAndDoesWhatItsSeverityDemands(Severity severity) {
    Gate gate = gate(severity);
    gate.look();
    assertThat(gate.guard().causes()).isEmpty();
    driver.state = reading(2);
    gate.look();
    gate.look();
    assertThat(gate.guard().causes()).extracting(Cause::name).containsExactly(VACUUM);
    assertThat(gate.guard().severity()).isEqualTo(severity);
    assertThat(driver.stops).isEqualTo(severity.compareTo(Severity.SAFE_STOP) >= 0 ? 1 : 0);
    assertThat(record.written).hasSize(severity == Severity.TRIP ? 1 : 0);
    driver.state = reading(0.5);
    gate.look();
    assertThat(gate.guard().severity())
        .isEqualTo(severity == Severity.TRIP ? Severity.TRIP : Severity.NONE);
    assertThat(gate.check(move(0, 0, 1.5)) instanceof Decision.Permitted)
        .isEqualTo(severity != Severity.TRIP);
  }

  @Test
  void whileItHoldsNothingBeginsAndEveryCauseIsNamed() {
    Gate gate = gate(Severity.HOLD);
    driver.state = reading(2);
    gate.look();
    gate.tell(new GuardInput.Wrong("door", Severity.WARN, ClearRule.WITH_CONDITION, "it is open"));
    assertThat(problems(gate.check(move(0, 0, 1.5))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.INTERLOCK);
              assertThat(problem.message())
                  .startsWith("nothing begins now: column pressure reads 2 Pa")
                  .endsWith("; it is open");
            });
  }

  @Test
  void aLookWithoutAnEnvelopeHasNothingToHoldTheInstrumentTo() {
    driver.state = state(DeviceState.FAULT, BeamState.NONE);
    Gate gate = new Gate(driver, new EnvelopeStatus.Missing("gone"), () -> now, record);
    gate.look();
    assertThat(gate.guard().causes()).isEmpty();
  }

  @Test
  void aLookFindsAnAlarmOfTheDevice() {
    Gate gate = gate(Examples.envelope());
    driver.state = state(DeviceState.FAULT, BeamState.NONE);
    gate.look();
    assertThat(driver.stops).isEqualTo(1);
    assertThat(record.written)
        .containsExactly("tripped: the instrument reports a fault of its own");
    driver.state = state(DeviceState.READY, BeamState.NONE);
    assertThat(problems(gate.check(move(0, 0, 1.5))))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.STOPPED);
  }

  @Test
  void aLookHearsTheDriver() {
    Gate gate = gate(Examples.envelope());
    now += 5;
    gate.look();
    assertThat(gate.guard().driverNanos()).isEqualTo(now);
  }

  @Test
  void whoeverAsksIsHeardAsTheRunner() {
    Gate gate = gate(Examples.envelope());
    now += 5;
    gate.check(move(0, 0, 1.5));
    assertThat(gate.guard().runnerNanos()).isEqualTo(now);
    now += 5;
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(gate.guard().runnerNanos()).isEqualTo(now);
  }

  @Test
  void aTickMissesWhoIsSilentAndSaysSo() {
    Gate gate = gate(Examples.envelope());
    assertThat(gate.tell(new GuardInput.Armed(true))).isEmpty();
    assertThat(gate.guard().isArmed()).isTrue();
    now += 6_000_000_000L;
    gate.tick();
    assertThat(gate.guard().severity()).isEqualTo(Severity.SAFE_STOP);
    assertThat(driver.stops).isEqualTo(1);
    assertThat(gate.tell(new GuardInput.Armed(true)))
        .singleElement()
        .isInstanceOf(GuardAction.Refuse.class);
  }

  @Test
  void aStopOfTheGuardVoidsAPermitOnItsWay() {
    Gate gate = gate(Examples.envelope());
    driver.beforeActing =
        () ->
            gate.tell(
                new GuardInput.Wrong(
                    "vacuum", Severity.SAFE_STOP, ClearRule.WITH_CONDITION, "it leaks"));
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(driver.done).isEmpty();
    assertThat(driver.stops).isEqualTo(1);
  }

  @Test
  void aResetIsRefusedWhileACauseIsThere() {
    Gate gate = gate(Severity.TRIP);
    driver.state = reading(2);
    gate.look();
    assertThatIllegalStateException()
        .isThrownBy(() -> gate.reset("operator", "looked"))
        .withMessageContaining("column pressure reads 2 Pa");
    assertThat(record.standing).isPresent();
    driver.state = reading(0.5);
    gate.look();
    gate.reset("operator", "looked");
    assertThat(record.standing).isEmpty();
    assertThat(gate.check(move(0, 0, 1.5))).isEqualTo(new Decision.Permitted());
  }

  @Test
  void whatTheDriverLetsGoOfWhenAPersonHasLookedIsNotInTheWayOfTheReset() {
    Gate gate = gate(Severity.HOLD);
    driver.state = reading(2);
    gate.look();
    driver.whenAcknowledged = () -> driver.state = reading(0.5);
    gate.reset("operator", "looked");
    assertThat(gate.guard().severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void provesTheTripPathByAStopAfterWhichTheInstrumentRests() {
    Gate gate = gate(Examples.envelope());
    assertThat(gate.proves()).isTrue();
    assertThat(driver.stops).isEqualTo(1);
    driver.state = state(DeviceState.BUSY, BeamState.NONE);
    assertThat(gate.proves()).isFalse();
    driver.state = state(DeviceState.READY, BeamState.PARKED_ON_SAMPLE);
    assertThat(gate.proves()).isFalse();
    assertThat(driver.stops).isEqualTo(3);
  }

  @Test
  void provesNothingWhereTheStopFails() {
    LedgerDriver jammed =
        new LedgerDriver() {
          @Override
          public void stop() {
            super.stop();
            throw new IllegalStateException("no reply");
          }
        };
    Gate gate =
        new Gate(jammed, new EnvelopeStatus.Loaded(Examples.envelope(), "sha256:0"), () -> now);
    assertThat(gate.proves()).isFalse();
    gate.tick();
    assertThat(jammed.stops).isEqualTo(2);
  }

  @Test
  void aTickStopsNothingThatRests() {
    Gate gate = gate(Examples.envelope());
    gate.tick();
    assertThat(driver.stops).isZero();
  }

  @Test
  void whoOnlyLooksTellsTheGuardNothing() {
    Gate gate = gate(Severity.SAFE_STOP);
    driver.state = reading(5); // far too much
    GuardState before = gate.guard();
    assertThat(gate.seen()).isEqualTo(driver.state);
    assertThat(gate.guard()).isEqualTo(before);
    assertThat(driver.stops).isZero();
  }

  @Test
  void whatDoesNotAnswerIsSeenOfflineAndHoldsNothing() {
    LedgerDriver silent =
        new LedgerDriver() {
          @Override
          public InstrumentState watch() {
            throw new IllegalStateException("no answer");
          }
        };
    Gate gate =
        new Gate(
            silent, new EnvelopeStatus.Loaded(Examples.envelope(), "sha256:0"), () -> now, record);
    assertThat(gate.seen()).isEqualTo(InstrumentState.offline());
    assertThat(gate.guard().causes()).isEmpty();
  }
}
