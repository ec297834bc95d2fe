package dev.cantilever.tools.file.hdf;

import java.util.Map;

/** Units that are spelt out, as some NeXus writers do, by their symbols. */
final class UnitSymbol {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("meter", "m"),
          Map.entry("metre", "m"),
          Map.entry("second", "s"),
          Map.entry("volt", "V"),
          Map.entry("ampere", "A"),
          Map.entry("hertz", "Hz"),
          Map.entry("degree", "deg"),
          Map.entry("kelvin", "K"),
          Map.entry("electron_volt", "eV"),
          Map.entry("newton", "N"),
          Map.entry("dimensionless", ""),
          Map.entry("ampere / volt", "A/V"));

  private UnitSymbol() {}

  static String of(String unit) {
    return SYMBOLS.getOrDefault(unit.strip(), unit.strip());
  }

  /** NCEM puts units in brackets and prefixes before an underscore: {@code [n_m]} is nm. */
  static String ofNcem(String unit) {
    return unit.replaceAll("[\\[\\]_]", "").strip();
  }
}
