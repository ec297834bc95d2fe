package dev.cantilever.tools.dispatch;

import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.plan.Step;

/** On whose word a call runs. */
public sealed interface Authority {

  /** Nobody's: only what acts on no instrument. */
  record None() implements Authority {}

  /**
   * A person approved a plan with this step; only it, argument for argument.
   *
   * @param number of the step in the plan, such as {@code 3#2.1}
   */
  record ApprovedStep(String number, Step.Call step) implements Authority {}

  /** A running call that was itself let through; its tool decides what it calls. */
  record RunningCall(CallId parent) implements Authority {}
}
