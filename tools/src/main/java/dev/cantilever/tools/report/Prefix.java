package dev.cantilever.tools.report;

import java.util.Set;

/**
 * A unit of a size that makes small numbers readable.
 *
 * @param unit its symbol, such as {@code nm}
 * @param factor by which values in the unit without a prefix are multiplied
 */
record Prefix(String unit, double factor) {

  private static final Set<String> PREFIXABLE =
      Set.of("m", "s", "V", "A", "N", "Hz", "Pa", "W", "rad");
  private static final String[] SYMBOLS = {"f", "p", "n", "µ", "m", "", "k", "M", "G"};
  private static final int NONE = 5;

  /** For values up to {@code largest}, without sign, in {@code unit}. */
  static Prefix of(String unit, double largest) {
    if (unit.equals("m^-1")) {
      return new Prefix("cm⁻¹", 0.01); // as spectra are written everywhere
    }
    if (!PREFIXABLE.contains(unit) || !(largest > 0) || Double.isInfinite(largest)) {
      return new Prefix(unit, 1);
    }
    int thousands = (int) Math.floor(Math.log10(largest) / 3 + 1e-9);
    int index = Math.clamp((long) thousands + NONE, 0, SYMBOLS.length - 1);
    return new Prefix(SYMBOLS[index] + unit, Math.pow(10, -3.0 * (index - NONE)));
  }
}
