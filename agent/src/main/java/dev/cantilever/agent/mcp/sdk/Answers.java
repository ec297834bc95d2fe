package dev.cantilever.agent.mcp.sdk;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Keeps what the SDK answers to one request. */
final class Answers implements McpStreamableServerTransport {

  private JSONRPCMessage answer;

  /** The answer, once there is one. */
  Optional<JSONRPCMessage> answer() {
    return Optional.ofNullable(answer);
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> answer = message);
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
    return sendMessage(message);
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return SdkJson.MAPPER.convertValue(data, SdkJson.MAPPER.constructType(type.getType()));
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
