package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.Guard;
import dev.cantilever.kernel.interlock.GuardAction;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.interlock.GuardState;
import dev.cantilever.kernel.port.InstrumentState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Keeps what a guard knows and does what it says. Safe for any thread. */
final class Sentry {

  private final LongSupplier monotonicNanos;
  private final Consumer<GuardAction> act;
  private GuardState state;

  /**
   * A sentry.
   *
   * @param act stops and latches; called without a lock held
   */
  Sentry(LongSupplier monotonicNanos, Consumer<GuardAction> act) {
    this.monotonicNanos = monotonicNanos;
    this.act = act;
    this.state = GuardState.quiet(monotonicNanos.getAsLong());
  }

  /** Tells it something; what it says in return was done when this returns. */
  List<GuardAction> tell(GuardInput input) {
    List<GuardAction> actions;
    synchronized (this) {
      Guard.Step step = Guard.step(state, input, monotonicNanos.getAsLong());
      state = step.state();
      actions = step.actions();
    }
    actions.forEach(act);
    return actions;
  }

  /** Tells it of a condition that is wrong for a reason, or well. */
  void tell(String name, Severity severity, ClearRule clear, Optional<String> wrong) {
    tell(
        wrong
            .<GuardInput>map(words -> new GuardInput.Wrong(name, severity, clear, words))
            .orElseGet(() -> new GuardInput.Well(name)));
  }

  /** Tells it how an interlock reads now; one that was wrong must be better to be well. */
  void tell(Interlock interlock, InstrumentState now) {
    String name = "interlock of " + interlock.channel().label();
    boolean stands = state().cause(name).isPresent();
    Optional<String> wrong = stands ? interlock.violationStill(now) : interlock.violation(now);
    ClearRule clear =
        interlock.suspends().isPresent() ? ClearRule.WHEN_STEADY : ClearRule.WITH_CONDITION;
    tell(
        wrong
            .<GuardInput>map(
                words -> new GuardInput.Wrong(name, interlock.severity(), clear, words))
            .orElseGet(() -> new GuardInput.Well(name, interlock.steadyNanos())));
  }

  synchronized GuardState state() {
    return state;
  }

  /** Whether nothing new may begin. */
  boolean holds() {
    return state().severity().compareTo(Severity.HOLD) >= 0;
  }
}
