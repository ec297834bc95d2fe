package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Arguments in which some values are those of earlier steps. */
final class Template {

  private Template() {}

  /**
   * A place where another value is meant.
   *
   * @param pointer JSON pointer to it
   * @param written what stands there
   */
  record Hole(String pointer, JsonNode written) {

    /** What the value may be at least and at most; empty where nothing is said. */
    Optional<Range> range() {
      return written.size() == 1 ? Optional.empty() : Optional.of(Range.of(written));
    }
  }

  static List<Hole> holes(JsonNode arguments) {
    List<Hole> holes = new ArrayList<>();
    collect(arguments, "", holes);
    return holes;
  }

  private static void collect(JsonNode node, String at, List<Hole> holes) {
    if (Reference.isMeant(node)) {
      holes.add(new Hole(at, node));
      return;
    }
    node.properties().forEach(field -> collect(field.getValue(), at + "/" + field.getKey(), holes));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at + "/" + i, holes);
    }
  }

  /** The same with every place filled. */
  static JsonNode fill(JsonNode node, Function<JsonNode, JsonNode> value) {
    if (Reference.isMeant(node)) {
      return value.apply(node);
    }
    if (node.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), value)));
      return filled;
    }
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> filled.add(fill(item, value)));
      return filled;
    }
    return node;
  }
}
