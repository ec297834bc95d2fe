package dev.cantilever.vocabulary.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quantity as people write it: a decimal number, perhaps a blank, and a unit. */
public final class QuantityLiteral {

  /** Plain decimal notation; no thousands separators, no decimal comma, no hexadecimal. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "([+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?)\\s*([^\\s\\d+\\-.,][^\\s]*)");

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

  /** Decimal exponents beyond this are no physical numbers and would overflow. */
  private static final long LARGEST_SCALE = 10_000;

  /** Each a thousandth of the one before. */
  private static final List<String> SMALLER = List.of("m", "µ", "n", "p", "f");

  private static final MathContext SHOWN_DIGITS = new MathContext(4);

  /** What came of reading a literal. */
  public sealed interface Result {}

  /** It reads as this quantity. */
  public record Read(Quantity quantity) implements Result {}

  /** It does not; {@code problem} is a sentence for a person, {@code suggestions} are units. */
  public record Unreadable(String problem, List<String> suggestions) implements Result {}

  private QuantityLiteral() {}

  /** Reads text such as {@code 12.5 nm} as a quantity of {@code kind}. Total: never throws. */
  public static Result parse(String text, QuantityKind kind) {
    if (kind == QuantityKind.RATIO && PLAIN.matcher(text.strip()).matches()) {
      return of(new BigDecimal(text.strip()), kind.canonicalUnit(), kind);
    }
    Matcher matcher = LITERAL.matcher(text.strip());
    if (!matcher.matches()) {
      return new Unreadable(
          "expected a number and a unit, such as \"2 %s\"".formatted(kind.canonicalUnit()),
          List.of(kind.canonicalUnit()));
    }
    return of(new BigDecimal(matcher.group(1)), matcher.group(2), kind);
  }

  /** Reads a number and the text of its unit as a quantity of {@code kind}. Total: never throws. */
  public static Result of(BigDecimal value, String unitText, QuantityKind kind) {
    var unit = Units.parse(unitText);
    if (unit.isEmpty()) {
      List<String> nearest = Units.nearest(unitText, kind);
      return new Unreadable(
          "unknown unit \"%s\"; did you mean %s?".formatted(unitText, String.join(", ", nearest)),
          nearest);
    }
    if (!unit.get().dimension().equals(kind.dimension())) {
      return new Unreadable(
          "\"%s\" is not a unit of %s; use %s"
              .formatted(
                  unitText,
                  kind.label(),
                  String.join(", ", Units.nearest(kind.canonicalUnit(), kind))),
          List.of(kind.canonicalUnit()));
    }
    if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
      return new Unreadable("the number is too large or too small for a double", List.of());
    }
    double canonical = unit.get().toCanonical(value);
    if (Double.isInfinite(canonical)) {
      return new Unreadable("the number is too large for a double", List.of());
    }
    return new Read(kind.of(canonical));
  }

  /** {@code value} in {@code unit} in the shortest decimal notation that reads back equal. */
  public static String format(double value, String unit) {
    return unit.equals("1")
        ? number(value)
        : String.format(Locale.ROOT, "%s %s", number(value), unit);
  }

  /**
   * The same for people, who read 2.5 µm and not 2.5E-6 m: with the largest prefix that leaves no
   * digit before the point a zero. No digit is lost, so that it reads back equal.
   */
  public static String prefixed(double value, String unit) {
    for (String prefix : SMALLER) {
      Optional<Unit> smaller = Units.smaller(prefix, unit);
      if (value == 0 || Math.abs(value) >= 1 || !Double.isFinite(value) || smaller.isEmpty()) {
        break;
      }
      BigDecimal scaled = new BigDecimal(Double.toString(value)).movePointRight(places(prefix));
      if (scaled.abs().compareTo(BigDecimal.ONE) >= 0) {
        return scaled.stripTrailingZeros().toPlainString() + " " + smaller.get().symbol();
      }
    }
    return format(value, unit);
  }

  /** The same in at most four digits; for what is only to be looked at. */
  public static String shown(double value, String unit) {
    return Double.isFinite(value)
        ? prefixed(new BigDecimal(value).round(SHOWN_DIGITS).doubleValue(), unit)
        : format(value, unit);
  }

  private static int places(String prefix) {
    return 3 * (SMALLER.indexOf(prefix) + 1);
  }

  private static String number(double value) {
    String shortest = Double.toString(value);
    return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
  }
}
