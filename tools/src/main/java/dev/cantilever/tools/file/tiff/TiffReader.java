package dev.cantilever.tools.file.tiff;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TIFF: one dataset (y, x) for each page and each sample of its pixels, in strips or tiles,
 * plain or packed by LZW, deflate or PackBits. The top row comes first and y runs down from it.
 */
public final class TiffReader {

  private static final int DESCRIPTION = 270;
  private static final int PLAIN = 42;

  private TiffReader() {}

  public static boolean recognises(byte[] head) {
    boolean little = head.length >= 8 && head[0] == 'I' && head[1] == 'I' && head[3] == 0;
    boolean big = head.length >= 8 && head[0] == 'M' && head[1] == 'M' && head[2] == 0;
    int version = little ? head[2] : big ? head[3] : 0;
    return version == PLAIN || version == 43;
  }

  public static MicroscopyFile read(Reading reading) {
    byte[] head = reading.bytes("header", 0, 4);
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    if (head[2] + head[3] != PLAIN) {
      throw reading.refusal("header", "BigTIFF", "TIFF of at most 4 GiB, version 42");
    }
    List<Directory> pages = Directory.all(reading, order);
    List<Dataset> datasets = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      String name = pages.size() == 1 ? "image" : "page " + (i + 1);
      datasets.addAll(page(reading, pages.get(i), order, name));
    }
    if (datasets.isEmpty()) {
      throw reading.refusal("header", "no page", "at least one");
    }
    return new MicroscopyFile(FileFormat.TIFF, datasets);
  }

  private static List<Dataset> page(Reading reading, Directory page, ByteOrder order, String name) {
    Samples samples = new Samples(reading, page, order);
    double[][] values = samples.read();
    String description = page.text(DESCRIPTION);
    PixelSize pixel = PixelSize.of(page, description);
    List<DataAxis> axes =
        List.of(
            new DataAxis.Even("y", pixel.unit(), samples.rows(), 0, pixel.y()),
            new DataAxis.Even("x", pixel.unit(), samples.columns(), 0, pixel.x()));
    Metadata metadata = metadata(page, description);
    List<Dataset> datasets = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String each = values.length == 1 ? name : name + ", sample " + (i + 1);
      datasets.add(new Dataset(each, "intensity", "", axes, Series.of(values[i]), metadata));
    }
    return datasets;
  }

  private static Metadata metadata(Directory page, String description) {
    Metadata.Builder metadata = Metadata.builder();
    put(metadata, "ImageDescription", description);
    put(metadata, "Make", page.text(271));
    put(metadata, "Model", page.text(272));
    put(metadata, "Software", page.text(305));
    put(metadata, "DateTime", page.text(306));
    put(metadata, "Artist", page.text(315));
    return metadata.build();
  }

  private static void put(Metadata.Builder metadata, String key, String text) {
    if (!text.isBlank()) {
      metadata.put(key, text);
    }
  }
}
