package dev.cantilever.agent.model;

import dev.cantilever.tools.dispatch.Received;
import dev.cantilever.tools.schema.StrictJson;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of asking a model once. */
sealed interface Turn {

  /** It ended properly; {@code finish} is how, {@code usage} what the server says that it took. */
  record Complete(AiMessage message, String finish, Optional<TokenUsage> usage) implements Turn {

    /** What it said, as the journal can hold it. */
    String text() {
      return Received.keep(Objects.requireNonNullElse(message.text(), ""));
    }

    /**
     * The message as it goes back to the model: arguments that are no JSON would break requests.
     */
    AiMessage repeated() {
      List<ToolExecutionRequest> calls =
          message.toolExecutionRequests().stream()
              .map(call -> isObject(call.arguments()) ? call : withoutArguments(call))
              .toList();
      return message.toBuilder().toolExecutionRequests(calls).build();
    }

    private static ToolExecutionRequest withoutArguments(ToolExecutionRequest call) {
      return call.toBuilder().arguments("{}").build();
    }

    private static boolean isObject(String arguments) {
      try {
        return arguments != null && StrictJson.ours(arguments).isObject();
      } catch (IllegalArgumentException broken) {
        return false;
      }
    }
  }

  /** It broke off, ran too long or ended in a way that we do not act upon. */
  record Incomplete(String reason) implements Turn {}

  /** The server said no or could not be reached. */
  record Unavailable(String reason) implements Turn {}
}
