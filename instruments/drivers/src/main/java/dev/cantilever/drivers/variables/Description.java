package dev.cantilever.drivers.variables;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.command.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the description file says. Its lines, in any order, each once but for that of a stop:
 *
 * <pre>
 * title = Beam line furnace
 * sample = film
 * identity = FURN:ID = 17
 * stop = FURN:ENABLE = 0
 * channel temperature = FURN:TEMP
 * set setpoint = FURN:SP, FURN:SP_RBV, 0.01
 * </pre>
 *
 * A setting names the variable that is put, the one that is read back, and the tolerance. Values
 * are in the unit of the variable; channels are read in SI units. {@code identity} is what only
 * this instrument reads.
 */
public record Description(
    String title,
    String sample,
    List<Put> stops,
    Identity identity,
    Map<Channel, String> channels,
    Map<String, Setting> settings) {

  /**
   * What names look like in a control system.
   *
   * @param words the same for a person
   */
  public record Names(Pattern pattern, String words) {

    private String name(String text) {
      if (!pattern.matcher(text.strip()).matches()) {
        throw new IllegalArgumentException(
            "\"%s\" is no name of a variable: %s".formatted(text, words));
      }
      return text.strip();
    }
  }

  /** A number for a variable. */
  public record Put(String variable, double value) {}

  /** What a variable must read, a number as the JDK writes it. */
  public record Identity(String variable, String value) {}

  /** A variable, the one that it is read back from, and by how much they may differ. */
  public record Setting(String variable, String readback, double tolerance) {}

  /**
   * Reads a file.
   *
   * @throws ConnectionFailure that names the line, what stands there and what is allowed
   */
  public static Description parse(String file, String text, Names names) {
    Map<Channel, String> channels = new EnumMap<>(Channel.class);
    Map<String, Setting> settings = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    List<Put> stops = new ArrayList<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        String key = part(line, 0);
        String value = part(line, 1);
        Object before = null;
        if (key.startsWith("channel ")) {
          before = channels.put(channel(key.substring(8).strip()), names.name(value));
        } else if (key.startsWith("set ")) {
          before = settings.put(key.substring(4).strip(), setting(value, names));
        } else if (key.equals("stop")) {
          stops.add(put(value, names));
        } else if (List.of("title", "sample", "identity").contains(key)) {
          before = words.put(key, value);
        } else {
          throw new IllegalArgumentException(
              "\"%s\" is none of title, sample, identity, stop, channel NAME, set NAME"
                  .formatted(key));
        }
        if (before != null) {
          throw new IllegalArgumentException("\"%s\" stands twice; leave one".formatted(key));
        }
      } catch (IllegalArgumentException wrong) {
        throw failure(file, "line %d: %s".formatted(number, wrong.getMessage()));
      }
    }
    for (String needed : List.of("title", "identity")) {
      if (!words.containsKey(needed)) {
        throw failure(file, needed + " is missing");
      }
    }
    if (stops.isEmpty() || channels.isEmpty() || settings.isEmpty()) {
      throw failure(file, "a description needs a stop, a channel and a set at least");
    }
    return new Description(
        words.get("title"),
        words.getOrDefault("sample", "none"),
        List.copyOf(stops),
        identity(words.get("identity"), names),
        channels,
        settings);
  }

  private static ConnectionFailure failure(String file, String words) {
    return new ConnectionFailure("description %s, %s".formatted(file, words));
  }

  private static String part(String line, int index) {
    String[] parts = line.split("=", 2);
    if (parts.length < 2 || parts[index].isBlank()) {
      throw new IllegalArgumentException("\"%s\" is no \"key = value\"".formatted(line));
    }
    return parts[index].strip();
  }

  private static Identity identity(String text, Names names) {
    String value = part(text, 1);
    try {
      value = Double.toString(Double.parseDouble(value));
    } catch (NumberFormatException word) {
      // a name or a serial number
    }
    return new Identity(names.name(part(text, 0)), value);
  }

  /** A command that takes nothing stands alone. */
  private static Put put(String text, Names names) {
    if (text.endsWith("()")) {
      return new Put(names.name(text), 0);
    }
    return new Put(names.name(part(text, 0)), number(part(text, 1)));
  }

  private static Setting setting(String text, Names names) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "\"%s\" must be variable, readback, tolerance".formatted(text));
    }
    double tolerance = number(parts[2]);
    if (tolerance < 0) {
      throw new IllegalArgumentException("a tolerance is at least 0, not " + tolerance);
    }
    return new Setting(names.name(parts[0]), names.name(parts[1]), tolerance);
  }

  private static double number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException none) {
      // refused below
    }
    throw new IllegalArgumentException("\"%s\" must be a number".formatted(text.strip()));
  }

  private static Channel channel(String word) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no channel \"%s\"".formatted(word)));
  }
}
