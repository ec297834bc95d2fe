package dev.cantilever.agent.planner;

import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;

/** What a planner answers. */
public sealed interface Reply {

  /**
   * A proposal.
   *
   * @param understood what was taken from the sentence and what was assumed, line by line
   * @param untrusted arguments that come from a text that nobody vouches for, line by line
   */
  record Proposal(Plan plan, List<String> understood, List<String> untrusted) implements Reply {

    public Proposal {
      understood = List.copyOf(understood);
      untrusted = List.copyOf(untrusted);
    }

    /** Where the planner has read no such text. */
    public Proposal(Plan plan, List<String> understood) {
      this(plan, understood, List.of());
    }
  }

  /** Something is missing or ambiguous. */
  record Question(String text) implements Reply {}

  /** It cannot, and says why and what it can. */
  record Cannot(String text) implements Reply {}

  /** An answer in words; nothing is to be done. */
  record Said(String text) implements Reply {}
}
