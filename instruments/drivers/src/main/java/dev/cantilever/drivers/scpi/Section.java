package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The lines {@code key = value} under one heading of a description file; a key may be repeated. */
record Section(String heading, Map<String, List<String>> values) {

  /**
   * Reads a file: its lines before the first heading come first, under an empty one. Blank lines
   * and lines that begin with {@code #} say nothing.
   *
   * @throws IllegalArgumentException that names the line
   */
  static List<Section> parse(String text) {
    List<Section> sections = new ArrayList<>(List.of(new Section("", new TreeMap<>())));
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        sections.add(new Section(line.substring(1, line.length() - 1).strip(), new TreeMap<>()));
      } else if (equals > 0) {
        sections
            .getLast()
            .values
            .computeIfAbsent(line.substring(0, equals).strip(), key -> new ArrayList<>())
            .add(line.substring(equals + 1).strip());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalArgumentException(
            "line %d is neither \"key = value\" nor a [heading]".formatted(number));
      }
    }
    return sections;
  }

  /** Refuses a key that is not one of these: it may be one, misspelt. */
  void allow(String... keys) {
    List<String> known = List.of(keys);
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "unknown key \"%s\"; there are: %s".formatted(key, String.join(", ", known)));
      }
    }
  }

  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }

  Optional<String> one(String key) {
    if (all(key).size() > 1) {
      throw new IllegalArgumentException("%s stands twice; leave one".formatted(key));
    }
    return all(key).stream().findFirst();
  }

  String required(String key) {
    return one(key)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(key)));
  }

  double number(String key, double otherwise) {
    return one(key).map(Section::number).orElse(otherwise);
  }

  static double number(String text) {
    Term term = Term.parse(text);
    if (!term.name().isEmpty()) {
      throw new IllegalArgumentException("\"%s\" must be a plain number".formatted(text));
    }
    return term.offset();
  }

  /** {@code yes} or {@code no}, which holds where it is left out. */
  boolean truth(String key) {
    return switch (one(key).orElse("no")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("%s must be yes or no".formatted(key));
    };
  }

  Pattern reply() {
    return one("reply").map(Pattern::compile).orElse(Query.NUMBER);
  }

  /** A time of at least zero, such as {@code 200 ms}. */
  TimeSpan time(String key, TimeSpan otherwise) {
    return one(key).map(text -> span(key, text)).orElse(otherwise);
  }

  private static TimeSpan span(String key, String text) {
    if (QuantityLiteral.parse(text, QuantityKind.TIME) instanceof Read read
        && read.quantity() instanceof TimeSpan span
        && span.seconds() >= 0
        && span.seconds() <= 86_400) {
      return span;
    }
    throw new IllegalArgumentException(
        "%s must be a time in [0 s, 86400 s], such as \"200 ms\", not \"%s\"".formatted(key, text));
  }
}
