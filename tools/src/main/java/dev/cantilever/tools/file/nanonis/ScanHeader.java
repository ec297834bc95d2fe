package dev.cantilever.tools.file.nanonis;

import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text header of a scan: lines {@code :KEY:}, each followed by the lines of its value.
 *
 * @param metadata the value of every key
 * @param dataOffset where the numbers begin
 */
record ScanHeader(Reading reading, Metadata metadata, long dataOffset) {

  private static final byte[] END = ":SCANIT_END:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = {0x1a, 0x04};
  private static final String PART = "header";

  /** A recorded signal and the directions in which it was recorded. */
  record Channel(String name, String unit, boolean forward, boolean backward) {}

  static ScanHeader read(Reading reading) {
    long end = reading.find(PART, END, 0);
    String text = reading.text(PART, 0, end, StandardCharsets.ISO_8859_1);
    long data = reading.find("mark before the data", DATA, end) + DATA.length;
    return new ScanHeader(reading, values(text), data);
  }

  private static Metadata values(String text) {
    Metadata.Builder values = Metadata.builder();
    String key = "";
    StringBuilder value = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.length() > 2 && line.startsWith(":") && line.endsWith(":")) {
        if (!key.isEmpty()) {
          values.put(key, value.toString());
        }
        key = line.substring(1, line.length() - 1);
        value.setLength(0);
      } else {
        value.append(line).append('\n');
      }
    }
    if (!key.isEmpty()) {
      values.put(key, value.toString());
    }
    return values.build();
  }

  String required(String key) {
    return metadata
        .get(key)
        .orElseThrow(() -> reading.refusal(PART, "no :" + key + ":", "one, with its value"));
  }

  /** Two numbers after a key, those of x and of y. */
  double[] pair(String key) {
    String[] parts = required(key).strip().split("\\s+", -1);
    if (parts.length < 2) {
      throw reading.refusal(PART, ":" + key + ": " + required(key), "two numbers");
    }
    Numerals numerals = new Numerals(reading, PART);
    return new double[] {numerals.number(key, parts[0]), numerals.number(key, parts[1])};
  }

  List<Channel> channels() {
    List<String> table = required("DATA_INFO").lines().toList();
    List<Channel> channels = new ArrayList<>();
    for (String line : table.subList(Math.min(1, table.size()), table.size())) {
      channel(line).ifPresent(channels::add);
    }
    if (channels.isEmpty()) {
      throw reading.refusal(PART, "no line in :DATA_INFO:", "one for each channel");
    }
    return channels;
  }

  private Optional<Channel> channel(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    String[] cells = line.strip().split("\t", -1);
    if (cells.length < 4) {
      throw reading.refusal(PART, "channel \"" + line + "\"", "number, name, unit, direction");
    }
    String direction = cells[3].strip();
    boolean both = direction.equals("both");
    if (!both && !direction.equals("forward") && !direction.equals("backward")) {
      throw reading.refusal(PART, "direction " + direction, "both, forward or backward");
    }
    return Optional.of(
        new Channel(
            cells[1].strip(),
            cells[2].strip(),
            both || direction.equals("forward"),
            both || direction.equals("backward")));
  }
}
