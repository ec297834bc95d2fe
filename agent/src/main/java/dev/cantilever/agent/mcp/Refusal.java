package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A call that was not done, for the two who read it: fields for a program, sentences for a person
 * or a language model.
 */
public record Refusal(EffectHappened effect, List<Problem> problems) {

  private static final RecordType<Problem> PROBLEM = RecordType.of(Problem.class);

  public Refusal {
    problems = List.copyOf(problems);
  }

  static Refusal of(Answer.Refused refused) {
    return new Refusal(EffectHappened.NONE, refused.problems());
  }

  static Refusal of(Answer.Failed failed) {
    return new Refusal(failed.effect(), failed.problems());
  }

  /**
   * Under {@code error}: the first reason's code, whether anything happened, every reason, the
   * text.
   */
  public ObjectNode fields() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ObjectNode error = fields.putObject("error");
    error.put("effect", effect.name().toLowerCase(Locale.ROOT));
    ArrayNode list = error.putArray("problems");
    problems.forEach(problem -> list.add(PROBLEM.write(problem)));
    error.set("code", list.path(0).path("code"));
    error.put("message", text()); // some hosts hand over either the fields or the text
    return fields;
  }

  /** Every reason, and what can be done where only a person can. */
  public String text() {
    String reasons =
        problems.stream()
            .map(problem -> "%s: %s".formatted(problem.code(), problem.message()))
            .collect(Collectors.joining("\n"));
    boolean waits =
        problems.stream().anyMatch(problem -> problem.code() == ProblemCode.NEEDS_APPROVAL);
    return waits ? reasons + "\n" + NEXT_STEP : reasons;
  }

  private static final String NEXT_STEP =
      "Nothing was moved. Whatever acts on an instrument runs only in a plan that a person approves"
          + " at the console: ask for it with plan.request, have them run ./cantilever approve with"
          + " the ticket, then call plan.run; or ./cantilever ask \"…\" with the wish in a sentence.";
}
