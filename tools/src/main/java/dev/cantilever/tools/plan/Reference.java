package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.vocabulary.plan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A value of an earlier step, written {@code name.field.field}. An item of a list is named by its
 * number from 0 or, where the items have a field {@code channel} or {@code name}, by that.
 *
 * @param name what the step called its result
 * @param path from there
 */
record Reference(String name, List<String> path) {

  /** What {@link #text} looks like. */
  static final String FORM = Step.NAME + "(?:\\.[A-Za-z0-9_]{1,60}){0,8}";

  /** The field by which an object stands for a value. */
  static final String MARK = "$";

  /** Beside it: what the value may be at least and at most. */
  static final String MIN = "min";

  static final String MAX = "max";

  private static final Set<String> FIELDS = Set.of(MARK, MIN, MAX);

  /** Field in which objects of numbers say their unit. */
  static final String UNIT = "unit";

  private static final Pattern WHOLE = Pattern.compile(FORM);
  private static final List<String> NAMING = List.of("channel", "name");

  Reference {
    path = List.copyOf(path);
  }

  /** Whether a JSON value is meant to stand for another. */
  static boolean isMeant(JsonNode node) {
    return node.isObject() && node.has(MARK);
  }

  /** The reference that a JSON value is; empty where it is badly written. */
  static Optional<Reference> of(JsonNode node) {
    boolean known = node.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
    return known && node.path(MARK).isTextual()
        ? parse(node.path(MARK).textValue())
        : Optional.empty();
  }

  static Optional<Reference> parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    return Optional.of(new Reference(parts.getFirst(), parts.subList(1, parts.size())));
  }

  String text() {
    return path.isEmpty() ? name : name + "." + String.join(".", path);
  }

  /** The value inside what the name stands for. */
  Optional<JsonNode> in(JsonNode result) {
    JsonNode at = result;
    for (String segment : path) {
      at = at.isArray() ? item(at, segment) : at.path(segment);
    }
    return at.isMissingNode() ? Optional.empty() : Optional.of(at);
  }

  /** The same, with the unit that stands beside a number in its object. */
  Optional<JsonNode> measuredIn(JsonNode result) {
    Optional<JsonNode> value = in(result);
    if (path.isEmpty() || value.filter(JsonNode::isNumber).isEmpty()) {
      return value;
    }
    JsonNode unit =
        new Reference(name, path.subList(0, path.size() - 1)).in(result).orElseThrow().path(UNIT);
    return unit.isTextual()
        ? Optional.of(
            JsonNodeFactory.instance
                .objectNode()
                .put(UNIT, unit.textValue())
                .set("value", value.get()))
        : value;
  }

  private static JsonNode item(JsonNode list, String segment) {
    if (isNumber(segment)) {
      return list.path(Integer.parseInt(segment));
    }
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> NAMING.stream().anyMatch(name -> segment.equals(one.path(name).textValue())))
        .findFirst()
        .orElse(list.path(-1));
  }

  /** Whether a part of a path is the number of an item; no list is longer than nine digits say. */
  static boolean isNumber(String segment) {
    return segment.matches("\\d{1,9}");
  }

  /** Whether the items of a list, by their schema, have names. */
  static boolean areNamed(JsonNode properties) {
    return NAMING.stream().anyMatch(properties::has);
  }
}
