package dev.cantilever.drivers.scpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in the instrument's unit, made of one in SI units: {@code value · factor + offset}.
 *
 * @param name part of the command; empty for a constant, which is the offset
 */
record Term(String name, double factor, double offset) {

  private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?";

  /** A placeholder: {@code {temperature}}, {@code {target.x*1e3}}, {@code {temperature-273.15}}. */
  static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][A-Za-z.]*)(?:\\*(-?%s))?([+-]%s)?}".formatted(NUMBER, NUMBER));

  private static final Pattern CONSTANT = Pattern.compile("[+-]?" + NUMBER);

  /** More digits than any setting resolves, fewer than a converted unit shows as noise. */
  private static final MathContext DIGITS = new MathContext(9);

  /** Reads a placeholder or a plain number. */
  static Term parse(String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (placeholder.matches()) {
      return of(placeholder);
    }
    if (!CONSTANT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is neither a number nor a placeholder such as {setting.value*1e3}"
              .formatted(text));
    }
    return constant(Double.parseDouble(text));
  }

  static Term of(Matcher placeholder) {
    String factor = placeholder.group(2);
    String offset = placeholder.group(3);
    return new Term(
        placeholder.group(1),
        factor == null ? 1 : Double.parseDouble(factor),
        offset == null ? 0 : Double.parseDouble(offset));
  }

  static Term constant(double value) {
    return new Term("", 0, value);
  }

  /**
   * The number, rounded as it is sent.
   *
   * @throws IllegalArgumentException where the part is no finite number
   */
  double value(Map<String, Object> parts) {
    return rounded(parts).doubleValue();
  }

  /** The number as it is sent, in plain notation while that is short. */
  String text(Map<String, Object> parts) {
    BigDecimal value = rounded(parts).stripTrailingZeros();
    boolean isShort = value.scale() <= 12 && value.scale() >= -9;
    return isShort ? value.toPlainString() : value.toString();
  }

  private BigDecimal rounded(Map<String, Object> parts) {
    double value = name.isEmpty() ? offset : number(parts) * factor + offset;
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is no finite number".formatted(name));
    }
    return new BigDecimal(value).round(DIGITS);
  }

  private double number(Map<String, Object> parts) {
    return parts.get(name) instanceof Double number ? number : Double.NaN;
  }
}
