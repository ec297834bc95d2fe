package dev.cantilever.tools.file.nanosurf;

import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;

/** The header: sections in brackets, each with lines {@code key=value}. */
final class Sections {

  private static final String PART = "header";

  private final Reading reading;
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

  Sections(Reading reading, String text) {
    this.reading = reading;
    Map<String, String> section = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new LinkedHashMap<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (equals > 0) {
        section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
  }

  boolean has(String section, String key) {
    return sections.getOrDefault(section, Map.of()).containsKey(key);
  }

  String text(String section, String key) {
    String value = sections.getOrDefault(section, Map.of()).get(key);
    if (value == null) {
      throw reading.refusal(PART, "no " + key + " in [" + section + "]", key + "=…");
    }
    return value;
  }

  String text(String section, String key, String otherwise) {
    return has(section, key) ? text(section, key) : otherwise;
  }

  double number(String section, String key) {
    return new Numerals(reading, PART + " [" + section + "]").number(key, text(section, key));
  }

  int count(String section, String key) {
    return new Numerals(reading, PART + " [" + section + "]").count(key, text(section, key));
  }

  /** All settings but those of single images. */
  Metadata metadata() {
    Metadata.Builder metadata = Metadata.builder();
    sections.forEach(
        (name, entries) -> {
          if (!name.matches("DataSet-\\d+:\\d+")) {
            entries.forEach((key, value) -> metadata.put(name + "/" + key, value));
          }
        });
    return metadata.build();
  }
}
