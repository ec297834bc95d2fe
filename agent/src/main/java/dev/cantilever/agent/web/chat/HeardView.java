package dev.cantilever.agent.web.chat;

import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of a sentence.
 *
 * @param kind {@code plan}, {@code refused}, {@code question}, {@code cannot} or {@code said}
 * @param text words for people; empty where there is a plan
 * @param understood what was taken from the sentence and what was assumed, line by line
 * @param plan hash of the plan that waits for a yes
 * @param untrusted arguments that come from a text that nobody vouches for
 * @param problems why there is none
 * @param sources calls at the desk from which the answer comes
 */
public record HeardView(
    String kind,
    String text,
    List<String> understood,
    Optional<String> plan,
    List<String> untrusted,
    List<Problem> problems,
    List<Source> sources) {

  public HeardView {
    understood = List.copyOf(understood);
    untrusted = List.copyOf(untrusted);
    problems = List.copyOf(problems);
    sources = List.copyOf(sources);
  }

  /** A call in the journal of the desk. */
  public record Source(CallId call, String tool) {}

  static HeardView of(Heard heard, List<Source> sources) {
    return switch (heard) {
      case Heard.Plan plan ->
          new HeardView(
              "plan",
              "",
              plan.understood(),
              Optional.of(plan.verdict().hash()),
              plan.untrusted(),
              List.of(),
              sources);
      case Heard.Refused refused ->
          new HeardView(
              "refused",
              "This cannot be done, so nothing was moved.",
              refused.understood(),
              Optional.empty(),
              List.of(),
              refused.verdict().problems(),
              sources);
      case Heard.Words words ->
          new HeardView(
              kind(words.reply()),
              words.text(),
              List.of(),
              Optional.empty(),
              List.of(),
              List.of(),
              sources);
    };
  }

  private static String kind(Reply reply) {
    return switch (reply) {
      case Reply.Question question -> "question";
      case Reply.Cannot cannot -> "cannot";
      case Reply.Said said -> "said";
      case Reply.Proposal proposal -> "plan";
    };
  }
}
