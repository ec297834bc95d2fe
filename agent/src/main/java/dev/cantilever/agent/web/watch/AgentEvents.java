package dev.cantilever.agent.web.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries as server-sent events under the names of the agent–user interaction protocol, and as
 * {@code CUSTOM} where it has none. An entry of several events ends with the one that carries its
 * number, so that none is lost or doubled where a stream breaks off.
 */
final class AgentEvents {

  private final String run;

  AgentEvents(String run) {
    this.run = run;
  }

  /** The events of some entries, one after the other. */
  byte[] of(List<Entry> entries) {
    StringBuilder frames = new StringBuilder();
    for (Entry entry : entries) {
      List<ObjectNode> events = events(entry);
      for (ObjectNode event : events.subList(0, events.size() - 1)) {
        frames.append(frame(event));
      }
      ObjectNode last = events.getLast();
      last.set("rawEvent", raw(entry));
      frames.append("id: ").append(entry.seq()).append('\n').append(frame(last));
    }
    return bytes(frames.toString());
  }

  /** Where a run stands; carries no number, for it can be worked out again. */
  static byte[] snapshot(ObjectNode state) {
    ObjectNode event = named("STATE_SNAPSHOT");
    event.set("snapshot", state);
    return bytes(frame(event));
  }

  /** A line that means nothing, to find out whether somebody is there. */
  static byte[] heartbeat() {
    return bytes(":\n\n");
  }

  /** How long to wait before coming again. */
  static byte[] greeting() {
    return bytes("retry: 1000\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String frame(ObjectNode event) {
    return "event: %s\ndata: %s\n\n".formatted(event.get("type").textValue(), Ascii.of(event));
  }

  private List<ObjectNode> events(Entry entry) {
    JsonNode body = entry.body();
    List<ObjectNode> events = new ArrayList<>();
    switch (entry.type()) {
      case "run.opened" -> events.add(ofRun("RUN_STARTED"));
      case "run.ended" -> events.add(ended(body));
      case "call.proposed" ->
          events.add(
              ofCall("TOOL_CALL_START", body).put("toolCallName", body.path("tool").asText()));
      case "call.dispatched" -> {
        events.add(ofCall("TOOL_CALL_ARGS", body).put("delta", body.path("arguments").toString()));
        events.add(ofCall("TOOL_CALL_END", body));
      }
      case "call.refused" -> {
        events.add(ofCall("TOOL_CALL_END", body));
        events.add(result(entry, body.path("problems")));
      }
      case "call.settled", "call.reconciled" -> events.add(result(entry, body.path("result")));
      case "call.failed" -> events.add(result(entry, body.path("problems")));
      default -> events.add(named("CUSTOM").put("name", entry.type()));
    }
    long millis = Instant.parse(entry.ts()).toEpochMilli();
    events.forEach(event -> event.put("timestamp", millis));
    return events;
  }

  private ObjectNode ended(JsonNode body) {
    return body.path("status").asText().equals("failed")
        ? ofRun("RUN_ERROR").put("message", body.path("reason").asText())
        : ofRun("RUN_FINISHED");
  }

  private static ObjectNode result(Entry entry, JsonNode content) {
    return ofCall("TOOL_CALL_RESULT", entry.body())
        .put("messageId", "entry-" + entry.seq())
        .put("role", "tool")
        .put("content", content.toString());
  }

  private ObjectNode ofRun(String type) {
    return named(type).put("threadId", run).put("runId", run);
  }

  private static ObjectNode ofCall(String type, JsonNode body) {
    return named(type).put("toolCallId", body.path("call").asText());
  }

  private static ObjectNode named(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /** The entry as it stands in the journal. */
  private static ObjectNode raw(Entry entry) {
    ObjectNode raw = JsonNodeFactory.instance.objectNode();
    raw.put("seq", entry.seq()).put("ts", entry.ts()).put("type", entry.type());
    raw.set("actor", entry.actor());
    raw.set("body", entry.body());
    return raw;
  }
}
