package dev.cantilever.tools.plan;

import dev.cantilever.tools.dispatch.Aim;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;

/** Which instruments a plan acts on. */
public final class Instruments {

  private Instruments() {}

  /** Each once, in the order of the steps. */
  public static List<InstrumentId> of(Plan plan) {
    return Steps.calls(plan.steps())
        .flatMap(step -> Aim.of(step.arguments()).stream())
        .distinct()
        .toList();
  }
}
