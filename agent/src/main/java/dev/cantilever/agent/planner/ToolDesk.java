package dev.cantilever.agent.planner;

import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;

/** What a planner may reach: the list of tools, calls that act on no instrument, the check. */
public interface ToolDesk {

  Catalogue tools();

  /** One call on nobody's authority; whatever acts on an instrument is refused. */
  Answer call(Actor actor, String tool, String arguments);

  /** Whether a plan could run; acts on nothing. */
  Verdict check(Plan plan);

  /** Keeps a piece of talk in the journal. */
  void note(Actor actor, ChatEvent event);
}
