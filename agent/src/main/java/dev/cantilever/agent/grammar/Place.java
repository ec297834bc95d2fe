package dev.cantilever.agent.grammar;

import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place on the surface in metres.
 *
 * @param words how it was said, or that it is the present one
 */
record Place(BigDecimal x, BigDecimal y, String words) {

  static final Set<String> OFFSETS = Set.of("right", "left", "up", "down");

  /** Where {@code values} says: a point, or so far from where the probe stands, or there. */
  static Place of(Optional<String> point, Map<String, String> values, Situation situation) {
    if (point.isPresent()) {
      String[] parts = point.get().split("; ", -1);
      return new Place(metres(parts[0]), metres(parts[1]), "");
    }
    BigDecimal x = situation.x().add(length(values, "right")).subtract(length(values, "left"));
    BigDecimal y = situation.y().add(length(values, "up")).subtract(length(values, "down"));
    boolean moved = values.keySet().stream().anyMatch(OFFSETS::contains);
    return new Place(
        x,
        y,
        moved
            ? "from %s, where the probe stands".formatted(text(situation.x(), situation.y()))
            : "where the probe stands");
  }

  private static BigDecimal length(Map<String, String> values, String slot) {
    return Optional.ofNullable(values.get(slot)).map(Place::metres).orElse(BigDecimal.ZERO);
  }

  /** A length as it was said, exactly. */
  static BigDecimal metres(String text) {
    int unit = text.replaceFirst("^([+-]?[0-9.]+(?:[eE][+-]?\\d+)?).*", "$1").length();
    return new BigDecimal(text.substring(0, unit))
        .multiply(
            Units.parse(text.substring(unit).strip()).orElseThrow().factor(),
            MathContext.DECIMAL64);
  }

  String xText() {
    return text(x);
  }

  String yText() {
    return text(y);
  }

  /** In the largest of the usual units in which it is not less than one. */
  static String text(BigDecimal metres) {
    if (metres.signum() == 0) {
      return "0 m";
    }
    int shift = metres.abs().compareTo(new BigDecimal("1e-6")) >= 0 ? 6 : 9;
    BigDecimal number = metres.scaleByPowerOfTen(shift).stripTrailingZeros();
    return number.toPlainString() + (shift == 6 ? " µm" : " nm");
  }

  private static String text(BigDecimal x, BigDecimal y) {
    return "(%s, %s)".formatted(text(x), text(y));
  }

  @Override
  public String toString() {
    return text(x, y);
  }
}
