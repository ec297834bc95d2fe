package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What the caller gets for one call: exactly one answer, always. */
public sealed interface Answer {

  CallId call();

  /** It ran. */
  record Settled(CallId call, JsonText result, ToolResult<? extends Record> typed)
      implements Answer {}

  /** It did not run; nothing happened. */
  record Refused(CallId call, List<Problem> problems) implements Answer {}

  /** It ran and failed. */
  record Failed(CallId call, EffectHappened effect, List<Problem> problems) implements Answer {}
}
