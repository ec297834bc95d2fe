package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Codecs of single JSON values. */
final class ScalarCodecs {

  private ScalarCodecs() {}

  record Flag() implements Codec<Boolean> {
    @Override
    public ObjectNode schema() {
      return Codec.typed("boolean");
    }

    @Override
    public Optional<Boolean> read(JsonNode node, String at, Problems problems) {
      return node.isBoolean()
          ? Optional.of(node.booleanValue())
          : Codec.wrongType(problems, at, "true or false", node);
    }

    @Override
    public JsonNode write(Boolean value) {
      return JSON.booleanNode(value);
    }
  }

  /** Whole numbers; {@code narrow} turns the long into the Java type of the component. */
  record Whole<T extends Number>(long min, long max, Function<Long, T> narrow) implements Codec<T> {
    @Override
    public ObjectNode schema() {
      return Codec.typed("integer").put("minimum", min).put("maximum", max);
    }

    @Override
    public Optional<T> read(JsonNode node, String at, Problems problems) {
      String expected = "a whole number in [%d, %d]".formatted(min, max);
      if (!node.isIntegralNumber()) {
        return Codec.wrongType(problems, at, expected, node);
      }
      if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "%s is outside [%d, %d]; give a value inside"
                .formatted(Problems.quote(node.toString()), min, max),
            expected,
            node.toString());
        return Optional.empty();
      }
      return Optional.of(narrow.apply(node.longValue()));
    }

    @Override
    public JsonNode write(T value) {
      return JSON.numberNode(value.longValue());
    }
  }

  /** Finite numbers; bounds are written in the accepting direction. */
  record Real(double min, double max) implements Codec<Double> {
    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("number");
      if (Double.isFinite(min) && Double.isFinite(max)) {
        schema.put("minimum", min).put("maximum", max);
      }
      return schema;
    }

    @Override
    public Optional<Double> read(JsonNode node, String at, Problems problems) {
      if (!node.isNumber()) {
        return Codec.wrongType(problems, at, "a number", node);
      }
      double value = node.decimalValue().doubleValue();
      if (!Double.isFinite(value)) {
        return Codec.wrongType(problems, at, "a number that a double can hold", node);
      }
      if (!(value >= min && value <= max)) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "%s is outside [%s, %s]; give a value inside".formatted(value, min, max),
            "a number in [%s, %s]".formatted(min, max),
            node.toString());
        return Optional.empty();
      }
      return Optional.of(value);
    }

    @Override
    public JsonNode write(Double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("JSON has no number for " + value);
      }
      return JSON.numberNode(new BigDecimal(Double.toString(value)));
    }
  }

  record Words(int maxLength, String pattern) implements Codec<String> {
    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("string").put("maxLength", maxLength);
      return pattern.isEmpty() ? schema : schema.put("pattern", "^(?:" + pattern + ")$");
    }

    @Override
    public Optional<String> read(JsonNode node, String at, Problems problems) {
      if (!node.isTextual()) {
        return Codec.wrongType(problems, at, "a text", node);
      }
      String text = node.textValue();
      if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
        return Codec.wrongType(problems, at, "a text of whole characters", node);
      }
      if (text.length() > maxLength) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "the text has %d characters; at most %d are allowed"
                .formatted(text.length(), maxLength),
            "at most %d characters".formatted(maxLength),
            text);
        return Optional.empty();
      }
      if (!pattern.isEmpty() && !Pattern.matches(pattern, text)) {
        problems.add(
            ProblemCode.ARG_TYPE,
            at,
            "\"%s\" is not of the form %s".formatted(Problems.quote(text), pattern),
            pattern,
            text);
        return Optional.empty();
      }
      return Optional.of(text);
    }

    @Override
    public JsonNode write(String value) {
      return JSON.textNode(value);
    }
  }

  /** Enum constants in lower case; a difference in case only is refused with the right spelling. */
  record OneOf<E extends Enum<E>>(Class<E> type) implements Codec<E> {
    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("string");
      names().forEach(schema.putArray("enum")::add);
      return schema;
    }

    @Override
    public Optional<E> read(JsonNode node, String at, Problems problems) {
      Optional<E> constant =
          Arrays.stream(type.getEnumConstants())
              .filter(e -> node.isTextual() && name(e).equals(node.textValue()))
              .findFirst();
      if (constant.isEmpty()) {
        List<String> sameButCase =
            names().stream().filter(name -> name.equalsIgnoreCase(node.asText())).toList();
        String allowed = String.join(", ", names());
        problems.add(
            ProblemCode.ARG_TYPE,
            at,
            "%s is none of %s".formatted(Problems.quote(node.toString()), allowed),
            allowed,
            node.toString(),
            sameButCase);
      }
      return constant;
    }

    @Override
    public JsonNode write(E value) {
      return JSON.textNode(name(value));
    }

    private List<String> names() {
      return Arrays.stream(type.getEnumConstants()).map(OneOf::name).toList();
    }

    private static String name(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
