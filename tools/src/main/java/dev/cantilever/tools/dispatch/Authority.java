package dev.cantilever.tools.dispatch;

import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.plan.Step;
import java.util.List;

/** On whose word a call runs. */
public sealed interface Authority {

  /** Nobody's: only what acts on no instrument. */
  record None() implements Authority {}

  /** A person approved a plan; only its very steps, argument for argument. */
  record ApprovedPlan(List<Step> steps) implements Authority {

    public ApprovedPlan {
      steps = List.copyOf(steps);
    }
  }

  /** A running call that was itself let through; its tool decides what it calls. */
  record RunningCall(CallId parent) implements Authority {}
}
