package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;

/** What a guard is told. */
public sealed interface GuardInput {

  /** A condition is wrong. */
  record Wrong(String name, Severity severity, ClearRule clear, String words)
      implements GuardInput {}

  /**
   * A condition is well.
   *
   * @param steadyNanos how long it must be for a cause that ends {@link ClearRule#WHEN_STEADY}
   */
  record Well(String name, long steadyNanos) implements GuardInput {

    public Well(String name) {
      this(name, 0);
    }
  }

  /** The runner of campaigns lives. */
  record RunnerBeat() implements GuardInput {}

  /** The driver answers. */
  record DriverBeat() implements GuardInput {}

  /** Time has passed. */
  record Tick() implements GuardInput {}

  /** Something begins that needs a runner that lives; the trip path was tried before. */
  record Armed(boolean proofPassed) implements GuardInput {}

  /** Nothing runs any more. */
  record Disarmed() implements GuardInput {}

  /** A person has looked; both must be stated. */
  record Acknowledged(String person, String reason) implements GuardInput {}

  /** The program has started anew. */
  record Restarted() implements GuardInput {}
}
