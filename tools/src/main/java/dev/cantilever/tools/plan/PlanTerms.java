package dev.cantilever.tools.plan;

import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.plan.Plan;

/** What a person who approves a plan approves, as things are now. */
public final class PlanTerms {

  private PlanTerms() {}

  /**
   * The terms.
   *
   * @param plan one that was checked
   * @param planner whose it is
   */
  public static Terms of(Plan plan, Actor planner, Catalogue catalogue, InstrumentRack rack) {
    return new Terms(
        plan,
        PlanCheck.hash(plan),
        PossibleCalls.of(plan, catalogue).root().text(),
        Instruments.of(plan).stream().map(rack::standing).toList(),
        planner);
  }
}
