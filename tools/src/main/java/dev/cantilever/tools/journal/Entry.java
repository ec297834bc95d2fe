package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;

/**
 * One line of a journal.
 *
 * @param seq gapless, from 0
 * @param ts wall-clock time in UTC; recorded, never compared
 * @param actor who, as JSON
 * @param type what kind of event
 * @param body the event
 */
public record Entry(long seq, String ts, JsonNode actor, String type, JsonNode body) {

  /** Version of the line format. */
  private static final int FORMAT = 1;

  /** What somebody wants written; place and time are the journal's to give. */
  public record Draft(JsonNode actor, String type, JsonNode body) {}

  /** The line, in canonical form. */
  public String line() {
    ObjectNode line = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    line.put("v", FORMAT).put("seq", seq).put("ts", ts).put("type", type);
    line.set("actor", actor);
    line.set("body", body);
    return CanonicalJson.text(line);
  }

  /**
   * Reads a line back.
   *
   * @throws IllegalArgumentException where it is not a line of this format
   */
  static Entry parse(String line) {
    JsonNode tree = StrictJson.ours(line);
    if (tree.path("v").asInt() != FORMAT
        || !tree.path("seq").isIntegralNumber()
        || !tree.path("ts").isTextual()
        || !tree.path("type").isTextual()
        || !tree.path("actor").isObject()
        || !tree.path("body").isObject()
        || tree.size() != 6) {
      throw new IllegalArgumentException("not a journal line of format " + FORMAT);
    }
    return new Entry(
        tree.get("seq").longValue(),
        tree.get("ts").textValue(),
        tree.get("actor"),
        tree.get("type").textValue(),
        tree.get("body"));
  }
}
