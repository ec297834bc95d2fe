package dev.cantilever.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Lines of JSON of an Ollama server; a call comes whole, and without a name of its own. */
final class OllamaScript implements Script {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public Endpoint.Wire wire() {
    return Endpoint.Wire.OLLAMA;
  }

  @Override
  public String base() {
    return "";
  }

  @Override
  public String path() {
    return "/api/chat";
  }

  @Override
  public List<String> calls(Call... calls) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < calls.length; i++) {
      ObjectNode message = message("");
      ObjectNode function = message.putArray("tool_calls").addObject().putObject("function");
      function.put("index", i).put("name", calls[i].tool());
      function.set("arguments", tree(calls[i].arguments()));
      pieces.add(line(message, false));
    }
    pieces.add(line(message(""), true));
    return pieces;
  }

  private static JsonNode tree(String arguments) {
    try {
      return new JsonMapper().readTree(arguments);
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException("this wire carries no such arguments", notJson);
    }
  }

  @Override
  public List<String> words(String text) {
    return List.of(line(message(text), false), line(message(""), true));
  }

  @Override
  public String thought() {
    return line(message("").put("thinking", "hm"), false);
  }

  private static ObjectNode message(String text) {
    return JSON.objectNode().put("role", "assistant").put("content", text);
  }

  private static String line(ObjectNode message, boolean done) {
    ObjectNode line = JSON.objectNode().put("model", "m").put("done", done);
    line.put("created_at", "2026-01-01T00:00:00Z").set("message", message);
    if (done) {
      line.put("done_reason", "stop").put("prompt_eval_count", 1).put("eval_count", 9);
    }
    return line + "\n";
  }

  @Override
  public int endMarks() {
    return 1;
  }

  @Override
  public String toldAboutCalls(JsonNode request) {
    StringBuilder told = new StringBuilder();
    for (JsonNode message : request.get("messages")) {
      if (message.path("role").asText().equals("tool")) {
        told.append(message.path("content").asText()).append('\n');
      }
    }
    return told.toString();
  }
}
