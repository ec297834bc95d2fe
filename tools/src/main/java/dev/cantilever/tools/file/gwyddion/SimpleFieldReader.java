package dev.cantilever.tools.file.gwyddion;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads Gwyddion simple fields: a text header, one to four NUL up to a multiple of four bytes, then
 * float32, little-endian, top row first. The y axis is as in {@link GwyddionReader}.
 */
public final class SimpleFieldReader {

  static final String MAGIC = "Gwyddion Simple Field 1.0\n";

  private SimpleFieldReader() {}

  public static boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
  }

  public static MicroscopyFile read(Reading reading) {
    long end = reading.find("header", new byte[] {0}, MAGIC.length());
    Metadata header = header(reading, end);
    Numerals numerals = new Numerals(reading, "header");
    int columns = numerals.count("XRes", required(reading, header, "XRes"));
    int rows = numerals.count("YRes", required(reading, header, "YRes"));
    double width = numerals.number("XReal", header.get("XReal").orElse("1"));
    double height = numerals.number("YReal", header.get("YReal").orElse("1"));
    double left = numerals.number("XOffset", header.get("XOffset").orElse("0"));
    double bottom = numerals.number("YOffset", header.get("YOffset").orElse("0"));
    String lateral = header.get("XYUnits").orElse("");
    double row = height / rows;
    DataAxis y = reading.even("y", lateral, rows, bottom + height - row, -row);
    DataAxis x = reading.even("x", lateral, columns, left, width / columns);
    long data = end + Float.BYTES - end % Float.BYTES;
    double[] values =
        reading.numbers(
            "data", data, (long) rows * columns, Element.FLOAT32, ByteOrder.LITTLE_ENDIAN);
    String title = header.get("Title").orElse("field");
    return new MicroscopyFile(
        FileFormat.GWYDDION_SIMPLE_FIELD,
        List.of(
            new Dataset(
                title,
                title,
                header.get("ZUnits").orElse(""),
                List.of(y, x),
                Series.of(values),
                header)));
  }

  private static Metadata header(Reading reading, long end) {
    String text =
        reading.text("header", MAGIC.length(), end - MAGIC.length(), StandardCharsets.UTF_8);
    Metadata.Builder header = Metadata.builder();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                header.put(line.substring(0, equals), line.substring(equals + 1));
              }
            });
    return header.build();
  }

  private static String required(Reading reading, Metadata header, String key) {
    return header
        .get(key)
        .orElseThrow(() -> reading.refusal("header", "no " + key, key + " = a number of pixels"));
  }
}
