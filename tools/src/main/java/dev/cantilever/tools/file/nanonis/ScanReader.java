package dev.cantilever.tools.file.nanonis;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Nanonis scans: a text header, then float32, big-endian, one image after another.
 *
 * <p>Rows and pixels stay in the order in which they were recorded. A scan downwards therefore has
 * a descending y axis and a backward image a descending x axis; {@link Dataset#ascending()} lays
 * them over the forward ones.
 */
public final class ScanReader {

  private static final String MAGIC = ":NANONIS_VERSION:";

  private final Reading reading;
  private final ScanHeader header;
  private final int columns;
  private final int rows;

  private ScanReader(Reading reading) {
    this.reading = reading;
    this.header = ScanHeader.read(reading);
    double[] pixels = header.pair("SCAN_PIXELS");
    this.columns = reading.count("header, SCAN_PIXELS", (long) pixels[0]);
    this.rows = reading.count("header, SCAN_PIXELS", (long) pixels[1]);
  }

  public static boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
  }

  public static MicroscopyFile read(Reading reading) {
    return new ScanReader(reading).file();
  }

  private MicroscopyFile file() {
    requireFloats();
    List<Dataset> datasets = new ArrayList<>();
    long offset = header.dataOffset();
    long bytes = (long) columns * rows * Float.BYTES;
    for (ScanHeader.Channel channel : header.channels()) {
      if (channel.forward()) {
        datasets.add(image(channel, offset, true));
        offset += bytes;
      }
      if (channel.backward()) {
        datasets.add(image(channel, offset, false));
        offset += bytes;
      }
    }
    return new MicroscopyFile(FileFormat.NANONIS_SCAN, datasets);
  }

  private void requireFloats() {
    String type = header.required("SCANIT_TYPE").replaceAll("\\s+", " ");
    if (!type.equals("FLOAT MSBFIRST")) {
      throw reading.refusal("header", ":SCANIT_TYPE: " + type, "FLOAT MSBFIRST");
    }
  }

  private Dataset image(ScanHeader.Channel channel, long offset, boolean forward) {
    double[] range = header.pair("SCAN_RANGE");
    double[] centre = header.pair("SCAN_OFFSET");
    boolean up = !header.required("SCAN_DIR").equals("down");
    String name = channel.name() + (forward ? " forward" : " backward");
    double[] values =
        reading.numbers(
            "data of " + name,
            offset,
            (long) columns * rows,
            Element.FLOAT32,
            ByteOrder.BIG_ENDIAN);
    return new Dataset(
        name,
        channel.name(),
        channel.unit(),
        List.of(
            axis("y", rows, centre[1], range[1], up),
            axis("x", columns, centre[0], range[0], forward)),
        Series.of(values),
        header.metadata());
  }

  /** Pixels of a range round a centre, from its lower edge up or from its upper pixel down. */
  private DataAxis axis(String name, int size, double centre, double range, boolean up) {
    double step = range / size;
    double edge = centre - range / 2;
    return up
        ? reading.even(name, "m", size, edge, step)
        : reading.even(name, "m", size, edge + range - step, -step);
  }
}
