package dev.cantilever.tests.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.agent.model.Endpoint;
import dev.cantilever.agent.model.Endpoint.Delivery;
import dev.cantilever.agent.model.Endpoint.Wire;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the answers of a model as its server sends them, also wrong ones.
 *
 * @param wire one of the three forms
 * @param delivery as a stream or as one body
 */
record Tape(Wire wire, Delivery delivery) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A call as the model writes it; the arguments may be anything. */
  record Call(String tool, String arguments) {}

  /** A call that reads and is right. */
  static final Call DESCRIBE = new Call("instrument_describe", "{\"instrument\":\"pfm-pto\"}");

  /** How an answer says that it ends. */
  enum End {
    WORDS("stop", "end_turn", "stop"),
    CALLS("tool_calls", "tool_use", "stop"),
    LENGTH("length", "max_tokens", "length"),
    FILTER("content_filter", "refusal", "content_filter"),
    ODD("something_new", "something_new", "something_new");

    private final String openAi;
    private final String anthropic;
    private final String ollama;

    End(String openAi, String anthropic, String ollama) {
      this.openAi = openAi;
      this.anthropic = anthropic;
      this.ollama = ollama;
    }

    String on(Wire wire) {
      return switch (wire) {
        case OPENAI -> openAi;
        case ANTHROPIC -> anthropic;
        case OLLAMA -> ollama;
      };
    }
  }

  String path() {
    return switch (wire) {
      case OPENAI -> "/v1/chat/completions";
      case ANTHROPIC -> "/v1/messages";
      case OLLAMA -> "/api/chat";
    };
  }

  Endpoint endpoint(String server) {
    String base = wire == Wire.OLLAMA ? server : server + "/v1";
    return new Endpoint(wire, "test-model", base, "sk-test", delivery);
  }

  boolean streams() {
    return delivery == Delivery.IN_PIECES;
  }

  String words(String text) {
    return answer(text, List.of(), End.WORDS);
  }

  String calls(Call... calls) {
    return answer("", List.of(calls), End.CALLS);
  }

  /** A whole answer. */
  String answer(String text, List<Call> calls, End end) {
    return String.join("", pieces(text, calls, end));
  }

  /** The same, piece by piece; the last ones say that it is whole. */
  List<String> pieces(String text, List<Call> calls, End end) {
    if (!streams()) {
      return List.of(body(text, calls, end.on(wire)));
    }
    return switch (wire) {
      case OPENAI -> openAi(text, calls, end.openAi);
      case ANTHROPIC -> anthropic(text, calls, end.anthropic);
      case OLLAMA -> ollama(text, calls, end.ollama);
    };
  }

  /** How many of the last pieces say so. */
  int endPieces() {
    return wire == Wire.OLLAMA ? 1 : 2;
  }

  /** One piece that is a JSON object. */
  String piece(String object) {
    return switch (wire) {
      case OPENAI -> "data: " + object + "\n\n";
      case ANTHROPIC -> "event: message_delta\ndata: " + object + "\n\n";
      case OLLAMA -> object + "\n";
    };
  }

  private List<String> openAi(String text, List<Call> calls, String end) {
    List<String> pieces = new ArrayList<>();
    if (!text.isEmpty()) {
      pieces.add(piece(chunk("{\"content\":%s}".formatted(quoted(text)), "null")));
    }
    for (int i = 0; i < calls.size(); i++) {
      String delta =
          "{\"tool_calls\":[{\"index\":%d,\"id\":\"v-%d\",\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}]}";
      Call call = calls.get(i);
      pieces.add(
          piece(
              chunk(delta.formatted(i, i, quoted(call.tool()), quoted(call.arguments())), "null")));
    }
    pieces.add(piece(chunk("{}", quoted(end))));
    pieces.add("data: [DONE]\n\n");
    return pieces;
  }

  static String chunk(String delta, String end) {
    return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}"
        .formatted(delta, end);
  }

  private List<String> anthropic(String text, List<Call> calls, String end) {
    List<String> pieces = new ArrayList<>();
    pieces.add(
        event(
            "message_start",
            "\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"));
    int index = 0;
    if (!text.isEmpty()) {
      block(
          pieces,
          index++,
          "{\"type\":\"text\",\"text\":\"\"}",
          "{\"type\":\"text_delta\",\"text\":%s}".formatted(quoted(text)));
    }
    for (Call call : calls) {
      block(
          pieces,
          index,
          "{\"type\":\"tool_use\",\"id\":\"v-%d\",\"name\":%s,\"input\":{}}"
              .formatted(index, quoted(call.tool())),
          "{\"type\":\"input_json_delta\",\"partial_json\":%s}"
              .formatted(quoted(call.arguments())));
      index++;
    }
    pieces.add(
        event(
            "message_delta",
            "\"delta\":{\"stop_reason\":%s},\"usage\":{\"output_tokens\":9}"
                .formatted(quoted(end))));
    pieces.add(event("message_stop", "\"x\":0"));
    return pieces;
  }

  private static void block(List<String> pieces, int index, String start, String delta) {
    pieces.add(
        event("content_block_start", "\"index\":%d,\"content_block\":%s".formatted(index, start)));
    pieces.add(event("content_block_delta", "\"index\":%d,\"delta\":%s".formatted(index, delta)));
    pieces.add(event("content_block_stop", "\"index\":%d".formatted(index)));
  }

  static String event(String type, String fields) {
    return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, fields);
  }

  private List<String> ollama(String text, List<Call> calls, String end) {
    List<String> pieces = new ArrayList<>();
    if (!text.isEmpty()) {
      pieces.add(piece(line(quoted(text), "", "false")));
    }
    for (int i = 0; i < calls.size(); i++) {
      pieces.add(
          piece(line("\"\"", ",\"tool_calls\":[%s]".formatted(ollama(calls.get(i), i)), "false")));
    }
    pieces.add(piece(line("\"\"", "", "true,\"done_reason\":" + quoted(end))));
    return pieces;
  }

  private static String ollama(Call call, int index) {
    return "{\"function\":{\"index\":%d,\"name\":%s,\"arguments\":%s}}"
        .formatted(index, quoted(call.tool()), call.arguments());
  }

  static String line(String text, String more, String done) {
    return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":%s%s},\"done\":%s}"
        .formatted(text, more, done);
  }

  /** An answer as one body; {@code end} as this wire says it. */
  String body(String text, List<Call> calls, String end) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      written.add(
          switch (wire) {
            case OPENAI ->
                "{\"id\":\"v-%d\",\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}"
                    .formatted(i, quoted(call.tool()), quoted(call.arguments()));
            case ANTHROPIC ->
                "{\"type\":\"tool_use\",\"id\":\"v-%d\",\"name\":%s,\"input\":%s}"
                    .formatted(i, quoted(call.tool()), call.arguments());
            case OLLAMA -> ollama(call, i);
          });
    }
    String list = String.join(",", written);
    return switch (wire) {
      case OPENAI ->
          "{\"id\":\"c\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":%s%s},\"finish_reason\":%s}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":9,\"total_tokens\":18}}"
              .formatted(
                  quoted(text),
                  calls.isEmpty() ? "" : ",\"tool_calls\":[" + list + "]",
                  quoted(end));
      case ANTHROPIC ->
          "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[%s],\"stop_reason\":%s,\"usage\":{\"input_tokens\":9,\"output_tokens\":9}}"
              .formatted(
                  text.isEmpty()
                      ? list
                      : "{\"type\":\"text\",\"text\":"
                          + quoted(text)
                          + "}"
                          + (list.isEmpty() ? "" : "," + list),
                  quoted(end));
      case OLLAMA ->
          line(
              quoted(text),
              calls.isEmpty() ? "" : ",\"tool_calls\":[" + list + "]",
              "true,\"done_reason\":" + quoted(end));
    };
  }

  static String quoted(String text) {
    return JSON.textNode(text).toString();
  }

  /** What the last request told the model about its calls, all of it. */
  static String told(String request) {
    try {
      StringBuilder told = new StringBuilder();
      JsonNode messages = new ObjectMapper().readTree(request).path("messages");
      for (JsonNode message : messages) {
        if (message.path("role").asText().equals("tool")) {
          told.append(message.path("content").asText()).append('\n');
        }
        for (JsonNode part : message.path("content")) {
          if (part.path("type").asText().equals("tool_result")) {
            JsonNode content = part.path("content");
            told.append(content.isTextual() ? content.asText() : content.at("/0/text").asText())
                .append('\n');
          }
        }
      }
      return told.toString();
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
