package dev.cantilever.numerics.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where and why a formula has no finite value or derivative.
 *
 * @param what what is not finite
 * @param expression the smallest part to blame: its operands are finite
 * @param row index of the point, from 0
 * @param at the inputs of that point and the parameters that the formula contains, in order of
 *     declaration
 */
public record NonFinite(What what, String expression, int row, Map<String, Double> at) {

  /** What is not finite. */
  public enum What {
    VALUE("has no finite value"),
    DERIVATIVE("has no finite derivative"),
    PARAMETER("is a parameter without a finite value");

    private final String phrase;

    What(String phrase) {
      this.phrase = phrase;
    }
  }

  public NonFinite {
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
  }

  /** One sentence for a person. */
  public String message() {
    return "%s %s at row %d, where %s"
        .formatted(
            expression,
            what.phrase,
            row,
            at.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", ")));
  }
}
