package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cantilever.agent.mcp.Protocol;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** One request while it is worked on: keeps the answer, and says before it what the SDK says. */
final class Errand implements McpStreamableServerTransport {

  private final Protocol.Line line;
  private final List<Runnable> ends = new ArrayList<>();
  private boolean isGone;
  private JSONRPCResponse answer;

  Errand(Protocol.Line line) {
    this.line = line;
  }

  /** The answer, once there is one; empty where nobody waits for it. */
  synchronized Optional<JSONRPCResponse> answer() {
    return isGone ? Optional.empty() : Optional.ofNullable(answer);
  }

  /** Whether anything can be said before the answer. */
  boolean canSpeak() {
    return line.isOpen();
  }

  synchronized boolean isGone() {
    return isGone;
  }

  /** Runs {@code end} when nobody waits any more; at once where that is so now. */
  void whenGone(Runnable end) {
    synchronized (this) {
      if (!isGone) {
        ends.add(end);
        return;
      }
    }
    end.run();
  }

  /** Nobody waits any more. */
  void abandon() {
    List<Runnable> all;
    synchronized (this) {
      all = isGone ? List.of() : List.copyOf(ends);
      isGone = true;
    }
    all.forEach(Runnable::run);
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> send(message));
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
    return sendMessage(message);
  }

  private void send(JSONRPCMessage message) {
    if (message instanceof JSONRPCResponse last) {
      synchronized (this) {
        answer = last;
      }
    } else if (!isGone()) {
      line.tell(written(message));
    }
  }

  private static String written(JSONRPCMessage message) {
    try {
      return SdkJson.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
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
