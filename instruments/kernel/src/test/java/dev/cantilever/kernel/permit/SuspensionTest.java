package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interlock for which runs wait: until when, and never past anything graver. */
class SuspensionTest {

  private static final double LIMIT = 1;
  private static final double AGAIN = 0.8;
  private static final long STEADY_NANOS = 30_000_000_000L;
  private static final String DOOR = "door";

  private final LedgerDriver driver = new LedgerDriver();
  private final Notes record = new Notes();
  private long now = 1_000_000_000_000L;

  private static Interlock vacuum(Severity severity, double steady, double again) {
    return new Interlock(
        Channel.VACUUM,
        new Pressure(0),
        new Pressure(LIMIT),
        new TimeSpan(2),
        severity,
        Optional.of(
            new Interlock.Suspension(
                new TimeSpan(steady), Optional.empty(), Optional.of(new Pressure(again)))),
        "the gun needs vacuum");
  }

  private Gate gate() {
    Interlock vacuum = vacuum(Severity.HOLD, 30, AGAIN);
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
    read(0.5);
    return new Gate(driver, new EnvelopeStatus.Loaded(envelope, "sha256:0"), () -> now, record);
  }

  private void read(double pascal) {
    driver.state =
        new InstrumentState(
            SurfacePoint.metres(0, 0),
            new TimeSpan(0),
            0,
            Quality.GOOD,
            DeviceState.READY,
            ProbeState.NONE,
            BeamState.NONE,
            List.of(Readback.fresh(Channel.VACUUM, pascal)));
  }

  private static boolean isPermitted(Gate gate) {
    return gate.check(move(0, 0, 1.5)) instanceof Decision.Permitted;
  }

  /** What an independent account of the same history says. */
  private static final class Expected {

    private boolean held;
    private long wellSince;

    void look(double pascal, long nanos) {
      double most = held ? AGAIN : LIMIT;
      if (!(pascal <= most)) {
        held = true;
        wellSince = Long.MAX_VALUE;
      } else if (held) {
        wellSince = Math.min(wellSince, nanos);
        held = nanos - wellSince < STEADY_NANOS;
      }
    }
  }

  /** Readings, time, another cause and stops in any order. */
  @Test
  void itEndsAfterALongEnoughGoodReadingAndIsNeverWaitedOutPastAStopOrAnotherCause() {
    int suspended = 0;
    int recovered = 0;
    int graver = 0;
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Gate gate = gate();
      Expected expected = new Expected();
      double pascal = 0.5;
      boolean door = false;
      for (int act = 0; act < 60; act++) {
        switch (random.nextInt(12)) {
          case 0 -> gate.stop("smoke");
          case 1 -> {
            door = true;
            gate.tell(
                new GuardInput.Wrong(DOOR, Severity.HOLD, ClearRule.WITH_CONDITION, "it is open"));
          }
          case 2, 3, 4 -> {
            door = false;
            gate.tell(new GuardInput.Well(DOOR));
          }
          case 5, 6 -> pascal = random.nextDouble(0, 1.5);
          default -> now += random.nextLong(20_000_000_000L);
        }
        read(pascal);
        boolean well = pascal <= LIMIT && !expected.held && !door;
        if (well && gate.stopped().isPresent() && random.nextInt(8) == 0) {
          gate.reset("operator", "looked");
        }
        boolean before = expected.held;
        boolean stopped = gate.stopped().isPresent();
        if (stopped) {
          gate.look();
        }
        boolean waits = gate.suspension().isPresent();
        expected.look(pascal, now);
        assertThat(waits)
            .as("seed %d, act %d", seed, act)
            .isEqualTo(expected.held && !stopped && !door);
        assertThat(isPermitted(gate)).isEqualTo(!expected.held && !stopped && !door);
        suspended += waits ? 1 : 0;
        recovered += before && !expected.held ? 1 : 0;
        graver += expected.held && (stopped || door) ? 1 : 0;
      }
      record.standing = Optional.empty();
    }
    assertThat(suspended).isGreaterThan(1_000);
    assertThat(recovered).isGreaterThan(200);
    assertThat(graver).isGreaterThan(1_000);
  }

  @Test
  void nothingIsWaitedForWithoutAnEnvelope() {
    assertThat(new Gate(driver, new EnvelopeStatus.Missing("gone"), () -> now, record).suspension())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SAFE_STOP, 30, 1", "HOLD, -1, 1", "HOLD, NaN, 1", "HOLD, 30, 1.1", "HOLD, 30, -0.1"})
  void whatMakesNoSenseIsRefused(Severity severity, double steady, double again) {
    assertThatIllegalArgumentException().isThrownBy(() -> vacuum(severity, steady, again));
  }
}
