package dev.cantilever.tools.file.nanonis;

import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text header of a grid: lines {@code key=value}, then a mark.
 *
 * @param settings centre x, centre y, width, height in metres, angle in degrees
 * @param points of one spectrum
 * @param parameters numbers that stand before the spectra of each grid point
 */
record GridHeader(
    Metadata metadata,
    int columns,
    int rows,
    double[] settings,
    ChannelName sweep,
    int points,
    List<ChannelName> parameters,
    List<ChannelName> channels,
    long dataOffset) {

  private static final byte[] END = ":HEADER_END:".getBytes(StandardCharsets.US_ASCII);
  private static final String PART = "header";

  static GridHeader read(Reading reading) {
    long end = reading.find(PART, END, 0);
    Metadata header = values(reading.text(PART, 0, end, StandardCharsets.ISO_8859_1));
    Numerals numerals = new Numerals(reading, PART);
    double[] size = list(reading, header, "Grid dim", "x", 2);
    double[] settings = list(reading, header, "Grid settings", ";", 5);
    ChannelName sweep = ChannelName.of(header.get("Sweep Signal").orElse("sweep"));
    // The ends of the sweep are written without the unit that they share with it.
    List<ChannelName> fixed =
        names(header, "Fixed parameters").stream()
            .map(each -> each.unit().isEmpty() ? new ChannelName(each.name(), sweep.unit()) : each)
            .toList();
    List<ChannelName> parameters =
        Stream.concat(fixed.stream(), names(header, "Experiment parameters").stream()).toList();
    int declared =
        numerals.count("# Parameters", required(reading, header, "# Parameters (4 byte)"));
    if (declared != parameters.size()) {
      throw reading.refusal(PART, declared + " parameters", parameters.size() + ", as it names");
    }
    return new GridHeader(
        header,
        reading.count("header, Grid dim", (long) size[0]),
        reading.count("header, Grid dim", (long) size[1]),
        settings,
        sweep,
        numerals.count("Points", required(reading, header, "Points")),
        parameters,
        names(header, "Channels"),
        afterLineEnd(reading, end + END.length));
  }

  /** Numbers of one grid point: its parameters, then its channels. */
  long numbersPerPoint() {
    return parameters.size() + (long) channels.size() * points;
  }

  private static long afterLineEnd(Reading reading, long offset) {
    byte[] next = reading.bytes("end of the header", offset, 2);
    if (next[0] == '\n') {
      return offset + 1;
    }
    if (next[0] == '\r' && next[1] == '\n') {
      return offset + 2;
    }
    throw reading.refusal("end of the header", Arrays.toString(next), "a line end");
  }

  private static Metadata values(String text) {
    Metadata.Builder values = Metadata.builder();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
              }
            });
    return values.build();
  }

  private static List<ChannelName> names(Metadata header, String key) {
    String value = header.get(key).orElse("");
    if (value.isBlank()) {
      return List.of();
    }
    return Arrays.stream(value.split(";", -1)).map(ChannelName::of).toList();
  }

  private static double[] list(
      Reading reading, Metadata header, String key, String separator, int length) {
    String[] parts = required(reading, header, key).split(separator, -1);
    if (parts.length < length) {
      throw reading.refusal(PART, key + " = " + header.get(key).orElse(""), length + " numbers");
    }
    Numerals numerals = new Numerals(reading, PART);
    return Arrays.stream(parts).limit(length).mapToDouble(p -> numerals.number(key, p)).toArray();
  }

  private static String required(Reading reading, Metadata header, String key) {
    return header.get(key).orElseThrow(() -> reading.refusal(PART, "no " + key, key + "=…"));
  }
}
