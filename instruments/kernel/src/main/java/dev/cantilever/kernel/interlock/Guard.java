package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Pure transitions of what watches over an instrument. While armed, runner and driver must be heard
 * every {@link #PERIOD_NANOS}; missed for {@link #HOLD_NANOS} nothing new begins, missed for {@link
 * #STOP_NANOS} the instrument is brought to rest.
 */
public final class Guard {

  public static final long PERIOD_NANOS = 250_000_000L;
  public static final long HOLD_NANOS = 1_000_000_000L;
  public static final long STOP_NANOS = 5_000_000_000L;

  static final String RUNNER = "heartbeat of the runner";
  static final String DRIVER = "heartbeat of the driver";

  private Guard() {}

  /** A new state and what follows from the change. */
  public record Step(GuardState state, List<GuardAction> actions) {

    public Step {
      actions = List.copyOf(actions);
    }
  }

  /**
   * One step.
   *
   * @param nanos a clock that never runs backwards
   */
  public static Step step(GuardState before, GuardInput input, long nanos) {
    return switch (input) {
      case GuardInput.Wrong wrong -> changed(before, wrong(before, wrong));
      case GuardInput.Well well -> changed(before, well(before, well, nanos));
      case GuardInput.RunnerBeat beat ->
          changed(
              before,
              well(
                  new GuardState(before.causes(), before.isArmed(), nanos, before.driverNanos()),
                  new GuardInput.Well(RUNNER),
                  nanos));
      case GuardInput.DriverBeat beat ->
          changed(
              before,
              well(
                  new GuardState(before.causes(), before.isArmed(), before.runnerNanos(), nanos),
                  new GuardInput.Well(DRIVER),
                  nanos));
      case GuardInput.Tick tick -> changed(before, ticked(before, nanos));
      case GuardInput.Armed armed -> armed(before, armed, nanos);
      case GuardInput.Disarmed disarmed ->
          changed(
              before,
              well(
                  well(
                      new GuardState(
                          before.causes(), false, before.runnerNanos(), before.driverNanos()),
                      new GuardInput.Well(RUNNER),
                      nanos),
                  new GuardInput.Well(DRIVER),
                  nanos));
      case GuardInput.Acknowledged by -> acknowledged(before, by);
      case GuardInput.Restarted restarted ->
          changed(before, released(before, ClearRule.AFTER_RESTART));
    };
  }

  private static GuardState wrong(GuardState before, GuardInput.Wrong wrong) {
    List<Cause> causes = new ArrayList<>(before.causes());
    causes.removeIf(cause -> cause.name().equals(wrong.name()));
    Severity severity =
        before
            .cause(wrong.name())
            .map(Cause::severity)
            .map(known -> Collections.max(List.of(known, wrong.severity())))
            .orElse(wrong.severity());
    causes.add(new Cause(wrong.name(), severity, wrong.clear(), true, wrong.words()));
    return before.with(causes);
  }

  /** A trip never ends with its condition, whatever its rule says. */
  private static GuardState well(GuardState before, GuardInput.Well well, long nanos) {
    return replaced(
        before,
        cause ->
            !cause.name().equals(well.name())
                ? cause
                : cause.ends(well.steadyNanos(), nanos) ? null : cause.gone(nanos));
  }

  private static GuardState released(GuardState before, ClearRule rule) {
    return replaced(
        before,
        cause ->
            cause.clear() == rule && !cause.isPresent() && cause.severity() != Severity.TRIP
                ? null
                : cause);
  }

  private static GuardState replaced(GuardState before, UnaryOperator<Cause> change) {
    List<Cause> causes = new ArrayList<>();
    for (Cause cause : before.causes()) {
      Cause next = change.apply(cause);
      if (next != null) {
        causes.add(next);
      }
    }
    return before.with(causes);
  }

  private static GuardState ticked(GuardState before, long nanos) {
    if (!before.isArmed()) {
      return before;
    }
    GuardState after = late(before, RUNNER, nanos - before.runnerNanos());
    return late(after, DRIVER, nanos - before.driverNanos());
  }

  private static GuardState late(GuardState before, String whose, long silence) {
    if (silence < HOLD_NANOS) {
      return before;
    }
    Severity severity = silence < STOP_NANOS ? Severity.HOLD : Severity.SAFE_STOP;
    ClearRule clear =
        severity == Severity.HOLD ? ClearRule.WITH_CONDITION : ClearRule.AFTER_ACKNOWLEDGEMENT;
    String words = "%s missed for %.2f s".formatted(whose, silence / 1e9);
    return before.cause(whose).filter(known -> known.severity() == severity).isPresent()
        ? before
        : wrong(before, new GuardInput.Wrong(whose, severity, clear, words));
  }

  private static Step armed(GuardState before, GuardInput.Armed armed, long nanos) {
    if (!armed.proofPassed()) {
      return refused(before, "the trip path was not tried, or did not stop; nothing is armed");
    }
    if (before.severity().compareTo(Severity.HOLD) >= 0) {
      return refused(before, "cannot arm: " + words(before));
    }
    return new Step(new GuardState(before.causes(), true, nanos, nanos), List.of());
  }

  /** A person ends what is no longer wrong; motion does not resume by it. */
  private static Step acknowledged(GuardState before, GuardInput.Acknowledged by) {
    if (by.person().isBlank() || by.reason().isBlank()) {
      return refused(before, "a reset needs a person's name and a reason");
    }
    if (before.causes().stream().anyMatch(Cause::isPresent)) {
      return refused(before, "cannot reset while this is so: " + words(before));
    }
    List<Cause> left = new ArrayList<>(before.causes());
    left.removeIf(
        cause -> cause.severity() == Severity.TRIP || cause.clear() != ClearRule.AFTER_RESTART);
    GuardState after = new GuardState(left, false, before.runnerNanos(), before.driverNanos());
    return changed(before, after);
  }

  private static Step refused(GuardState state, String words) {
    return new Step(state, List.of(new GuardAction.Refuse(words)));
  }

  private static Step changed(GuardState before, GuardState after) {
    Severity was = before.severity();
    Severity is = after.severity();
    List<GuardAction> actions = new ArrayList<>();
    if (is != was) {
      actions.add(new GuardAction.Say(is, words(after)));
    }
    if (is.compareTo(Severity.SAFE_STOP) >= 0 && is.compareTo(was) > 0) {
      actions.add(new GuardAction.Stop(words(after)));
    }
    if (is == Severity.TRIP && was != Severity.TRIP) {
      actions.add(new GuardAction.Latch(words(after)));
    }
    return new Step(after, actions);
  }

  private static String words(GuardState state) {
    return String.join("; ", state.causes().stream().map(Cause::words).toList());
  }
}
