package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schema in fewer words that allows the same values: a bound that every number, text or list
 * keeps is left out. In results, which we write ourselves, a quantity has the one form in which we
 * write it, and what stands twice is written once and cited. Arguments cite nothing more than
 * before, for some language models read no citations.
 */
final class TerseSchema {

  private static final double EXACT = 0x1.0p53 - 1;

  private static final Map<String, Set<Double>> SAYS_NOTHING =
      Map.of(
          "minimum", Set.of(-Double.MAX_VALUE),
          "maximum", Set.of(Double.MAX_VALUE),
          "x-min", Set.of(-Double.MAX_VALUE),
          "x-max", Set.of(Double.MAX_VALUE),
          "minItems", Set.of(0.0),
          "maxItems", Set.of((double) Integer.MAX_VALUE),
          "maxLength", Set.of((double) Integer.MAX_VALUE));

  /** What is in no result, for no whole number of ours is beyond. */
  private static final Map<String, Set<Double>> SAYS_NOTHING_OF_RESULTS =
      Map.of(
          "minimum", Set.of(-Double.MAX_VALUE, (double) Integer.MIN_VALUE, -EXACT),
          "maximum", Set.of(Double.MAX_VALUE, (double) Integer.MAX_VALUE, EXACT));

  /** Values, in which nothing is a schema. */
  private static final Set<String> VALUES = Set.of("default", "enum", "const", "required");

  /** Shorter ones are as long as their citation. */
  private static final int SHORTEST = 60;

  private final Map<String, Integer> times = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, JsonNode> cited = new TreeMap<>();

  private TerseSchema() {}

  static ObjectNode ofArguments(ObjectNode schema) {
    return (ObjectNode) without(SAYS_NOTHING, schema);
  }

  static ObjectNode ofResult(ObjectNode schema) {
    JsonNode bounded = without(SAYS_NOTHING_OF_RESULTS, without(SAYS_NOTHING, schema));
    TerseSchema terse = new TerseSchema();
    terse.quantities(bounded);
    terse.countInside(bounded);
    ObjectNode shorter = terse.insideCited(bounded);
    terse.cited.forEach((name, one) -> shorter.withObject("/$defs").set(name, one));
    return shorter;
  }

  private static JsonNode without(Map<String, Set<Double>> bounds, JsonNode node) {
    if (node.isArray()) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      node.forEach(one -> kept.add(without(bounds, one)));
      return kept;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      String key = one.getKey();
      if (VALUES.contains(key) && !one.getValue().isObject()) {
        kept.set(key, one.getValue());
      } else if (!isOneOf(bounds, key, one.getValue())) {
        kept.set(key, without(bounds, one.getValue()));
      }
    }
    return kept;
  }

  private static boolean isOneOf(Map<String, Set<Double>> bounds, String key, JsonNode value) {
    return value.isNumber() && bounds.getOrDefault(key, Set.of()).contains(value.doubleValue());
  }

  /** Each as it is written, a value and its unit, and never as one text. */
  private void quantities(JsonNode node) {
    if (node.has("x-quantity") && node.path("oneOf").size() == 2) {
      cited.put("quantity", node.path("oneOf").path(0));
      ((ObjectNode) node).remove("oneOf");
      ((ObjectNode) node).put("$ref", "#/$defs/quantity");
    }
    node.forEach(this::quantities);
  }

  private void countInside(JsonNode node) {
    node.forEach(this::count);
  }

  private void count(JsonNode node) {
    if (isSchema(node)) {
      String text = CanonicalJson.text(node);
      if (text.length() >= SHORTEST) {
        times.merge(text, 1, Integer::sum);
      }
    }
    countInside(node);
  }

  private static boolean isSchema(JsonNode node) {
    return node.path("type").isTextual() || node.path("oneOf").isArray();
  }

  private JsonNode cited(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(one -> list.add(cited(one)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    String text = isSchema(node) ? CanonicalJson.text(node) : "";
    if (times.getOrDefault(text, 0) < 2) {
      return insideCited(node);
    }
    if (!names.containsKey(text)) {
      names.put(text, "same" + (names.size() + 1));
      cited.put(names.get(text), insideCited(node));
    }
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + names.get(text));
  }

  private ObjectNode insideCited(JsonNode node) {
    ObjectNode inside = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(one -> inside.set(one.getKey(), cited(one.getValue())));
    return inside;
  }
}
