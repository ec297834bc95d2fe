package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One message of a client, read as strictly as any arguments: bounded in size and depth, no
 * duplicate keys, nothing after it. Only what the method takes is kept, so that nothing behind this
 * sees a shape that it does not expect.
 */
public sealed interface Message {

  /**
   * Characters of the longest message that is read; arguments have a bound of their own below it.
   */
  int LONGEST = 1 << 18;

  /**
   * Asks for an answer.
   *
   * @param id text or {@link Long}
   * @param parameters what the method takes of what was sent
   */
  record Request(Object id, String method, JsonNode parameters) implements Message {}

  /** Tells something; no answer is due. */
  record Notice(String method) implements Message {}

  /**
   * Nobody waits any more for the answer to a request.
   *
   * @param id of the request
   */
  record Cancelled(Object id) implements Message {}

  /**
   * Answers what we asked.
   *
   * @param id of our request
   * @param result empty where the client could not do it
   */
  record Reply(Object id, Optional<JsonNode> result) implements Message {}

  /**
   * Cannot be served.
   *
   * @param answer says why
   */
  record Refused(String answer) implements Message {}

  /** Reads the text of one message. Total: never throws. */
  static Message read(String text) {
    if (text.length() > LONGEST) {
      return tooLong();
    }
    try {
      JsonNode tree = StrictMessages.MAPPER.readTree(text);
      return tree.isObject()
          ? of(tree)
          : refused(RpcError.NOT_A_REQUEST, null, "expected one JSON object");
    } catch (JsonProcessingException | NumberFormatException broken) {
      return notJson();
    }
  }

  /** What becomes of a text that is longer than {@link #LONGEST}. */
  static Message tooLong() {
    return refused(
        RpcError.NOT_A_REQUEST, null, "more than %d characters are not read".formatted(LONGEST));
  }

  /** What becomes of a text that is no JSON. */
  static Message notJson() {
    return refused(
        RpcError.NOT_JSON,
        null,
        "this is not strict JSON; send one object in one line, each key once, at most %d deep"
            .formatted(StrictMessages.DEEPEST));
  }

  private static Message of(JsonNode tree) {
    Optional<Object> id = name(tree.path("id"));
    JsonNode method = tree.path("method");
    if (!tree.path("jsonrpc").asText().equals("2.0") || !method.isTextual()) {
      boolean isReply = tree.has("result") || tree.has("error");
      return isReply
          ? reply(id, tree.path("result"))
          : refused(
              RpcError.NOT_A_REQUEST, id.orElse(null), "expected jsonrpc \"2.0\" and a method");
    }
    if (!tree.has("id")) {
      return notice(method.asText(), tree.path("params"));
    }
    return id.map(known -> request(known, method.asText(), tree.path("params")))
        .orElseGet(
            () -> refused(RpcError.NOT_A_REQUEST, null, "an id is a text or a whole number"));
  }

  private static Message request(Object id, String method, JsonNode parameters) {
    Optional<Shape> shape = Shape.of(method);
    if (shape.isEmpty()) {
      return refused(RpcError.UNKNOWN_METHOD, id, "there is no such method here");
    }
    return switch (shape.get().cut(parameters)) {
      case Shape.Cut.Fits fits -> new Request(id, method, fits.parameters());
      case Shape.Cut.Wrong wrong -> refused(RpcError.WRONG_PARAMETERS, id, wrong.words());
    };
  }

  private static Message reply(Optional<Object> id, JsonNode result) {
    return id.<Message>map(
            known -> new Reply(known, Optional.of(result).filter(JsonNode::isObject)))
        .orElseGet(() -> new Notice("a reply to nothing we asked"));
  }

  private static Message notice(String method, JsonNode parameters) {
    return Optional.of(parameters.path("requestId"))
        .filter(id -> method.equals("notifications/cancelled"))
        .flatMap(Message::name)
        .<Message>map(Cancelled::new)
        .orElseGet(() -> new Notice(method));
  }

  /** What requests and their progress are named by; empty where it is neither. */
  static Optional<Object> name(JsonNode id) {
    if (id.isTextual() && id.asText().length() <= 200) {
      return Optional.of(id.asText());
    }
    return id.isIntegralNumber() && id.canConvertToLong()
        ? Optional.of(id.longValue())
        : Optional.empty();
  }

  private static Message refused(RpcError error, Object id, String words) {
    return new Refused(error.answer(id, words));
  }
}
