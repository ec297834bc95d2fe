package dev.cantilever.tools.file.gatan;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads DM3 and DM4 files: every image of real numbers but the thumbnails, axes calibrated as
 * {@code (index − Origin)·Scale}. The first index of DigitalMicrograph runs fastest, so the axes
 * are turned round; a spectrum image is (energy, y, x). Values stay as they are stored; a
 * calibration of the intensity is in the metadata.
 */
public final class GatanReader {

  private static final int LONGEST_TEXT = 4_096;
  private static final String[] NAMES = {"x", "y", "z", "t"};

  private final Reading reading;
  private final TagReader.Tags tags;
  private final Metadata metadata;

  private GatanReader(Reading reading) {
    this.reading = reading;
    this.tags = TagReader.read(reading);
    this.metadata = metadata();
  }

  public static boolean recognises(byte[] head) {
    if (head.length < 16) {
      return false;
    }
    ByteBuffer start = ByteBuffer.wrap(head);
    int version = start.getInt(0);
    int order = start.getInt(version == 4 ? 12 : 8);
    return (version == 3 || version == 4) && (order == 0 || order == 1);
  }

  public static MicroscopyFile read(Reading reading) {
    return new GatanReader(reading).file();
  }

  private MicroscopyFile file() {
    List<Dataset> datasets = new ArrayList<>();
    String passed = "no image but thumbnails";
    for (int i = 0; tags.byPath().containsKey(image(i) + "ImageData.Data"); i++) {
      Tag data = tags.byPath().get(image(i) + "ImageData.Data");
      if (data instanceof Tag.Numbers numbers && !isThumbnail(i)) {
        datasets.add(dataset(i, numbers));
      } else if (data instanceof Tag.Passed other) {
        passed = "nothing but " + other.what();
      }
    }
    if (datasets.isEmpty()) {
      throw reading.refusal("ImageList", passed, "an image of real numbers");
    }
    return new MicroscopyFile(FileFormat.GATAN, datasets);
  }

  private Dataset dataset(int index, Tag.Numbers data) {
    String path = image(index) + "ImageData.Data";
    List<DataAxis> axes = axes(index);
    long positions = axes.stream().mapToLong(DataAxis::size).reduce(1, this::product);
    if (positions != data.count()) {
      throw reading.refusal(path, data.count() + " numbers", positions + ", as its dimensions say");
    }
    double[] values =
        reading.numbers(path, data.offset(), data.count(), data.element(), tags.order());
    String name = text(image(index) + "Name").orElse("image " + index);
    String unit = text(image(index) + "ImageData.Calibrations.Brightness.Units").orElse("");
    return new Dataset(name, "intensity", unit, axes, Series.of(values), metadata);
  }

  private List<DataAxis> axes(int index) {
    List<DataAxis> axes = new ArrayList<>();
    String data = image(index) + "ImageData.";
    for (int i = 0; tags.byPath().containsKey(data + "Dimensions." + i); i++) {
      int size =
          reading.count(data + "Dimensions." + i, (long) number(data + "Dimensions." + i, 0));
      String calibration = data + "Calibrations.Dimension." + i + ".";
      double scale = number(calibration + "Scale", 1);
      double origin = number(calibration + "Origin", 0);
      String unit = text(calibration + "Units").orElse("");
      String name = unit.endsWith("eV") ? "energy" : i < NAMES.length ? NAMES[i] : "axis " + i;
      axes.addFirst(reading.even(name, unit, size, -origin * scale, scale));
    }
    if (axes.isEmpty()) {
      throw reading.refusal(data + "Dimensions", "none", "at least one");
    }
    return axes;
  }

  private boolean isThumbnail(int index) {
    for (int i = 0; tags.byPath().containsKey("Thumbnails." + i + ".ImageIndex"); i++) {
      if (number("Thumbnails." + i + ".ImageIndex", -1) == index) {
        return true;
      }
    }
    return false;
  }

  private static String image(int index) {
    return "ImageList." + index + ".";
  }

  private double number(String path, double otherwise) {
    return tags.byPath().get(path) instanceof Tag.Scalar number ? number.value() : otherwise;
  }

  /** Text is stored as an array of UTF-16 units. */
  private Optional<String> text(String path) {
    if (tags.byPath().get(path) instanceof Tag.Numbers numbers
        && numbers.element() == Element.UINT16
        && numbers.count() <= LONGEST_TEXT) {
      byte[] bytes = reading.bytes(path, numbers.offset(), numbers.count() * Short.BYTES);
      ByteBuffer units = ByteBuffer.wrap(bytes).order(tags.order());
      StringBuilder text = new StringBuilder();
      units.asCharBuffer().chars().forEach(unit -> text.append((char) unit));
      return Optional.of(text.toString().replace("\0", ""));
    }
    return Optional.empty();
  }

  private Metadata metadata() {
    Metadata.Builder metadata = Metadata.builder();
    for (Map.Entry<String, Tag> entry : tags.byPath().entrySet()) {
      if (metadata.isFull()) {
        break;
      }
      switch (entry.getValue()) {
        case Tag.Scalar number -> metadata.put(entry.getKey(), Numerals.text(number.value()));
        case Tag.Tuple tuple -> metadata.put(entry.getKey(), tuple.text());
        case Tag.Numbers ignored ->
            text(entry.getKey()).ifPresent(text -> metadata.put(entry.getKey(), text));
        case Tag.Passed ignored -> {}
      }
    }
    return metadata.build();
  }

  private long product(long a, long b) {
    if (b > Integer.MAX_VALUE || a > Integer.MAX_VALUE) {
      throw reading.refusal("Dimensions", a + " times " + b, "the size of an array");
    }
    return a * b;
  }
}
