package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A physical number of one kind: {@code {"unit":"nm","value":12.5}} or {@code "12.5 nm"}; written
 * in the SI unit of its kind. Bounds are in that unit.
 */
record QuantityCodec(QuantityKind kind, double min, double max) implements Codec<Quantity> {

  @Override
  public ObjectNode schema() {
    String unit = kind.canonicalUnit();
    ObjectNode object = Codec.typed("object").put("additionalProperties", false);
    object.putArray("required").add("value").add("unit");
    ObjectNode properties = object.putObject("properties");
    properties.putObject("value").put("type", "number");
    properties.putObject("unit").put("type", "string").put("maxLength", 40);
    ObjectNode schema = JSON.objectNode();
    schema.putArray("oneOf").add(object).add(Codec.typed("string").put("maxLength", 128));
    schema.put("x-quantity", kind.label()).put("x-unit", unit);
    if (Double.isFinite(min) && Double.isFinite(max)) {
      schema.put("x-min", min).put("x-max", max);
    }
    return schema;
  }

  @Override
  public Optional<Quantity> read(JsonNode node, String at, Problems problems) {
    if (node.isTextual()) {
      return judge(QuantityLiteral.parse(node.textValue(), kind), node, at, problems);
    }
    if (!node.isObject()) {
      problems.add(
          ProblemCode.ARG_UNIT,
          at,
          "%s needs a unit, such as \"2 %s\""
              .formatted(Problems.quote(node.toString()), kind.canonicalUnit()),
          "a %s with its unit".formatted(kind.label()),
          node.toString());
      return Optional.empty();
    }
    return readObject((ObjectNode) node, at, problems);
  }

  private Optional<Quantity> readObject(ObjectNode node, String at, Problems problems) {
    JsonNode value = node.path("value");
    JsonNode unit = node.path("unit");
    if (node.size() != 2 || !value.isNumber() || !unit.isTextual()) {
      return Codec.wrongType(
          problems, at, "{\"value\": number, \"unit\": text} and nothing else", node);
    }
    return judge(
        QuantityLiteral.of(value.decimalValue(), unit.textValue(), kind), node, at, problems);
  }

  private Optional<Quantity> judge(
      QuantityLiteral.Result result, JsonNode got, String at, Problems problems) {
    return switch (result) {
      case QuantityLiteral.Unreadable unreadable -> {
        problems.add(
            ProblemCode.ARG_UNIT,
            at,
            Problems.quote(unreadable.problem()),
            "a %s with its unit".formatted(kind.label()),
            got.toString(),
            unreadable.suggestions());
        yield Optional.empty();
      }
      case QuantityLiteral.Read read -> within(read.quantity(), got, at, problems);
    };
  }

  private Optional<Quantity> within(Quantity quantity, JsonNode got, String at, Problems problems) {
    if (quantity.canonical() >= min && quantity.canonical() <= max) {
      return Optional.of(quantity);
    }
    String range = "[%s, %s]".formatted(kind.of(min).format(), kind.of(max).format());
    problems.add(
        ProblemCode.ARG_RANGE,
        at,
        "%s is outside %s; give a value inside".formatted(quantity.format(), range),
        range,
        got.toString(),
        List.of());
    return Optional.empty();
  }

  @Override
  public JsonNode write(Quantity value) {
    return JSON.objectNode()
        .put("unit", kind.canonicalUnit())
        .put("value", new BigDecimal(Double.toString(value.canonical())));
  }

  /** A quantity of whatever kind its unit says. */
  record AnyKind() implements Codec<Quantity> {
    @Override
    public ObjectNode schema() {
      return JSON.objectNode().put("description", "a number with its unit");
    }

    @Override
    public Optional<Quantity> read(JsonNode node, String at, Problems problems) {
      for (QuantityKind kind : QuantityKind.values()) {
        Optional<Quantity> read = unbounded(kind).read(node, at, new Problems());
        if (read.isPresent()) {
          return read;
        }
      }
      return Codec.wrongType(problems, at, "a number with a known unit", node);
    }

    @Override
    public JsonNode write(Quantity value) {
      return unbounded(value.kind()).write(value);
    }
  }

  static QuantityCodec unbounded(QuantityKind kind) {
    return new QuantityCodec(kind, -Double.MAX_VALUE, Double.MAX_VALUE);
  }
}
