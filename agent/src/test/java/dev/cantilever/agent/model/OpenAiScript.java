package dev.cantilever.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Server-sent events of an OpenAI-compatible server; arguments come in two pieces. */
final class OpenAiScript implements Script {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public Endpoint.Wire wire() {
    return Endpoint.Wire.OPENAI;
  }

  @Override
  public String base() {
    return "/v1";
  }

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public List<String> calls(Call... calls) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < calls.length; i++) {
      String arguments = calls[i].arguments();
      int half = arguments.length() / 2;
      ObjectNode opening = call(i, arguments.substring(0, half));
      opening.put("id", "vendor-" + i).put("type", "function");
      ((ObjectNode) opening.get("function")).put("name", calls[i].tool());
      pieces.add(chunk(delta(opening), null));
      pieces.add(chunk(delta(call(i, arguments.substring(half))), null));
    }
    return ended(pieces, "tool_calls");
  }

  /** The same for one call, its arguments letter by letter. */
  List<String> slowly(Call call) {
    List<String> pieces = new ArrayList<>();
    ObjectNode opening = call(0, "").put("id", "vendor-0").put("type", "function");
    ((ObjectNode) opening.get("function")).put("name", call.tool());
    pieces.add(chunk(delta(opening), null));
    call.arguments()
        .chars()
        .forEach(c -> pieces.add(chunk(delta(call(0, Character.toString(c))), null)));
    return ended(pieces, "tool_calls");
  }

  private static ObjectNode call(int index, String arguments) {
    ObjectNode call = JSON.objectNode().put("index", index);
    call.putObject("function").put("arguments", arguments);
    return call;
  }

  private static ObjectNode delta(ObjectNode call) {
    ObjectNode delta = JSON.objectNode();
    delta.putArray("tool_calls").add(call);
    return delta;
  }

  @Override
  public List<String> words(String text) {
    return finished(text, "stop");
  }

  @Override
  public String thought() {
    return chunk(JSON.objectNode().put("reasoning_content", "hm"), null);
  }

  /** Words with an end of the given kind. */
  static List<String> finished(String text, String finish) {
    return ended(
        new ArrayList<>(List.of(chunk(JSON.objectNode().put("content", text), null))), finish);
  }

  /** The pieces of a turn and the end that is given. */
  static List<String> ended(List<String> pieces, String finish) {
    pieces.add(chunk(JSON.objectNode(), finish));
    pieces.add("data: [DONE]\n\n");
    return pieces;
  }

  private static String chunk(ObjectNode delta, String finish) {
    ObjectNode chunk = JSON.objectNode();
    chunk.put("id", "chatcmpl-1").put("object", "chat.completion.chunk").put("model", "m");
    chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
    ((ObjectNode) chunk.at("/choices/0")).set("delta", delta);
    return "data: " + chunk + "\n\n";
  }

  @Override
  public int endMarks() {
    return 2;
  }

  @Override
  public String toldAboutCalls(JsonNode request) {
    StringBuilder told = new StringBuilder();
    for (JsonNode message : request.get("messages")) {
      if (message.path("role").asText().equals("tool")) {
        told.append(message.path("tool_call_id").asText()).append(": ");
        told.append(message.path("content").asText()).append('\n');
      }
    }
    return told.toString();
  }
}
