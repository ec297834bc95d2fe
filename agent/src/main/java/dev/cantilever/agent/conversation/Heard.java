package dev.cantilever.agent.conversation;

import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tools.plan.Verdict;
import java.util.List;

/** What came of a sentence. */
public sealed interface Heard {

  /**
   * A plan that can run, if a person says yes.
   *
   * @param untrusted arguments that come from a text; no lease covers them
   */
  record Plan(Verdict.Ready verdict, List<String> understood, List<String> untrusted)
      implements Heard {}

  /** A plan that cannot run; nothing happened. */
  record Refused(Verdict.Refused verdict, List<String> understood) implements Heard {}

  /** Words: a question, an honest no, an answer; nothing happened. */
  record Words(Reply reply, String text) implements Heard {}
}
