package dev.cantilever.agent.planner;

import dev.cantilever.vocabulary.event.Actor;

/** Turns what a person said into a proposal, a question or an honest no. */
public interface Planner {

  /** Who it is, for the journal. */
  Actor actor();

  /**
   * An answer to the last sentence of a dialogue.
   *
   * @param desk the tools that it may look at and call
   */
  Reply reply(Dialogue dialogue, ToolDesk desk);
}
