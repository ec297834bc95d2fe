package dev.cantilever.tools.file.igor;

import java.util.Locale;
import java.util.Map;

/**
 * Quantity and unit of an Asylum channel by its label. A wave has one unit for all its channels,
 * which the labels overrule: {@code PhaseRetrace} is in degrees though the wave says metres.
 */
final class ChannelUnit {

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("phase", "deg"),
          Map.entry("frequency", "Hz"),
          Map.entry("current", "A"),
          Map.entry("userin", "V"),
          Map.entry("potential", "V"),
          Map.entry("voltage", "V"),
          Map.entry("bias", "V"),
          Map.entry("lateral", "V"),
          Map.entry("capacitance", "F"),
          Map.entry("dissipation", "W"),
          Map.entry("count", ""),
          Map.entry("q", ""));

  private ChannelUnit() {}

  /** {@code NapPhase2Retrace} is a {@code Phase}. */
  static String quantity(String label) {
    String bare = label.replaceFirst("(Trace|Retrace)$", "").replaceFirst("^Nap(?=.)", "");
    String withoutNumber = bare.replaceFirst("\\d+$", "");
    return withoutNumber.isEmpty() ? label : withoutNumber;
  }

  /** The unit of a channel, or that of the whole wave where the label does not tell. */
  static String unit(String label, String ofWave) {
    return UNITS.getOrDefault(quantity(label).toLowerCase(Locale.ROOT), ofWave);
  }
}
