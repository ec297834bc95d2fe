package dev.cantilever.agent.planner;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;

/** A person who has written the plan down instead of saying what is wanted. */
public record WrittenPlan(Actor actor, Plan plan) implements Planner {

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    return new Reply.Proposal(plan, List.of());
  }
}
