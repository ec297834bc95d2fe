package dev.cantilever.agent.planner;

import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;

/** What a planner answers. */
public sealed interface Reply {

  /**
   * A proposal.
   *
   * @param understood what was taken from the sentence and what was assumed, line by line
   */
  record Proposal(Plan plan, List<String> understood) implements Reply {

    public Proposal {
      understood = List.copyOf(understood);
    }
  }

  /** Something is missing or ambiguous. */
  record Question(String text) implements Reply {}

  /** It cannot, and says why and what it can. */
  record Cannot(String text) implements Reply {}

  /** An answer in words; nothing is to be done. */
  record Said(String text) implements Reply {}
}
