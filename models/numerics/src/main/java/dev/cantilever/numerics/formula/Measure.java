package dev.cantilever.numerics.formula;

import dev.cantilever.vocabulary.quantity.Dimension;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.Unit;
import dev.cantilever.vocabulary.quantity.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The unit of a part of a formula: a product of powers of stated units. Exponents are doubles that
 * count as equal within 1e-9, which tells all fractions apart that occur in physics.
 *
 * @param powers stated unit to exponent, for people
 * @param si exponents of metre, kilogram, second, ampere and kelvin, then the decimal logarithm of
 *     the unit's size in them
 */
record Measure(Map<String, Double> powers, List<Double> si) {

  static final Measure NUMBER = new Measure(Map.of(), List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0));

  private static final double TOLERANCE = 1e-9;
  private static final int DIMENSIONS = 5;
  private static final int LONGEST = 40;

  Measure {
    powers = new TreeMap<>(powers);
    powers.values().removeIf(exponent -> Math.abs(exponent) < TOLERANCE);
    si = List.copyOf(si);
  }

  /** The unit written as a text, such as {@code nm}, {@code eV/K}, {@code 1/s} or {@code 1}. */
  static Optional<Measure> parse(String text) {
    String stated = text.strip();
    if (stated.equals("1")) {
      return Optional.of(NUMBER);
    }
    // the unit table knows products of units only, and the radian is its unit of size 1
    String product = stated.startsWith("1/") ? "rad" + stated.substring(1) : stated;
    return Units.parse(product).map(unit -> new Measure(Map.of(stated, 1.0), si(unit)));
  }

  private static List<Double> si(Unit unit) {
    Dimension of = unit.dimension();
    Number factor = unit.factor();
    return Stream.concat(
            Stream.of(of.length(), of.mass(), of.time(), of.current(), of.temperature())
                .map(Integer::doubleValue),
            Stream.of(StrictMath.log10(factor.doubleValue())))
        .toList();
  }

  /** Units that a misspelt one may have meant, best first; at most three. */
  static List<String> nearest(String misspelt) {
    List<String> candidates = new ArrayList<>();
    if (misspelt.length() > LONGEST) {
      return candidates;
    }
    for (QuantityKind kind : QuantityKind.values()) {
      candidates.addAll(Units.nearest(misspelt, kind));
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(candidate -> Names.distance(misspelt, candidate)))
        .limit(3)
        .toList();
  }

  Measure times(Measure other) {
    return plus(other, 1);
  }

  Measure over(Measure other) {
    return plus(other, -1);
  }

  Measure power(double exponent) {
    return NUMBER.plus(this, exponent);
  }

  /** In logarithms: {@code this + factor · other}. */
  private Measure plus(Measure other, double factor) {
    Map<String, Double> sum = new TreeMap<>(powers);
    other.powers.forEach((unit, exponent) -> sum.merge(unit, factor * exponent, Double::sum));
    return new Measure(
        sum,
        IntStream.range(0, si.size()).mapToObj(i -> si.get(i) + factor * other.si.get(i)).toList());
  }

  /** Whether numbers in the one and numbers in the other may be added. */
  boolean isSame(Measure other) {
    return agree(other, DIMENSIONS + 1);
  }

  /** Whether both are units of the same kind of quantity, of whatever size. */
  boolean isSameKind(Measure other) {
    return agree(other, DIMENSIONS);
  }

  /** Whether it is a number without unit, not even one such as % or nm/µm. */
  boolean isNumber() {
    return isSame(NUMBER);
  }

  private boolean agree(Measure other, int entries) {
    return IntStream.range(0, entries)
        .allMatch(
            i ->
                si.get(i).equals(other.si.get(i))
                    || Math.abs(si.get(i) - other.si.get(i)) <= TOLERANCE);
  }

  /** For people, such as {@code V^2 (eV/K)^-1}. */
  String text() {
    return powers.isEmpty()
        ? "1"
        : powers.entrySet().stream()
            .map(power -> factor(power.getKey(), power.getValue()))
            .collect(Collectors.joining(" "));
  }

  private static String factor(String unit, double exponent) {
    if (exponent == 1) {
      return unit;
    }
    boolean composite = unit.contains("/") || unit.contains("*") || unit.contains("^");
    return (composite ? "(" + unit + ")" : unit) + "^" + Printer.number(exponent);
  }
}
