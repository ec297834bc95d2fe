package dev.cantilever.tools.file.nanosurf;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Nanosurf images: a text header, {@code #!}, then signed little-endian integers, one image
 * after another in the order in which {@code [DataSet]} lists them.
 *
 * <p>The whole range of the integers stands for the range of the quantity: {@code value = min +
 * range·(raw + 2ᵇ⁻¹)/2ᵇ} with b bits. Row 0 has the lowest y, backward images too run from the
 * lowest x on.
 */
public final class NanosurfReader {

  private static final String MAGIC = "[DataSet]";
  private static final String TOP = "DataSet";
  private static final byte[] END = "#!".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 256;

  private final Reading reading;
  private final Sections sections;
  private final Metadata metadata;
  private long offset;

  private NanosurfReader(Reading reading) {
    this.reading = reading;
    long end = reading.find("header", END, 0);
    this.sections =
        new Sections(reading, reading.text("header", 0, end, StandardCharsets.ISO_8859_1));
    this.metadata = sections.metadata();
    this.offset = end + END.length;
  }

  public static boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
  }

  public static MicroscopyFile read(Reading reading) {
    return new NanosurfReader(reading).file();
  }

  private MicroscopyFile file() {
    List<Dataset> datasets = new ArrayList<>();
    int groups = bounded("GroupCount");
    for (int group = 0; group < groups; group++) {
      int channels = bounded("Gr" + group + "-Count");
      for (int channel = 0; channel < channels; channel++) {
        String key = "Gr" + group + "-Ch" + channel;
        if (sections.has(TOP, key)) {
          datasets.add(image(sections.text(TOP, key)));
        }
      }
    }
    if (datasets.isEmpty()) {
      throw reading.refusal("header", "no image in [DataSet]", "at least one");
    }
    return new MicroscopyFile(FileFormat.NANOSURF, datasets);
  }

  private int bounded(String key) {
    int count = sections.count(TOP, key);
    if (count > MOST) {
      throw reading.refusal("header", key + "=" + count, "at most " + MOST);
    }
    return count;
  }

  private Dataset image(String section) {
    int columns = sections.count(section, "Points");
    int rows = sections.count(section, "Lines");
    int bits = requireSignedLittleEndian(section);
    Element element =
        switch (bits) {
          case 8 -> Element.INT8;
          case 16 -> Element.INT16;
          default -> Element.INT32;
        };
    long count = (long) columns * rows;
    double[] values =
        reading.numbers(
            "data of [" + section + "]", offset, count, element, ByteOrder.LITTLE_ENDIAN);
    offset += count * element.size();
    calibrate(values, section, bits);
    String quantity = sections.text(section, "Dim2Name", section);
    String frame = sections.text(section, "Frame", "");
    return new Dataset(
        (quantity + " " + frame).strip(),
        quantity,
        sections.text(section, "Dim2Unit", ""),
        List.of(axis(section, "Dim1", "y", rows), axis(section, "Dim0", "x", columns)),
        Series.of(values),
        metadata);
  }

  private void calibrate(double[] values, String section, int bits) {
    double range = sections.number(section, "Dim2Range");
    double least = sections.number(section, "Dim2Min");
    double states = StrictMath.scalb(1.0, bits);
    for (int i = 0; i < values.length; i++) {
      values[i] = least + range * ((values[i] + states / 2) / states);
    }
  }

  private DataAxis axis(String section, String dimension, String name, int size) {
    return reading.even(
        name,
        sections.text(section, dimension + "Unit", ""),
        size,
        sections.number(section, dimension + "Min"),
        sections.number(section, dimension + "Range") / size);
  }

  private int requireSignedLittleEndian(String section) {
    String found =
        sections.text(section, "SaveMode", "Binary")
            + " "
            + sections.text(section, "SaveBits")
            + " "
            + sections.text(section, "SaveSign", "Signed")
            + " "
            + sections.text(section, "SaveOrder", "Intel");
    if (!found.matches("Binary (8|16|32) Signed Intel")) {
      throw reading.refusal(
          "header [" + section + "]", found, "binary, 8, 16 or 32 bits, signed, Intel order");
    }
    return sections.count(section, "SaveBits");
  }
}
