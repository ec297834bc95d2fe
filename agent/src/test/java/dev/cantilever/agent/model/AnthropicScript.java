package dev.cantilever.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Server-sent events of an Anthropic-compatible server; arguments come in two pieces. */
final class AnthropicScript implements Script {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public Endpoint.Wire wire() {
    return Endpoint.Wire.ANTHROPIC;
  }

  @Override
  public String base() {
    return "/v1";
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public List<String> calls(Call... calls) {
    List<String> pieces = begun();
    for (int i = 0; i < calls.length; i++) {
      String arguments = calls[i].arguments();
      int half = arguments.length() / 2;
      ObjectNode use = JSON.objectNode().put("type", "tool_use");
      use.put("id", "vendor-" + i).put("name", calls[i].tool()).putObject("input");
      pieces.add(block("content_block_start", i, "content_block", use));
      pieces.add(block("content_block_delta", i, "delta", input(arguments.substring(0, half))));
      pieces.add(block("content_block_delta", i, "delta", input(arguments.substring(half))));
      pieces.add(event("content_block_stop", JSON.objectNode().put("index", i)));
    }
    return ended(pieces, "tool_use");
  }

  private static ObjectNode input(String part) {
    return JSON.objectNode().put("type", "input_json_delta").put("partial_json", part);
  }

  @Override
  public List<String> words(String text) {
    List<String> pieces = begun();
    ObjectNode start = JSON.objectNode().put("type", "text").put("text", "");
    ObjectNode delta = JSON.objectNode().put("type", "text_delta").put("text", text);
    pieces.add(block("content_block_start", 0, "content_block", start));
    pieces.add(block("content_block_delta", 0, "delta", delta));
    pieces.add(event("content_block_stop", JSON.objectNode().put("index", 0)));
    return ended(pieces, "end_turn");
  }

  @Override
  public String thought() {
    return event("ping", JSON.objectNode());
  }

  private static List<String> begun() {
    ObjectNode start = JSON.objectNode();
    ObjectNode message = start.putObject("message").put("id", "msg_1").put("type", "message");
    message.put("role", "assistant").put("model", "m").putArray("content");
    message.putObject("usage").put("input_tokens", 1).put("output_tokens", 1);
    return new ArrayList<>(List.of(event("message_start", start)));
  }

  private static List<String> ended(List<String> pieces, String reason) {
    ObjectNode end = JSON.objectNode();
    end.putObject("delta").put("stop_reason", reason);
    end.putObject("usage").put("output_tokens", 9);
    pieces.add(event("message_delta", end));
    pieces.add(event("message_stop", JSON.objectNode()));
    return pieces;
  }

  private static String block(String type, int index, String name, ObjectNode content) {
    ObjectNode body = JSON.objectNode().put("index", index);
    body.set(name, content);
    return event(type, body);
  }

  private static String event(String type, ObjectNode body) {
    return "event: %s\ndata: %s\n\n".formatted(type, body.put("type", type));
  }

  @Override
  public int endMarks() {
    return 2;
  }

  @Override
  public String toldAboutCalls(JsonNode request) {
    StringBuilder told = new StringBuilder();
    for (JsonNode message : request.get("messages")) {
      for (JsonNode part : message.get("content")) {
        if (part.path("type").asText().equals("tool_result")) {
          told.append(part.path("tool_use_id").asText()).append(": ");
          JsonNode content = part.path("content");
          told.append(content.isTextual() ? content.asText() : content.at("/0/text").asText());
          told.append('\n');
        }
      }
    }
    return told.toString();
  }
}
