package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.loop;
import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final long TWO_SECONDS = 2_000_000_000L;

  private final LedgerDriver driver = new LedgerDriver();
  private long now = Long.MAX_VALUE - 1; // deadlines must survive the overflow of nanoTime
  private final EnvelopeStatus status = new EnvelopeStatus.Loaded(envelope(), "sha256:0");
  private final Gate gate = new Gate(driver, status, () -> now);

  @AfterEach
  void noPermitIsLeft() {
    now += 2 * TWO_SECONDS;
    for (Permit permit : driver.permits) {
      assertThatExceptionOfType(PermitRefused.class).isThrownBy(permit::redeem);
    }
  }

  @Test
  void showsTheDriverExactlyTheCommandThatWasAsked() {
    for (Command command : Examples.permitted()) {
      assertThat(gate.execute(key(1), command)).isEqualTo(new Verdict.Acted(driver.outcome));
    }
    assertThat(driver.done).isEqualTo(Examples.permitted());
    assertThat(driver.permits).extracting(Permit::key).containsOnly(key(1));
  }

  /** K3, K4: whatever is asked, the driver sees it unchanged and inside, or not at all. */
  @Test
  void clipsNothing() {
    Draws.each(
        100_000,
        random -> {
          LedgerDriver fresh = new LedgerDriver();
          Gate door = new Gate(fresh, new EnvelopeStatus.Loaded(envelope(), "sha256:0"), () -> now);
          Command command =
              random.nextBoolean()
                  ? move(
                      Draws.anyDouble(random, 1),
                      Draws.anyDouble(random, 1),
                      Draws.anyDouble(random, 2))
                  : loop(Draws.anyDouble(random, 10), random.nextInt(-5, 110));
          boolean acted = door.execute(key(1), command) instanceof Verdict.Acted;
          assertThat(fresh.done).isEqualTo(acted ? List.of(command) : List.of());
          assertThat(acted).isEqualTo(isInside(command));
        });
  }

  private static boolean isInside(Command command) {
    return switch (command) {
      case MoveProbe move ->
          Math.abs(move.target().x().metres()) <= 1
              && Math.abs(move.target().y().metres()) <= 1
              && Math.abs(move.speed().metresPerSecond() - 1.5) <= 0.5;
      case HysteresisLoop loop ->
          loop.biasAmplitude().volts() > 0
              && loop.biasAmplitude().volts() <= 10
              && Math.abs(2 * loop.steps() - 101) <= 99;
      case Command other -> false;
    };
  }

  @Test
  void refusesEverythingWithoutAnEnvelope() {
    Gate shut = new Gate(driver, new EnvelopeStatus.Missing("the file is empty"), () -> now);
    for (Command command : Examples.permitted()) {
      assertThat(problem(shut.execute(key(1), command)).message()).contains("the file is empty");
      assertThat(shut.check(command)).isInstanceOf(Decision.Refused.class);
    }
    assertThat(driver.permits).isEmpty();
  }

  @Test
  void refusesWhatTheDriverCannotDo() {
    driver.inability = Optional.of("the tip is in the cleaner");
    Problem problem = problem(gate.execute(key(1), move(0, 0, 1.5)));
    assertThat(problem.code()).isEqualTo(ProblemCode.DEVICE);
    assertThat(problem.message()).isEqualTo("the tip is in the cleaner");
    assertThat(driver.permits).isEmpty();
  }

  @Test
  void refusesWhileTheReadbackIsStale() {
    driver.state =
        new InstrumentState(SurfacePoint.metres(0, 0), new TimeSpan(0), 0, Quality.STALE);
    assertThat(problem(gate.execute(key(1), move(0, 0, 1.5))).code())
        .isEqualTo(ProblemCode.INTERLOCK);
    assertThat(driver.permits).isEmpty();
  }

  /** For rehearsals: the verdict is that of the place asked about, and nothing moves. */
  @Test
  void judgesAsIfTheProbeStoodElsewhere() {
    assertThat(gate.checkFrom(SurfacePoint.metres(0.5, 0.5), loop(8.5, 64)))
        .isEqualTo(new Decision.Permitted());
    assertThat(gate.checkFrom(SurfacePoint.metres(1.5, 0.5), loop(8.5, 64)))
        .isInstanceOf(Decision.Refused.class);
    assertThat(
            new Gate(driver, new EnvelopeStatus.Missing("gone"), () -> now)
                .checkFrom(SurfacePoint.metres(0.5, 0.5), loop(8.5, 64)))
        .isInstanceOf(Decision.Refused.class);
    assertThat(driver.permits).isEmpty();
  }

  @Test
  void checkingChangesNothing() {
    assertThat(gate.check(move(0, 0, 1.5))).isEqualTo(new Decision.Permitted());
    assertThat(gate.check(move(9, 0, 1.5))).isInstanceOf(Decision.Refused.class);
    assertThat(gate.spent()).isEqualTo(Cost.NONE);
    assertThat(driver.permits).isEmpty();
  }

  @Test
  void debitsBeforeActing() {
    driver.beforeActing = () -> assertThat(gate.spent()).isEqualTo(driver.price);
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(gate.spent()).isEqualTo(driver.price);
  }

  @Test
  void givesTheDebitBackOnlyWhereNothingHappened() {
    gate.debit(driver.price);
    driver.outcome = new Outcome.Unknown("the line went dead");
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(gate.spent()).isEqualTo(driver.price.plus(driver.price));
    driver.outcome = new Outcome.Failed("it was switched off");
    gate.execute(key(2), move(0, 0, 1.5));
    assertThat(gate.spent()).isEqualTo(driver.price.plus(driver.price));
  }

  @Test
  void keepsTheDebitWhenTheDriverBreaks() {
    driver.beforeActing =
        () -> {
          throw new IllegalStateException("the cable is out");
        };
    assertThat(gate.execute(key(1), move(0, 0, 1.5)))
        .isEqualTo(new Verdict.Acted(new Outcome.Unknown("the driver broke: the cable is out")));
    assertThat(gate.spent()).isEqualTo(driver.price);
  }

  @Test
  void debitsNothingForARefusedCommand() {
    gate.execute(key(1), move(9, 0, 1.5));
    assertThat(gate.spent()).isEqualTo(Cost.NONE);
  }

  @Test
  void refusesWhenTheBudgetOfTheRunIsSpent() {
    for (int call = 1; call <= 10; call++) {
      assertThat(gate.execute(key(call), move(0, 0, 1.5))).isInstanceOf(Verdict.Acted.class);
    }
    assertThat(problem(gate.execute(key(11), move(0, 0, 1.5))).code())
        .isEqualTo(ProblemCode.BUDGET);
    assertThat(driver.done).hasSize(10);
  }

  @Test
  void countsWhatAnEarlierProcessSpent() {
    gate.debit(new Cost(new TimeSpan(0), new Length(0), 10));
    assertThat(problem(gate.execute(key(1), move(0, 0, 1.5))).code()).isEqualTo(ProblemCode.BUDGET);
  }

  /** K7: whatever becomes of the commands, the account is never below what was done. */
  @Test
  void neverDebitsLessThanWasDone() {
    Draws.each(
        20_000,
        random -> {
          LedgerDriver fresh = new LedgerDriver();
          Gate door = new Gate(fresh, new EnvelopeStatus.Loaded(envelope(), "sha256:0"), () -> now);
          double effects = 0;
          for (int call = 1; call <= 15; call++) {
            double seconds = random.nextDouble(20);
            fresh.price = new Cost(new TimeSpan(seconds), new Length(0), 0);
            fresh.outcome =
                switch (random.nextInt(3)) {
                  case 0 -> new Outcome.Failed("no");
                  case 1 -> new Outcome.Unknown("lost");
                  default -> driver.outcome;
                };
            int before = fresh.done.size();
            door.execute(key(call), move(0, 0, 1.5));
            boolean acted =
                fresh.done.size() > before && !(fresh.outcome instanceof Outcome.Failed);
            effects += acted ? seconds : 0;
            assertThat(door.spent().time().seconds()).isBetween(effects, 100.0);
          }
        });
  }

  @Test
  void stopRefusesAllUntilAPersonResets() {
    gate.stop("smoke");
    assertThat(driver.stops).isEqualTo(1);
    for (Command command : Examples.permitted()) {
      Problem problem = problem(gate.execute(key(1), command));
      assertThat(problem.code()).isEqualTo(ProblemCode.STOPPED);
      assertThat(problem.message()).contains("smoke");
    }
    gate.reset("operator", "it was the soldering iron");
    assertThat(driver.permits).isEmpty();
    assertThat(gate.execute(key(2), move(0, 0, 1.5))).isInstanceOf(Verdict.Acted.class);
  }

  @Test
  void resetNeedsANameAndAReasonAndMovesNothing() {
    gate.stop("smoke");
    assertThatIllegalArgumentException().isThrownBy(() -> gate.reset(" ", "why not"));
    assertThatIllegalArgumentException().isThrownBy(() -> gate.reset("operator", ""));
    assertThat(gate.check(move(0, 0, 1.5))).isInstanceOf(Decision.Refused.class);
    assertThat(driver.acknowledged).isEmpty();
    gate.reset("operator", "all clear");
    assertThat(driver.acknowledged).containsExactly("operator: all clear");
    assertThat(driver.permits).isEmpty();
    assertThat(driver.stops).isEqualTo(1);
  }

  @Test
  void stopMayBeRepeatedAndNeedsNoReason() {
    gate.stop(null);
    gate.stop(null);
    assertThat(driver.stops).isEqualTo(2);
    assertThat(problem(gate.execute(key(1), move(0, 0, 1.5))).code())
        .isEqualTo(ProblemCode.STOPPED);
  }

  @Test
  void stopVoidsAPermitOnItsWay() {
    driver.beforeActing = () -> gate.stop("smoke");
    assertThat(gate.execute(key(1), move(0, 0, 1.5))).isEqualTo(acted("no longer valid"));
    assertThat(driver.done).isEmpty();
    assertThat(gate.spent()).isEqualTo(Cost.NONE);
  }

  @Test
  void resetDoesNotReviveAPermitFromBeforeTheStop() {
    driver.beforeActing =
        () -> {
          gate.stop("smoke");
          gate.reset("operator", "all clear");
        };
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(driver.done).isEmpty();
  }

  /** Another thread may stop after the latch was looked at and before the permit is made. */
  @Test
  void stopDuringJudgementVoidsThePermit() {
    driver.whileJudged = () -> gate.stop("smoke");
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(driver.done).isEmpty();
  }

  @Test
  void aPermitWorksOnce() {
    gate.execute(key(1), move(0, 0, 1.5));
    assertThatExceptionOfType(PermitRefused.class)
        .isThrownBy(driver.permits.getFirst()::redeem)
        .withMessage("permit for run-0001/call-1 was used before");
  }

  @Test
  void aPermitLivesForTwoSeconds() {
    driver.beforeActing = () -> now += TWO_SECONDS;
    gate.execute(key(1), move(0, 0, 1.5));
    assertThat(driver.done).hasSize(1);
    driver.beforeActing = () -> now += TWO_SECONDS + 1;
    assertThat(gate.execute(key(2), move(0, 0, 1.5))).isEqualTo(acted("no longer valid", 2));
    assertThat(driver.done).hasSize(1);
  }

  @Test
  void onlyTheGateCanMakeAPermit() {
    assertThat(Permit.class).isFinal();
    assertThat(Serializable.class.isAssignableFrom(Permit.class)).isFalse();
    for (Constructor<?> constructor : Permit.class.getDeclaredConstructors()) {
      int modifiers = constructor.getModifiers();
      assertThat(Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)).isFalse();
    }
  }

  @Test
  void passesReadsOnAndClosesTheDriver() {
    assertThat(gate.describe()).isEqualTo(driver.describe());
    assertThat(gate.state()).isEqualTo(driver.state);
    assertThat(gate.estimate(move(0, 0, 1.5))).isEqualTo(driver.price);
    assertThat(gate.recall(key(1))).isEqualTo(new Recollection.NeverArrived());
    assertThat(gate.envelope()).isSameAs(status);
    assertThat(gate.truth()).isEmpty();
    driver.truth = Optional.of(new GroundTruth() {});
    assertThat(gate.truth()).isEqualTo(driver.truth);
    gate.close();
    assertThat(driver.closed).isTrue();
  }

  private static Verdict acted(String why) {
    return acted(why, 1);
  }

  private static Verdict acted(String why, int call) {
    return new Verdict.Acted(new Outcome.Failed("permit for " + key(call) + " is " + why));
  }

  private static Problem problem(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).problems().getFirst();
  }
}
