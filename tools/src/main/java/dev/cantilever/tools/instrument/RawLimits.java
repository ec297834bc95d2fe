package dev.cantilever.tools.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits of an envelope's text as plain numbers, for the second check. Knows its own units on
 * purpose: what the vocabulary converts wrongly must not be wrong here in the same way.
 */
final class RawLimits {

  private static final Pattern LITERAL = Pattern.compile("([-+0-9.eE]+)\\s*(\\S*)");
  private static final Map<String, Double> PREFIXES =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("f", 1e-15),
          Map.entry("p", 1e-12),
          Map.entry("n", 1e-9),
          Map.entry("µ", 1e-6),
          Map.entry("u", 1e-6),
          Map.entry("m", 1e-3),
          Map.entry("c", 1e-2),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9));
  private static final Pattern PREFIXED =
      Pattern.compile("([fpnµumckMG]?)(m|V|Hz|s|N|A|W|Pa|J|rad|eV|L|m/s|V\\*s|J/m\\^2)");
  private static final Map<String, Double> OTHERS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("1", 1.0),
          Map.entry("%", 0.01),
          Map.entry("K", 1.0),
          Map.entry("K/s", 1.0),
          Map.entry("K/min", 1 / 60.0),
          Map.entry("min", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("°", Math.PI / 180),
          Map.entry("deg", Math.PI / 180),
          Map.entry("Å", 1e-10),
          Map.entry("m^3", 1.0),
          Map.entry("mJ/cm^2", 10.0),
          Map.entry("J/cm^2", 1e4),
          Map.entry("mbar", 100.0),
          Map.entry("bar", 1e5),
          Map.entry("Torr", 101_325 / 760.0),
          Map.entry("mTorr", 101.325 / 760),
          Map.entry("e/m^2", 1.0),
          Map.entry("e/Å^2", 1e20));

  private RawLimits() {}

  /**
   * By channel, and as the second check names them for parameters, fidelity and length of loops.
   *
   * @throws IllegalArgumentException where a number cannot be read on this way
   */
  static Map<String, double[]> of(JsonNode envelope) {
    Map<String, double[]> limits = new HashMap<>();
    for (JsonNode limit : envelope.path("limits")) {
      limits.put(
          limit.path("channel").asText(),
          new double[] {number(limit.path("min")), number(limit.path("max"))});
    }
    for (JsonNode limit : envelope.path("parameters")) {
      String parameter = limit.path("parameter").asText();
      limits.put(
          "parameter " + parameter,
          new double[] {limit.path("min").asDouble(), limit.path("max").asDouble()});
      limits.put("rate " + parameter, upTo(limit.path("maximum_rate")));
    }
    limits.put("fidelity", upTo(envelope.path("maximum_fidelity")));
    limits.put("loop_steps", upTo(envelope.path("maximum_loop_steps")));
    return limits;
  }

  private static double[] upTo(JsonNode most) {
    return new double[] {0, most.asDouble()};
  }

  private static double number(JsonNode literal) {
    Matcher matcher = LITERAL.matcher(literal.asText().strip());
    if (!matcher.matches()) {
      throw unread(literal);
    }
    return Double.parseDouble(matcher.group(1)) * factor(matcher.group(2), literal);
  }

  private static double factor(String unit, JsonNode literal) {
    Double other = OTHERS.get(unit);
    if (other != null) {
      return other;
    }
    Matcher prefixed = PREFIXED.matcher(unit);
    if (!prefixed.matches()) {
      throw unread(literal);
    }
    double litre = prefixed.group(2).equals("L") ? 1e-3 : 1;
    return PREFIXES.get(prefixed.group(1)) * litre;
  }

  private static IllegalArgumentException unread(JsonNode literal) {
    return new IllegalArgumentException(
        "the second check cannot read the limit \"%s\"; write it in SI units with one prefix"
            .formatted(literal.asText()));
  }
}
