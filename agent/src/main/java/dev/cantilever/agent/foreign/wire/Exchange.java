package dev.cantilever.agent.foreign.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.foreign.wire.BrokenWire.Reason;
import dev.cantilever.tools.schema.StrictJson;

/** Questions and answers as JSON-RPC has them, one at a time; any other answer is a break. */
final class Exchange implements AutoCloseable {

  private static final int DEEPEST = 40;
  private static final int MOST_MESSAGES = 500;
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final int UNKNOWN_METHOD = -32601;
  private static final JsonMapper JSON = StrictJson.mapper(DEEPEST, Wire.LONGEST);

  private final Wire wire;
  private int asked;

  Exchange(Wire wire) {
    this.wire = wire;
  }

  /** The result of a method. */
  JsonNode ask(String method, ObjectNode parameters, Deadline deadline) throws BrokenWire {
    int id = ++asked;
    wire.send(message(method).put("id", id).set("params", parameters).toString(), deadline);
    int characters = 0;
    for (int i = 0; i < MOST_MESSAGES && characters <= MOST_CHARACTERS; i++) {
      String text = wire.next(deadline);
      characters += text.length();
      JsonNode message = read(text);
      if (message.has("method")) {
        answer(message, deadline);
      } else {
        return result(message, id);
      }
    }
    throw new BrokenWire(Reason.TOO_MANY);
  }

  /** Tells something that has no answer. */
  void tell(String method, Deadline deadline) throws BrokenWire {
    wire.send(message(method).toString(), deadline);
  }

  void agreed(String revision) {
    wire.agreed(revision);
  }

  private static ObjectNode message(String method) {
    return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", method);
  }

  private static JsonNode read(String text) throws BrokenWire {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.isObject() && message.path("jsonrpc").asText().equals("2.0")) {
        return message;
      }
    } catch (JsonProcessingException | NumberFormatException broken) {
      throw new BrokenWire(Reason.NOT_A_MESSAGE);
    }
    throw new BrokenWire(Reason.NOT_A_MESSAGE);
  }

  private static JsonNode result(JsonNode message, int id) throws BrokenWire {
    JsonNode answered = message.path("id");
    if (!answered.isInt() || answered.intValue() != id) {
      throw new BrokenWire(Reason.ANOTHER_ANSWER);
    }
    if (message.has("error") == message.has("result")) {
      throw new BrokenWire(Reason.NOT_A_MESSAGE);
    }
    if (message.has("error")) {
      throw new BrokenWire(Reason.ERROR);
    }
    return message.get("result");
  }

  /** We are there, and do nothing for a server: it gets no model, no folder and no person. */
  private void answer(JsonNode message, Deadline deadline) throws BrokenWire {
    if (!message.has("id")) {
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    answer.set("id", message.get("id"));
    if (message.path("method").asText().equals("ping")) {
      answer.putObject("result");
    } else {
      answer
          .putObject("error")
          .put("code", UNKNOWN_METHOD)
          .put("message", "there is no such method");
    }
    wire.reply(answer.toString(), deadline);
  }

  @Override
  public void close() {
    wire.close();
  }
}
