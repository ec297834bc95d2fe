package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a guard knows.
 *
 * @param causes in the order in which they came
 * @param isArmed whether something runs that needs heartbeats
 * @param runnerNanos when the runner was last heard
 * @param driverNanos when the driver was last heard
 */
public record GuardState(List<Cause> causes, boolean isArmed, long runnerNanos, long driverNanos) {

  public GuardState {
    causes = List.copyOf(causes);
  }

  /** Nothing is wrong and nothing runs. */
  public static GuardState quiet(long nanos) {
    return new GuardState(List.of(), false, nanos, nanos);
  }

  /** The highest severity of all causes that stand. */
  public Severity severity() {
    return causes.stream()
        .map(Cause::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.NONE);
  }

  public Optional<Cause> cause(String name) {
    return causes.stream().filter(cause -> cause.name().equals(name)).findFirst();
  }

  /** What runs wait for: something holds, and all that holds ends by itself. Else empty. */
  public Optional<String> suspension() {
    List<Cause> holding =
        causes.stream().filter(cause -> cause.severity().compareTo(Severity.HOLD) >= 0).toList();
    boolean passes =
        holding.stream()
            .allMatch(
                cause ->
                    cause.severity() == Severity.HOLD && cause.clear() == ClearRule.WHEN_STEADY);
    return passes && !holding.isEmpty()
        ? Optional.of(String.join("; ", holding.stream().map(Cause::words).toList()))
        : Optional.empty();
  }

  GuardState with(List<Cause> others) {
    return new GuardState(others, isArmed, runnerNanos, driverNanos);
  }
}
