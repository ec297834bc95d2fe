package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.mcp.Caller;
import dev.cantilever.agent.mcp.ClientName;
import dev.cantilever.agent.request.RunProgress;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Map;
import java.util.Optional;

/**
 * A client of the SDK as the caller of one tool.
 *
 * @param token under which it wants to hear of progress
 */
record SdkCaller(McpSyncServerExchange exchange, Errand errand, Optional<Object> token)
    implements Caller {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  @Override
  public String name() {
    Implementation client = exchange.getClientInfo();
    return ClientName.of(client.name(), client.version());
  }

  @Override
  public void tell(RunProgress progress) {
    if (token.isPresent() && errand.canSpeak() && !errand.isGone()) {
      exchange.progressNotification(
          ProgressNotification.builder(token.get(), (double) progress.done())
              .total((double) progress.planned())
              .message(progress.words())
              .build());
    }
  }

  @Override
  public boolean canBeAsked() {
    ClientCapabilities said = exchange.getClientCapabilities();
    return said != null && said.elicitation() != null && errand.canSpeak();
  }

  @Override
  public Optional<Said> ask(String message, ObjectNode form) {
    Map<String, Object> schema = SdkJson.MAPPER.convertValue(form, MAP);
    try {
      ElicitResult result =
          exchange.createElicitation(ElicitFormRequest.builder(message, schema).build());
      JsonNode fields = SdkJson.MAPPER.valueToTree(result.content());
      return Optional.ofNullable(result.action())
          .map(action -> new Said(action == ElicitResult.Action.ACCEPT, fields));
    } catch (RuntimeException unanswered) {
      return Optional.empty(); // too late, gone, an error of the client's, or no such answer
    }
  }

  @Override
  public void whenGone(Runnable end) {
    errand.whenGone(end);
  }
}
