package dev.cantilever.tools.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The JSON Canonicalization Scheme (RFC 8785): no white space, keys sorted by UTF-16 code units,
 * numbers as ECMAScript writes doubles, text with the shortest escapes.
 *
 * <p>Refused with {@link IllegalArgumentException}: NaN and infinities, integers that a double does
 * not hold exactly, unpaired surrogates.
 */
public final class CanonicalJson {

  private static final int EXACT_BITS = 53;

  private CanonicalJson() {}

  public static String text(JsonNode value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  public static byte[] bytes(JsonNode value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value, out);
      case ARRAY -> writeArray(value, out);
      case STRING -> writeText(value.textValue(), out);
      case NUMBER -> out.append(number(value));
      case BOOLEAN -> out.append(value.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
    }
  }

  private static void writeObject(JsonNode object, StringBuilder out) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    char separator = '{';
    for (String name : names) {
      out.append(separator);
      writeText(name, out);
      out.append(':');
      write(object.get(name), out);
      separator = ',';
    }
    out.append(names.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonNode array, StringBuilder out) {
    char separator = '[';
    for (JsonNode item : array) {
      out.append(separator);
      write(item, out);
      separator = ',';
    }
    out.append(array.isEmpty() ? "[]" : "]");
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!paired) {
          throw new IllegalArgumentException("text with an unpaired surrogate");
        }
        out.append(c).append(text.charAt(++i));
      } else {
        writeCharacter(c, out);
      }
    }
    out.append('"');
  }

  private static void writeCharacter(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return integer(value.bigIntegerValue());
    }
    return number(value.doubleValue());
  }

  /** Beyond 2^53 only what a double is written as: then reading it back yields that double. */
  private static String integer(BigInteger value) {
    String text = value.toString();
    boolean exact =
        value.bitLength() <= EXACT_BITS
            || (value.bitLength() < Double.MAX_EXPONENT
                && number(value.doubleValue()).equals(text));
    if (!exact) {
      throw new IllegalArgumentException("integer beyond 2^53 that no double holds: " + text);
    }
    return text;
  }

  /**
   * A finite double in the notation of ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20): the
   * shortest digits that read back equal, which {@link Double#toString(double)} finds since JDK 19.
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + positional(digits, point);
  }

  /** {@link Double#toString(double)} writes at least two digits, also where one is enough. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
  }

  private static String positional(String digits, int point) {
    if (point > 21 || point < -5) {
      int exponent = point - 1;
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return digits.length() <= point
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}
