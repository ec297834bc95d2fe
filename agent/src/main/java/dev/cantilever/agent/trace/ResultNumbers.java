package dev.cantilever.agent.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.vocabulary.quantity.Unit;
import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of a tool's result, with the units that stand beside them or end their names. */
final class ResultNumbers {

  /** Digits that mean nothing, and would let every small number through. */
  private static final Pattern HASH = Pattern.compile("\\b(?:sha256:)?[0-9a-f]{12,}\\b");

  private final List<KnownNumber> found = new ArrayList<>();

  private ResultNumbers() {}

  static List<KnownNumber> in(JsonNode result) {
    ResultNumbers numbers = new ResultNumbers();
    numbers.collect(result, Optional.empty());
    return numbers.found;
  }

  private void collect(JsonNode node, Optional<Unit> unit) {
    if (node.isNumber()) {
      found.add(new KnownNumber(node.decimalValue(), unit));
    } else if (node.isTextual()) {
      for (ShownNumber number : TextNumbers.in(HASH.matcher(node.asText()).replaceAll(" "))) {
        number.value().ifPresent(value -> found.add(new KnownNumber(value, number.unit())));
      }
    } else if (node.isArray()) {
      found.add(new KnownNumber(BigDecimal.valueOf(node.size()), Optional.empty()));
      node.forEach(item -> collect(item, unit));
    } else if (node.isObject()) {
      Optional<Unit> beside = Units.parse(node.path("unit").asText(""));
      node.properties()
          .forEach(field -> collect(field.getValue(), ofName(field.getKey()).or(() -> beside)));
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
