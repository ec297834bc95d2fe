package dev.cantilever.tools.file.gwyddion;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Gwyddion files: images ({@code GwyDataField}) and curves ({@code GwyGraphModel}).
 *
 * <p>The top row comes first and is given the highest y, so that the y axis descends in steps of
 * one pixel from the top edge.
 */
public final class GwyddionReader {

  /** Metadata key by which our writer says that masked pixels are missing ones. */
  static final String MISSING = "missing pixels";

  static final String MASKED = "masked";

  private static final byte[] MAGIC = "GWYP".getBytes(StandardCharsets.US_ASCII);

  private final Reading reading;
  private final Component.Instance top;
  private final List<Dataset> datasets = new ArrayList<>();

  private GwyddionReader(Reading reading) {
    this.reading = reading;
    this.top = ComponentReader.read(reading);
  }

  public static boolean recognises(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  public static MicroscopyFile read(Reading reading) {
    GwyddionReader reader = new GwyddionReader(reading);
    reader.top.components().forEach(reader::add);
    if (reader.datasets.isEmpty()) {
      throw reading.refusal("container", "no data field and no graph", "at least one");
    }
    return new MicroscopyFile(FileFormat.GWYDDION, reader.datasets);
  }

  private void add(String key, Component component) {
    if (!(component instanceof Component.Instance object)) {
      return;
    }
    if (key.matches("/\\d{1,9}/data")) {
      datasets.add(field(key.substring(0, key.length() - "/data".length()), object));
    } else if (key.matches("/\\d{1,9}/graph/graph/\\d{1,9}")) {
      object.objects("curves").forEach(curve -> datasets.add(curve(object, curve)));
    }
  }

  private Dataset field(String key, Component.Instance field) {
    String part = "data field " + key;
    int columns = reading.count(part + ", xres", (long) field.number("xres", 0));
    int rows = reading.count(part + ", yres", (long) field.number("yres", 0));
    double[] values = doubles(part, field, "data", (long) rows * columns);
    Metadata metadata = metadata(key);
    if (metadata.get(MISSING).filter(MASKED::equals).isPresent()) {
      top.object(key + "/mask").ifPresent(mask -> blank(key, mask, values));
    }
    String title = top.text(key + "/data/title", "channel " + key.substring(1));
    return new Dataset(
        title,
        title,
        field.unit("si_unit_z"),
        List.of(rowAxis(field, rows), columnAxis(field, columns)),
        Series.of(values),
        metadata);
  }

  private DataAxis rowAxis(Component.Instance field, int rows) {
    double extent = field.number("yreal", rows);
    double step = extent / rows;
    double top = field.number("yoff", 0) + extent - step;
    return reading.even("y", field.unit("si_unit_xy"), rows, top, -step);
  }

  private DataAxis columnAxis(Component.Instance field, int columns) {
    double step = field.number("xreal", columns) / columns;
    return reading.even("x", field.unit("si_unit_xy"), columns, field.number("xoff", 0), step);
  }

  private Dataset curve(Component.Instance graph, Component.Instance curve) {
    String name = curve.text("description", graph.text("title", "curve"));
    String part = "graph curve " + name;
    long length = curve.doubles("xdata").map(Component.Doubles::count).orElse(0L);
    double[] x = doubles(part, curve, "xdata", length);
    double[] y = doubles(part, curve, "ydata", length);
    DataAxis axis =
        new DataAxis.Listed(graph.text("bottom_label", "x"), graph.unit("x_unit"), Series.of(x));
    return new Dataset(
        name,
        graph.text("left_label", name),
        graph.unit("y_unit"),
        List.of(axis),
        Series.of(y),
        Metadata.NONE);
  }

  private double[] doubles(String part, Component.Instance of, String name, long count) {
    Optional<Component.Doubles> array = of.doubles(name);
    if (array.isEmpty() || array.get().count() != count || count == 0) {
      throw reading.refusal(
          part,
          array.map(a -> a.count() + " numbers in " + name).orElse("no " + name),
          count + " numbers, at least 1");
    }
    return reading.numbers(
        part, array.get().offset(), count, Element.FLOAT64, ByteOrder.LITTLE_ENDIAN);
  }

  private void blank(String key, Component.Instance mask, double[] values) {
    double[] marks = doubles("mask " + key, mask, "data", values.length);
    for (int i = 0; i < values.length; i++) {
      if (marks[i] != 0) {
        values[i] = Double.NaN;
      }
    }
  }

  private Metadata metadata(String key) {
    Metadata.Builder metadata = Metadata.builder();
    Map<String, Component> entries =
        top.object(key + "/meta").map(Component.Instance::components).orElse(Map.of());
    entries.forEach(
        (name, value) -> {
          if (value instanceof Component.Text text) {
            metadata.put(name, text.value());
          }
        });
    return metadata.build();
  }
}
