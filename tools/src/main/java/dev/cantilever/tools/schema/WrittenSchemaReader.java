package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.schema.WrittenSchema.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one schema; what it does not understand is a reason, never passed over. */
final class WrittenSchemaReader {

  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 400;
  private static final int MOST_REASONS = 10;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_LIST = 1_000;
  private static final int LONGEST_WORDS = 300;
  private static final BigDecimal EXACT = BigDecimal.valueOf((1L << 53) - 1);
  private static final BigDecimal LARGEST = new BigDecimal("1e300");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$-]{1,60}");
  private static final Pattern LOCAL = Pattern.compile("#/(\\$defs|definitions)/([^/~%]{1,60})");

  /** Words about a value that demand nothing of it. */
  private static final Set<String> REMARKS =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "example",
          "format",
          "deprecated",
          "readOnly",
          "writeOnly",
          "contentMediaType",
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions");

  private final JsonNode whole;
  private final Purpose purpose;
  private final Set<String> reasons = new LinkedHashSet<>();
  private int parts;

  WrittenSchemaReader(JsonNode whole, Purpose purpose) {
    this.whole = whole;
    this.purpose = purpose;
  }

  List<String> reasons() {
    return List.copyOf(reasons);
  }

  /** The shape of the whole; with reasons, it is not to be used. */
  Optional<WrittenShape.Fields> object() {
    WrittenShape shape = shape(whole, "", 0);
    if (shape instanceof WrittenShape.Fields fields) {
      return Optional.of(fields);
    }
    reason("", "is no object");
    return Optional.empty();
  }

  private WrittenShape shape(JsonNode schema, String at, int depth) {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      reason(at, "is nested too deeply or contains itself");
      return new WrittenShape.Anything();
    }
    if (schema.isBoolean() && schema.booleanValue()) {
      return new WrittenShape.Anything();
    }
    if (!schema.isObject()) {
      reason(at, "is no schema");
      return new WrittenShape.Anything();
    }
    if (schema.has("$ref")) {
      only(schema, at, Set.of("$ref"));
      return referred(schema.path("$ref").asText(), at, depth);
    }
    for (String word : List.of("anyOf", "oneOf")) {
      if (schema.has(word)) {
        only(schema, at, Set.of(word));
        return either(schema.path(word), at, depth);
      }
    }
    if (schema.has("enum") || schema.has("const")) {
      only(schema, at, Set.of("enum", "const", "type"));
      return values(schema, at);
    }
    return typed(schema, at, depth);
  }

  private WrittenShape referred(String reference, String at, int depth) {
    Matcher local = LOCAL.matcher(reference);
    JsonNode target = local.matches() ? whole.path(local.group(1)).path(local.group(2)) : null;
    if (target == null || target.isMissingNode()) {
      reason(at, "refers to something that is not in it");
      return new WrittenShape.Anything();
    }
    return shape(target, at, depth + 1);
  }

  private WrittenShape either(JsonNode choices, String at, int depth) {
    if (!choices.isArray() || choices.isEmpty()) {
      reason(at, "has no choices");
      return new WrittenShape.Anything();
    }
    List<WrittenShape> shapes = new ArrayList<>();
    choices.forEach(choice -> shapes.add(shape(choice, at, depth + 1)));
    return new WrittenShape.Either(List.copyOf(shapes));
  }

  private WrittenShape values(JsonNode schema, String at) {
    List<JsonNode> values = new ArrayList<>();
    schema.path("enum").forEach(values::add);
    if (schema.has("const")) {
      values.add(schema.path("const"));
    }
    boolean legible =
        values.stream()
            .allMatch(
                one ->
                    one.isValueNode() && Legible.is(one.asText(), LONGEST_WORDS) && !one.isPojo());
    if (!legible || values.isEmpty() || values.size() > LONGEST_LIST) {
      reason(at, "has choices that are not short, plain values");
    }
    return new WrittenShape.OneOf(List.copyOf(values));
  }

  private WrittenShape typed(JsonNode schema, String at, int depth) {
    JsonNode type = schema.path("type");
    if (type.isArray() && !type.isEmpty()) {
      List<WrittenShape> shapes = new ArrayList<>();
      type.forEach(one -> shapes.add(ofType(one.asText(), schema, at, depth, false)));
      return new WrittenShape.Either(List.copyOf(shapes));
    }
    if (type.isMissingNode()) {
      if (schema.has("properties")) {
        return ofType("object", schema, at, depth, true);
      }
      only(schema, at, Set.of());
      return new WrittenShape.Anything();
    }
    return ofType(type.asText(), schema, at, depth, true);
  }

  private WrittenShape ofType(String type, JsonNode schema, String at, int depth, boolean alone) {
    return switch (type) {
      case "string" -> {
        understood(schema, at, alone, Set.of("type", "minLength", "maxLength"));
        yield new WrittenShape.Words(
            size(schema, "minLength", at, 0, 0, LONGEST_TEXT),
            size(schema, "maxLength", at, LONGEST_TEXT, 0, LONGEST_TEXT));
      }
      case "integer", "number" -> {
        understood(schema, at, alone, Set.of("type", "minimum", "maximum"));
        BigDecimal most = type.equals("integer") ? EXACT : LARGEST;
        yield new WrittenShape.Amount(
            type.equals("integer"),
            bound(schema, "minimum", at, most.negate()),
            bound(schema, "maximum", at, most));
      }
      case "boolean" -> {
        understood(schema, at, alone, Set.of("type"));
        yield new WrittenShape.Truth();
      }
      case "null" -> {
        understood(schema, at, alone, Set.of("type"));
        yield new WrittenShape.OneOf(List.of(JsonNodeFactory.instance.nullNode()));
      }
      case "array" -> {
        understood(schema, at, alone, Set.of("type", "items", "minItems", "maxItems"));
        yield new WrittenShape.Many(
            schema.has("items")
                ? shape(schema.path("items"), at + "/items", depth + 1)
                : new WrittenShape.Anything(),
            size(schema, "minItems", at, 0, 0, LONGEST_LIST),
            size(schema, "maxItems", at, LONGEST_LIST, 0, LONGEST_LIST));
      }
      case "object" -> {
        understood(
            schema, at, alone, Set.of("type", "properties", "required", "additionalProperties"));
        yield fields(schema, at, depth);
      }
      default -> {
        reason(at, "has a type that there is not");
        yield new WrittenShape.Anything();
      }
    };
  }

  private WrittenShape fields(JsonNode schema, String at, int depth) {
    Map<String, WrittenShape.Field> named = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (!NAME.matcher(field.getKey()).matches()) {
                reason(at + "/" + field.getKey(), "is a name of other than letters and digits");
              }
              String words = field.getValue().path("description").asText("");
              named.put(
                  field.getKey(),
                  new WrittenShape.Field(
                      shape(field.getValue(), at + "/" + field.getKey(), depth + 1),
                      Legible.of(words, LONGEST_WORDS)));
            });
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    if (!named.keySet().containsAll(required)) {
      reason(at, "demands a field that it does not describe");
    }
    return new WrittenShape.Fields(named, required, rest(schema, at, depth));
  }

  /** What a field that is not named may hold. */
  private Optional<WrittenShape> rest(JsonNode schema, String at, int depth) {
    JsonNode more = schema.path("additionalProperties");
    if (more.isObject()) {
      return Optional.of(shape(more, at + "/*", depth + 1));
    }
    boolean open = more.isMissingNode() || more.asBoolean();
    return open && purpose == Purpose.RESULT
        ? Optional.of(new WrittenShape.Anything())
        : Optional.empty();
  }

  private int size(JsonNode schema, String word, String at, int usual, int least, int most) {
    JsonNode given = schema.path(word);
    if (given.isMissingNode()) {
      return usual;
    }
    if (!given.isIntegralNumber() || given.decimalValue().signum() < least) {
      reason(at, "has a " + word + " that is no size");
      return usual;
    }
    return (int) Math.min(given.decimalValue().min(BigDecimal.valueOf(most)).longValue(), most);
  }

  private BigDecimal bound(JsonNode schema, String word, String at, BigDecimal usual) {
    JsonNode given = schema.path(word);
    if (!given.isMissingNode() && !given.isNumber()) {
      reason(at, "has a " + word + " that is no number");
    }
    return given.isNumber() && given.decimalValue().abs().compareTo(usual.abs()) < 0
        ? given.decimalValue()
        : usual;
  }

  private void understood(JsonNode schema, String at, boolean alone, Set<String> words) {
    if (alone) {
      only(schema, at, words);
    }
  }

  private void only(JsonNode schema, String at, Set<String> understood) {
    schema
        .fieldNames()
        .forEachRemaining(
            word -> {
              if (!understood.contains(word) && !REMARKS.contains(word) && !word.startsWith("x-")) {
                reason(at, "says \"%s\", which we do not check".formatted(Problems.quote(word)));
              }
            });
  }

  private void reason(String at, String words) {
    if (reasons.size() < MOST_REASONS) {
      String where = at.isEmpty() ? "the schema" : Problems.quote(at);
      reasons.add(where + " " + words);
    }
  }
}
