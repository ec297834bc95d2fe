package dev.cantilever.tools.plan;

import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.Optional;

/** What a person who approves a plan approves, as things are now. */
final class PlanTerms {

  private PlanTerms() {}

  /**
   * The terms.
   *
   * @param plan one that was checked
   * @param planner whose it is
   */
  static Terms of(Plan plan, Actor planner, InstrumentRack rack, PlanRules rules) {
    PossibleCalls possible = PossibleCalls.of(plan, rules.reader().catalogue());
    return new Terms(
        plan,
        PlanCheck.hash(plan),
        possible.root().text(),
        Instruments.of(plan).stream().map(rack::standing).toList(),
        planner,
        Optional.of(
            rules.asked(possible, planner, PlanLabels.of(plan, rules.reader().catalogue()))));
  }
}
