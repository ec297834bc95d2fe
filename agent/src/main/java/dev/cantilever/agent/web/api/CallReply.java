package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answer of the desk as an answer over HTTP. */
final class CallReply {

  private static final String CALL = "Cantilever-Call";

  private CallReply() {}

  static Reply of(Answer answer) {
    return switch (answer) {
      case Answer.Settled settled ->
          new Reply.Json(
              200,
              StrictJson.ours(settled.result().canonical()),
              Map.of(CALL, settled.call().value()));
      case Answer.Refused refused ->
          Reply.not(
              Trouble.of(status(refused.problems()), "Refused", refused.problems())
                  .with(CALL, refused.call().value()));
      case Answer.Failed failed ->
          Reply.not(
              Trouble.of(502, "Failed", failed.problems())
                  .with(CALL, failed.call().value())
                  .after(failed.effect().name().toLowerCase(Locale.ROOT)));
    };
  }

  private static int status(List<Problem> problems) {
    ProblemCode first = problems.getFirst().code();
    return switch (first) {
      case TOOL_UNKNOWN -> 404;
      case NEEDS_APPROVAL -> 403;
      default -> 422;
    };
  }
}
