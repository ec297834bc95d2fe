package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.evaluate;
import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.loop;
import static dev.cantilever.kernel.Examples.move;
import static dev.cantilever.kernel.Examples.set;
import static dev.cantilever.kernel.Examples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read back against what was answered and what was asked. */
class WitnessTest {

  private static final double NANOMETRE = 1e-9;

  private final Mischief driver = new Mischief();
  private final Gate gate =
      new Gate(driver, new EnvelopeStatus.Loaded(envelope(), "sha256:0"), () -> 7);

  /** May read back something else than where it stands, break off, or be another device. */
  private static final class Mischief extends LedgerDriver {

    private UnaryOperator<InstrumentState> after = state -> state;
    private Runnable whileWatched = () -> {};
    private Recollection recollection = new Recollection.NeverArrived();
    private int failingReads;
    private String name = "ledger";

    @Override
    public InstrumentDescription describe() {
      InstrumentDescription own = super.describe();
      return new InstrumentDescription(
          new InstrumentId(name), own.title(), own.sample(), true, own.dataHash(), own.offer());
    }

    @Override
    public Outcome execute(Permit permit) {
      Outcome outcome = super.execute(permit);
      state = after.apply(state);
      return outcome;
    }

    @Override
    public InstrumentState state() {
      if (failingReads-- > 0) {
        throw new IllegalStateException("no reply");
      }
      return state;
    }

    @Override
    public InstrumentState watch() {
      InstrumentState seen = state();
      Runnable once = whileWatched;
      whileWatched = () -> {};
      once.run();
      return seen;
    }

    @Override
    public Recollection recall(CommandKey key) {
      return recollection;
    }
  }

  private Outcome outcome(int call, Command command) {
    return ((Verdict.Acted) gate.execute(key(call), command)).outcome();
  }

  private List<String> causes() {
    return gate.guard().causes().stream().map(Cause::words).toList();
  }

  @Test
  void anotherDeviceThatAnswersTrips() {
    driver.name = "stranger";
    gate.look();
    assertThat(causes()).containsExactly("another device answers");
    assertThat(gate.guard().severity()).isEqualTo(Severity.TRIP);
    assertThat(gate.execute(key(1), move(0, 0, 1.5))).isInstanceOf(Verdict.Refused.class);
  }

  /** Seen on the way from (0, 0) to (0.5, 0), with a tolerance of 1 nm. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, GOOD, ''",
    "0.25, 0, GOOD, ''",
    "0.25, 0.9e-9, GOOD, ''",
    "0.5, 0, GOOD, ''",
    "0.25, 1.1e-9, GOOD, left",
    "0.6, 0, GOOD, left",
    "-0.1, 0, GOOD, left",
    "0.25, 0.1, STALE, ''",
  })
  void anInstrumentThatLeavesItsWayIsStopped(double x, double y, Quality quality, String left) {
    driver.beforeActing =
        () -> {
          driver.state =
              new InstrumentState(SurfacePoint.metres(x, y), new TimeSpan(0), 0, quality);
          gate.look();
        };
    driver.after = state -> standingAt(0.5, 0);
    gate.execute(key(1), move(0.5, 0, 1.5));
    if (left.isEmpty()) {
      assertThat(causes()).isEmpty();
      assertThat(driver.done).hasSize(1);
    } else {
      assertThat(causes()).singleElement().asString().startsWith("it left its way and reads (");
      assertThat(gate.guard().severity()).isEqualTo(Severity.SAFE_STOP);
      assertThat(driver.stops).isEqualTo(1);
      assertThat(driver.done).isEmpty();
    }
  }

  @Test
  void aReadbackFromBeforeACommandThatBeganMeanwhileProvesNothing() {
    assertThat(outcome(1, move(0, 0, 1.5))).isInstanceOf(Outcome.Completed.class);
    driver.whileWatched = () -> gate.execute(key(2), move(0.5, 0, 1.5));
    gate.look();
    assertThat(driver.done).hasSize(2);
    assertThat(causes()).isEmpty();
    driver.whileWatched = () -> gate.execute(key(3), loop(8.5, 64));
    gate.look();
    assertThat(causes()).isEmpty();
  }

  @Test
  void aPlaceIsKeptToItsToleranceOnceACommandHasEndedThere() {
    for (Command command : List.of(move(0.5, 0, 1.5), loop(8.5, 64))) {
      assertThat(outcome(1, command)).isInstanceOf(Outcome.Completed.class);
      driver.state = standingAt(0.5 + 0.9 * NANOMETRE, 0);
      gate.look();
      assertThat(causes()).isEmpty();
      driver.state = standingAt(0.5 + 1.1 * NANOMETRE, 0);
      gate.look();
      assertThat(causes())
          .singleElement()
          .asString()
          .startsWith("moved without a command of ours, it reads (");
      assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
      assertThat(driver.stops).isZero();
      gate.reset("operator", "it was me");
      driver.state = standingAt(0.5, 0);
    }
  }

  @Test
  void whatIsSaidOnceIsNotSaidAgainAfterAReset() {
    assertThat(outcome(1, move(0.5, 0, 1.5))).isInstanceOf(Outcome.Completed.class);
    driver.state = standingAt(0.1, 0);
    gate.look();
    gate.reset("operator", "it was me");
    gate.look();
    assertThat(causes()).isEmpty();
  }

  @Test
  void aPlaceIsForgottenByAResetAlone() {
    assertThat(outcome(1, move(0.5, 0, 1.5))).isInstanceOf(Outcome.Completed.class);
    gate.reset("operator", "about to move it by hand");
    driver.state = standingAt(0.1, 0);
    gate.look();
    assertThat(causes()).isEmpty();
  }

  /** Asked to go from (0, 0) to (0.5, 0), it says done. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, GOOD, NONE",
    "0.4999999991, 0, GOOD, NONE",
    "0.4999999989, 0, GOOD, HOLD",
    "0.25, 0, GOOD, HOLD",
    "0.25, 0.1, GOOD, SAFE_STOP",
    "0.6, 0, GOOD, SAFE_STOP",
    "NaN, 0, GOOD, SAFE_STOP",
    "0.5, 0, STALE, HOLD",
    "0.6, 0, STALE, HOLD",
    "0.25, 0, BAD, HOLD",
  })
  void aMoveIsDoneOnlyWhereItReadsBackThere(
      double x, double y, Quality quality, Severity severity) {
    driver.after =
        state -> new InstrumentState(SurfacePoint.metres(x, y), new TimeSpan(0), 0, quality);
    Outcome outcome = outcome(1, move(0.5, 0, 1.5));
    assertThat(gate.guard().severity()).isEqualTo(severity);
    if (severity == Severity.NONE) {
      assertThat(outcome).isEqualTo(driver.outcome);
      assertThat(driver.stops).isZero();
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Unknown.class,
              lost -> assertThat(lost.evidence()).startsWith("it says done, but reads ("));
      assertThat(causes()).containsExactly(((Outcome.Unknown) outcome).evidence());
      assertThat(driver.stops).isEqualTo(severity == Severity.SAFE_STOP ? 2 : 1);
      driver.state = standingAt(-0.9, 0);
      gate.look();
      assertThat(causes()).hasSize(1);
    }
  }

  @Test
  void namesWhereItReadsBack() {
    driver.after = state -> standingAt(0.25, -0.5);
    assertThat(outcome(1, move(0.5, 0, 1.5)))
        .isEqualTo(new Outcome.Unknown("it says done, but reads (0.25 m, -0.5 m)"));
  }

  @Test
  void anInstrumentThatStandsNowhereIsExpectedNowhere() {
    driver.state = standingAt(Double.NaN, 0);
    assertThat(outcome(1, evaluate(0, set("dose", 1)))).isInstanceOf(Outcome.Completed.class);
    gate.look();
    assertThat(causes()).isEmpty();
  }

  @Test
  void afterACommandThatFailedItIsExpectedWhereItStood() {
    Outcome sound = driver.outcome;
    assertThat(outcome(1, move(0.5, 0, 1.5))).isEqualTo(sound);
    driver.outcome = new Outcome.Failed("it was switched off");
    assertThat(outcome(2, move(0, 0, 1.5))).isEqualTo(driver.outcome);
    gate.look();
    assertThat(causes()).isEmpty();
    driver.state = standingAt(0.25, 0);
    gate.look();
    assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
  }

  @Test
  void afterALostOutcomeItIsExpectedNowhereAndHeldByName() {
    assertThat(outcome(1, move(0.5, 0, 1.5))).isInstanceOf(Outcome.Completed.class);
    driver.outcome = new Outcome.Unknown("the line went dead");
    assertThat(outcome(2, move(0, 0, 1.5))).isEqualTo(driver.outcome);
    driver.state = standingAt(0.9, 0.9);
    gate.look();
    assertThat(gate.guard().causes())
        .containsExactly(
            new Cause(
                "outcome of run-0001/call-2",
                Severity.HOLD,
                ClearRule.WITH_CONDITION,
                true,
                "outcome of run-0001/call-2 is not known: the line went dead"));
  }

  @Test
  void everyLostOutcomeIsRecalledByItsOwnName() {
    driver.outcome = new Outcome.Unknown("the line went dead");
    driver.after =
        state -> {
          driver.after = now -> now;
          outcome(2, move(0, 0, 1.5));
          return state;
        };
    outcome(1, move(0, 0, 1.5));
    assertThat(causes()).hasSize(2);
    assertThat(gate.recall(key(1))).isEqualTo(driver.recollection);
    assertThat(causes())
        .containsExactly("outcome of run-0001/call-2 is not known: the line went dead");
    driver.recollection = new Recollection.CannotTell("its memory is volatile");
    assertThat(gate.recall(key(2))).isEqualTo(driver.recollection);
    assertThat(causes()).hasSize(1);
    gate.reset("operator", "looked");
    assertThat(causes()).isEmpty();
  }

  @Test
  void aLineThatIsDeadHoldsAndSaysWhyUntilItAnswers() {
    driver.failingReads = 3;
    gate.look();
    assertThat(causes()).containsExactly("the instrument does not answer: no reply");
    assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
    driver.failingReads = 2;
    gate.look();
    assertThat(causes()).isEmpty();
  }
}
