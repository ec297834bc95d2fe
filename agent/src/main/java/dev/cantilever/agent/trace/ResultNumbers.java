package dev.cantilever.agent.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.vocabulary.quantity.Unit;
import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers of a tool's result, with the units that stand beside them or end their names, and
 * apart from them those that only stand in a text.
 */
final class ResultNumbers {

  /** Digits that mean nothing, and would let every small number through. */
  private static final Pattern HASH = Pattern.compile("\\b(?:sha256:)?[0-9a-f]{12,}\\b");

  private static final Pattern VALUE =
      Pattern.compile("[+-]?[\\d.]+(?:[eE][+-]?\\d+)?(?:\\h?[^\\s\\d]\\S{0,19})?");

  private final List<KnownNumber> values = new ArrayList<>();
  private final List<KnownNumber> inTexts = new ArrayList<>();
  private final List<KnownNumber> numerals = new ArrayList<>();

  ResultNumbers(JsonNode result) {
    collect(result, Optional.empty());
  }

  /** Those that are a text of their own, such as {@code 8.5 V}. */
  List<KnownNumber> values() {
    return List.copyOf(values);
  }

  /** Those that are numbers in JSON: counted or computed, not copied out of a text. */
  List<KnownNumber> numerals() {
    return List.copyOf(numerals);
  }

  /** Those with other words around them. */
  List<KnownNumber> inTexts() {
    return List.copyOf(inTexts);
  }

  private void collect(JsonNode node, Optional<Unit> unit) {
    if (node.isNumber()) {
      numerals.add(new KnownNumber(node.decimalValue(), unit));
    } else if (node.isTextual()) {
      text(HASH.matcher(node.asText()).replaceAll(" ").strip());
    } else if (node.isArray()) {
      numerals.add(new KnownNumber(BigDecimal.valueOf(node.size()), Optional.empty()));
      node.forEach(item -> collect(item, unit));
    } else if (node.isObject()) {
      Optional<Unit> beside = Units.parse(node.path("unit").asText(""));
      node.properties()
          .forEach(field -> collect(field.getValue(), ofName(field.getKey()).or(() -> beside)));
    }
  }

  private void text(String text) {
    List<ShownNumber> numbers = TextNumbers.in(text);
    boolean isValue = numbers.size() == 1 && VALUE.matcher(text).matches();
    for (ShownNumber number : numbers) {
      number
          .value()
          .map(value -> new KnownNumber(value, number.unit()))
          .ifPresent(isValue ? values::add : inTexts::add);
    }
  }

  /** A name such as {@code bias_V} ends with its unit. */
  private static Optional<Unit> ofName(String name) {
    int bar = name.lastIndexOf('_');
    return bar < 0 || name.endsWith("_min") // the least, not a minute
        ? Optional.empty()
        : Units.parse(name.substring(bar + 1));
  }
}
