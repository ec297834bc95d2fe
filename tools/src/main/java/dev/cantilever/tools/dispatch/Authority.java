package dev.cantilever.tools.dispatch;

import dev.cantilever.vocabulary.id.CallId;

/** On whose word a call runs. */
public sealed interface Authority {

  /** Nobody's: only what acts on no instrument. */
  record None() implements Authority {}

  /**
   * A person approved a plan with this step; only it, argument for argument.
   *
   * @param number of the step in the plan, such as {@code 3#2.1}
   * @param proof that what is called stands under the root that was approved
   */
  record ApprovedStep(String number, Membership proof) implements Authority {}

  /** A running call that was itself let through; its tool decides what it calls. */
  record RunningCall(CallId parent) implements Authority {}
}
