package dev.cantilever.tools.file.tiff;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts the strips or tiles of one page together. */
final class Samples {

  private static final int MOST_SAMPLES = 64;

  /** Strips and tiles may reach over the edge of the image, but not by much more than this. */
  private static final long SPARE_BYTES = 64L << 20;

  private final Reading reading;
  private final Directory page;
  private final ByteOrder order;
  private final int columns;
  private final int rows;
  private final int perPixel;
  private final Element element;
  private final long compression;
  private final long predictor;
  private final boolean tiled;
  private final boolean planar;
  private final int segmentColumns;
  private final int segmentRows;

  Samples(Reading reading, Directory page, ByteOrder order) {
    this.reading = reading;
    this.page = page;
    this.order = order;
    this.columns = reading.count("ImageWidth", page.required(256, "ImageWidth"));
    this.rows = reading.count("ImageLength", page.required(257, "ImageLength"));
    this.perPixel = bounded(page.number(277, 1));
    this.element = element();
    this.compression = page.number(259, 1);
    this.predictor = page.number(317, 1);
    this.planar = perPixel > 1 && page.number(284, 1) == 2;
    this.tiled = page.has(322);
    this.segmentColumns = tiled ? reading.count("TileWidth", page.number(322, 0)) : columns;
    long high = tiled ? page.required(323, "TileLength") : Math.min(rows, page.number(278, rows));
    this.segmentRows = reading.count("rows of a strip or tile", high);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The values of each sample of a pixel, row after row. */
  double[][] read() {
    requireKnown();
    int pixels = pixels();
    double[][] samples = new double[perPixel][pixels];
    double[] offsets = segments(tiled ? 324 : 273, "offsets of strips or tiles");
    double[] lengths = segments(tiled ? 325 : 279, "lengths of strips or tiles");
    int across = (columns - 1) / segmentColumns + 1;
    int down = (rows - 1) / segmentRows + 1;
    long wanted = (long) across * down * (planar ? perPixel : 1);
    if (offsets.length < wanted || lengths.length < wanted) {
      throw reading.refusal("page", offsets.length + " strips or tiles", wanted + ", to cover it");
    }
    long unpacked = wanted * segmentRows * segmentColumns;
    if (unpacked > 8L * pixels * perPixel + SPARE_BYTES) {
      throw reading.refusal("page", unpacked + " samples in strips or tiles", "about " + pixels);
    }
    for (int i = 0; i < wanted; i++) {
      int inPlane = i % (across * down);
      int sample = i / (across * down);
      ByteBuffer segment = segment(offsets[i], lengths[i], inPlane / across);
      copy(segment, samples, sample, inPlane);
    }
    return samples;
  }

  private int pixels() {
    long pixels = (long) columns * rows;
    if (pixels > Integer.MAX_VALUE) {
      throw reading.refusal("page", columns + " x " + rows + " pixels", "at most 2147483647");
    }
    reading.claim("page", pixels * perPixel);
    return (int) pixels;
  }

  private void copy(ByteBuffer segment, double[][] samples, int plane, int index) {
    int across = (columns - 1) / segmentColumns + 1;
    int left = index % across * segmentColumns;
    int top = index / across * segmentRows;
    int step = planar ? 1 : perPixel;
    for (int row = top; row < Math.min(rows, top + segmentRows); row++) {
      for (int column = left; column < Math.min(columns, left + segmentColumns); column++) {
        int pixel = (row - top) * segmentColumns + column - left;
        for (int s = 0; s < step; s++) {
          samples[planar ? plane : s][row * columns + column] =
              element.read(segment, (pixel * step + s) * element.size());
        }
      }
    }
  }

  private ByteBuffer segment(double offset, double length, int down) {
    long high = tiled ? segmentRows : Math.min(segmentRows, rows - (long) down * segmentRows);
    long size = high * segmentColumns * (planar ? 1 : perPixel) * element.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw reading.refusal("strip or tile", size + " bytes unpacked", "at most 2 GiB");
    }
    byte[] packed = reading.bytes("strip or tile", (long) offset, (long) length);
    try {
      byte[] bytes = Compression.unpacked(compression, packed, (int) size);
      ByteBuffer segment = ByteBuffer.wrap(bytes).order(order);
      if (predictor == 2) {
        undoDifferences(segment, (int) high);
      }
      return segment;
    } catch (Compression.Damaged damaged) {
      throw reading.refusal("strip or tile", damaged.getMessage(), size + " bytes unpacked");
    }
  }

  /** Horizontal differencing: each sample is stored as the difference to the one to its left. */
  private void undoDifferences(ByteBuffer segment, int high) {
    int step = planar ? 1 : perPixel;
    int width = segmentColumns * step;
    for (int row = 0; row < high; row++) {
      for (int i = step; i < width; i++) {
        int at = (row * width + i) * element.size();
        int left = at - step * element.size();
        switch (element.size()) {
          case 1 -> segment.put(at, (byte) (segment.get(at) + segment.get(left)));
          case 2 -> segment.putShort(at, (short) (segment.getShort(at) + segment.getShort(left)));
          case 4 -> segment.putInt(at, segment.getInt(at) + segment.getInt(left));
          default -> segment.putLong(at, segment.getLong(at) + segment.getLong(left));
        }
      }
    }
  }

  private void requireKnown() {
    if (!Compression.knows(compression)) {
      throw reading.refusal(
          "Compression", Long.toString(compression), "none, LZW, deflate or PackBits");
    }
    if (predictor != 1 && predictor != 2) {
      throw reading.refusal("Predictor", Long.toString(predictor), "none or horizontal");
    }
  }

  private double[] segments(int tag, String what) {
    if (!page.has(tag)) {
      throw reading.refusal("page", "no " + what, "one for each");
    }
    return page.numbers(tag);
  }

  private Element element() {
    long bits = page.number(258, 1);
    long format = page.number(339, 1);
    String kind = bits + (format == 3 ? "f" : format == 2 ? "i" : "u");
    return switch (kind) {
      case "8u" -> Element.UINT8;
      case "8i" -> Element.INT8;
      case "16u" -> Element.UINT16;
      case "16i" -> Element.INT16;
      case "32u" -> Element.UINT32;
      case "32i" -> Element.INT32;
      case "32f" -> Element.FLOAT32;
      case "64u" -> Element.UINT64;
      case "64i" -> Element.INT64;
      case "64f" -> Element.FLOAT64;
      default ->
          throw reading.refusal(
              "BitsPerSample", bits + " bits, format " + format, "8, 16, 32 or 64 bits");
    };
  }

  private int bounded(long samples) {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw reading.refusal("SamplesPerPixel", "" + samples, "1 to " + MOST_SAMPLES);
    }
    return (int) samples;
  }
}
