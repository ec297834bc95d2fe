package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import java.util.Arrays;
import java.util.Optional;

/** What kind of value stands somewhere, as a JSON Schema tells before there is one. */
record Shape(JsonNode schema) {

  /** Of which nothing is known. */
  static final Shape ANY = new Shape(JsonNodeFactory.instance.objectNode());

  private static final String UNIT_BESIDE = "x-unit-beside";

  static Shape text() {
    return new Shape(JsonNodeFactory.instance.objectNode().put("type", "string"));
  }

  /** Kinds of values. */
  enum Kind {
    QUANTITY("a quantity"),
    NUMBER("a number"),
    TRUTH("true or false"),
    TEXT("a text"),
    LIST("a list"),
    OBJECT("an object"),
    ANY("anything");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  Kind kind() {
    if (schema.has("x-quantity")) {
      return Kind.QUANTITY;
    }
    return switch (schema.path("type").asText()) {
      case "number", "integer" -> Kind.NUMBER;
      case "boolean" -> Kind.TRUTH;
      case "string" -> Kind.TEXT;
      case "array" -> Kind.LIST;
      case "object" -> Kind.OBJECT;
      default -> Kind.ANY;
    };
  }

  /** What kind of quantity it is. */
  Optional<QuantityKind> quantity() {
    String label = schema.path("x-quantity").asText();
    return Arrays.stream(QuantityKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst();
  }

  /** One step further on a path; empty where there is nothing. */
  Optional<Shape> at(String segment) {
    return switch (kind()) {
      case ANY -> Optional.of(ANY);
      case OBJECT -> field(segment);
      case LIST -> item(segment);
      case QUANTITY, NUMBER, TRUTH, TEXT -> Optional.empty();
    };
  }

  private Optional<Shape> field(String name) {
    JsonNode fields = schema.path("properties");
    return Optional.ofNullable(fields.get(name))
        .map(field -> field.isObject() && fields.has(Reference.UNIT) ? withUnit(field) : field)
        .map(Shape::new);
  }

  private static JsonNode withUnit(JsonNode field) {
    return field.<ObjectNode>deepCopy().put(UNIT_BESIDE, true);
  }

  /** Whether it is a number whose unit stands beside it and is not known before. */
  boolean hasUnitBeside() {
    return schema.path(UNIT_BESIDE).asBoolean();
  }

  private Optional<Shape> item(String segment) {
    JsonNode items = schema.path("items");
    boolean exists = Reference.isNumber(segment) || Reference.areNamed(items.path("properties"));
    return exists ? Optional.of(new Shape(items)) : Optional.empty();
  }

  /** Whether such a value may be where {@code target} is wanted, as far as can be told before. */
  boolean fits(Shape target) {
    if (kind() == Kind.ANY || target.kind() == Kind.ANY) {
      return true;
    }
    if (kind() != target.kind()) {
      return false;
    }
    return switch (kind()) {
      case QUANTITY -> quantity().equals(target.quantity());
      case NUMBER -> !target.isWhole() || isWhole();
      case LIST -> new Shape(schema.path("items")).fits(new Shape(target.schema().path("items")));
      case TRUTH, TEXT, OBJECT, ANY -> true;
    };
  }

  private boolean isWhole() {
    return schema.path("type").asText().equals("integer");
  }

  /** For people, such as {@code a length}. */
  String inWords() {
    return quantity()
        .map(kind -> "a " + kind.label())
        .orElse(isWhole() ? "a whole number" : kind().words);
  }
}
