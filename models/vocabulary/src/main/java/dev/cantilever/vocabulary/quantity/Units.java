package dev.cantilever.vocabulary.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The unit table: SI with prefixes, the field's own units, English names, and products of them such
 * as {@code µm/s} or {@code e/A^2}. Symbols are case-sensitive ({@code mV} is not {@code MV}).
 */
public final class Units {

  private static final Dimension NONE = Dimension.NONE;
  private static final Dimension M = new Dimension(1, 0, 0, 0, 0);
  private static final Dimension KG = new Dimension(0, 1, 0, 0, 0);
  private static final Dimension S = new Dimension(0, 0, 1, 0, 0);
  private static final Dimension A = new Dimension(0, 0, 0, 1, 0);
  private static final Dimension K = new Dimension(0, 0, 0, 0, 1);

  private static final Map<String, BigDecimal> PREFIXES = prefixes();
  private static final Map<String, String> PREFIX_NAMES =
      Map.of(
          "femto", "f", "pico", "p", "nano", "n", "micro", "µ", "milli", "m", "centi", "c", "kilo",
          "k", "mega", "M", "giga", "G");
  private static final Map<String, Unit> TABLE = new LinkedHashMap<>();
  private static final List<String> PREFIXABLE =
      List.of("m", "g", "s", "A", "K", "V", "Hz", "N", "Pa", "J", "W", "eV", "L", "rad");
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  /**
   * A file of limits asks for them thousands of times: each of its quantities is tried as many
   * kinds.
   */
  private static final Map<QuantityKind, List<String>> SYMBOLS = new ConcurrentHashMap<>();

  static {
    Dimension joule = KG.times(M.power(2)).times(S.power(-2));
    define("m", M, "1", "metre", "meter");
    define("g", KG, "0.001", "gram");
    define("s", S, "1", "second", "sec");
    define("min", S, "60", "minute");
    define("h", S, "3600", "hour");
    define("A", A, "1", "ampere");
    define("K", K, "1", "kelvin");
    define("V", joule.times(A.power(-1)).times(S.power(-1)), "1", "volt");
    define("Hz", S.power(-1), "1", "hertz");
    define("N", KG.times(M).times(S.power(-2)), "1", "newton");
    define("Pa", KG.times(M.power(-1)).times(S.power(-2)), "1", "pascal");
    define("J", joule, "1", "joule");
    define("W", joule.times(S.power(-1)), "1", "watt");
    define("eV", joule, "1.602176634e-19", "electronvolt");
    define("Å", M, "1e-10", "angstrom", "ångström");
    define("1", NONE, "1");
    define("e", NONE, "1", "electron");
    define("L", M.power(3), "0.001", "litre", "liter");
    define("rad", NONE, "1", "radian");
    define("°", NONE, "0.017453292519943295", "degree");
    define("%", NONE, "0.01", "percent");
  }

  private Units() {}

  /** The unit written as {@code text}, or empty where no reading exists. */
  public static Optional<Unit> parse(String text) {
    String symbol = text.strip();
    if (symbol.isEmpty() || symbol.length() > 40) {
      return Optional.empty();
    }
    Unit product = new Unit("1", NONE, BigDecimal.ONE);
    boolean divides = false;
    for (String part : symbol.split("(?<=[/*·])|(?=[/*·])", -1)) {
      switch (part) {
        case "/" -> divides = true;
        case "*", "·" -> divides = false;
        default -> {
          Optional<Unit> factor = factor(part, divides);
          if (factor.isEmpty()) {
            return Optional.empty();
          }
          product = product.times(factor.get(), symbol);
        }
      }
    }
    return Optional.of(product);
  }

  /** Known symbols of this kind closest to a misspelt one, best first; at most three. */
  public static List<String> nearest(String misspelt, QuantityKind kind) {
    return SYMBOLS.computeIfAbsent(kind, Units::symbols).stream()
        .sorted(
            Comparator.<String>comparingInt(c -> distance(misspelt, c))
                .thenComparingInt(c -> c.length()))
        .limit(3)
        .toList();
  }

  /** A unit with a prefix before it; empty where that is no unit, or not so many times it. */
  static Optional<Unit> smaller(String prefix, String symbol) {
    Optional<Unit> plain = parse(symbol);
    return parse(prefix + symbol)
        .filter(unit -> PREFIXABLE.stream().anyMatch(symbol::startsWith))
        .filter(
            unit ->
                plain
                    .filter(one -> one.dimension().equals(unit.dimension()))
                    .filter(
                        one ->
                            one.factor().multiply(PREFIXES.get(prefix)).compareTo(unit.factor())
                                == 0)
                    .isPresent());
  }

  /** Symbols that a single quantity of this kind can be written with. */
  static List<String> symbols(QuantityKind kind) {
    List<String> candidates = new ArrayList<>();
    for (String symbol : TABLE.keySet()) {
      candidates.add(symbol);
      if (PREFIXABLE.contains(symbol)) {
        PREFIXES.keySet().forEach(prefix -> candidates.add(prefix + symbol));
      }
    }
    if (kind == QuantityKind.SPEED) {
      candidates.addAll(List.of("m/s", "mm/s", "µm/s", "nm/s"));
    }
    return candidates.stream()
        .filter(c -> parse(c).orElseThrow().dimension().equals(kind.dimension()))
        .toList();
  }

  private static Optional<Unit> factor(String part, boolean divides) {
    int caret = part.indexOf('^');
    String symbol = caret < 0 ? part : part.substring(0, caret);
    String exponentText = caret < 0 ? "1" : part.substring(caret + 1);
    if (!exponentText.matches("-?[1-9]")) {
      return Optional.empty();
    }
    int exponent = Integer.parseInt(exponentText) * (divides ? -1 : 1);
    return single(symbol)
        .map(
            unit ->
                new Unit(
                    part,
                    unit.dimension().power(exponent),
                    unit.factor().pow(exponent, MathContext.DECIMAL128)));
  }

  private static Optional<Unit> single(String symbol) {
    Unit known = TABLE.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    String named = NAMES.get(singular(symbol));
    if (named != null) {
      return Optional.of(TABLE.get(named));
    }
    for (Map.Entry<String, String> name : PREFIX_NAMES.entrySet()) {
      if (symbol.startsWith(name.getKey())) {
        String base = NAMES.get(singular(symbol.substring(name.getKey().length())));
        if (base != null && PREFIXABLE.contains(base)) {
          return Optional.of(prefixed(name.getValue(), base));
        }
      }
    }
    for (String prefix : PREFIXES.keySet()) {
      String base = symbol.startsWith(prefix) ? symbol.substring(prefix.length()) : "";
      if (PREFIXABLE.contains(base)) {
        return Optional.of(prefixed(prefix, base));
      }
    }
    return Optional.empty();
  }

  private static Unit prefixed(String prefix, String base) {
    Unit unit = TABLE.get(base);
    return new Unit(prefix + base, unit.dimension(), unit.factor().multiply(PREFIXES.get(prefix)));
  }

  private static String singular(String name) {
    return name.length() > 3 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static void define(String symbol, Dimension dimension, String factor, String... names) {
    TABLE.put(symbol, new Unit(symbol, dimension, new BigDecimal(factor)));
    for (String name : names) {
      NAMES.put(name, symbol);
    }
  }

  private static Map<String, BigDecimal> prefixes() {
    Map<String, BigDecimal> table = new LinkedHashMap<>();
    table.put("f", new BigDecimal("1e-15"));
    table.put("p", new BigDecimal("1e-12"));
    table.put("n", new BigDecimal("1e-9"));
    table.put("µ", new BigDecimal("1e-6"));
    table.put("μ", new BigDecimal("1e-6"));
    table.put("u", new BigDecimal("1e-6"));
    table.put("m", new BigDecimal("1e-3"));
    table.put("c", new BigDecimal("1e-2"));
    table.put("k", new BigDecimal("1e3"));
    table.put("M", new BigDecimal("1e6"));
    table.put("G", new BigDecimal("1e9"));
    return table;
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
