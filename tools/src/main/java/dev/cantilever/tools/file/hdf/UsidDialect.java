package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * USID (pyUSID): main datasets of positions × spectroscopic values, with references to the tables
 * that say where and at what each was taken. A regular scan gets its axes back; of an irregular one
 * the coordinates become datasets of their own. Axes of one position are left out beside others.
 */
final class UsidDialect implements Dialect {

  private static final String POSITION = "Position";
  private static final String SPECTROSCOPIC = "Spectroscopic";

  @Override
  public FileFormat format() {
    return FileFormat.USID;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    // The channels of a measurement share their tables.
    Map<String, UsidAxes> known = new HashMap<>();
    for (HdfGroup group : tree.groups()) {
      for (HdfArray array : group.arrays()) {
        if (isMain(tree, array)) {
          datasets.addAll(main(tree, array, reading, known));
        }
      }
    }
    return datasets;
  }

  private static boolean isMain(HdfTree tree, HdfArray array) {
    return array.shape().length == 2
        && array.isNumeric()
        && array.size() > 0
        && table(tree, array, POSITION + "_Indices").isPresent()
        && table(tree, array, POSITION + "_Values").isPresent()
        && table(tree, array, SPECTROSCOPIC + "_Indices").isPresent()
        && table(tree, array, SPECTROSCOPIC + "_Values").isPresent();
  }

  private static Optional<HdfArray> table(HdfTree tree, HdfArray main, String name) {
    return main.attributes().get(name) instanceof HdfValue.References references
            && references.addresses().size() == 1
            && tree.at(references.addresses().getFirst()).orElse(null) instanceof HdfArray array
            && array.shape().length == 2
            && array.isNumeric()
        ? Optional.of(array)
        : Optional.empty();
  }

  private static List<Dataset> main(
      HdfTree tree, HdfArray main, Reading reading, Map<String, UsidAxes> known) {
    int[] shape = Scales.shape(reading, main);
    UsidAxes positions =
        known.computeIfAbsent(
            tables(tree, main, POSITION) + shape[0],
            tables -> axes(tree, main, POSITION, shape[0], reading));
    UsidAxes spectroscopic =
        known.computeIfAbsent(
            tables(tree, main, SPECTROSCOPIC) + shape[1],
            tables -> axes(tree, main, SPECTROSCOPIC, shape[1], reading));
    double[] flat = main.numbers();
    double[] values = new double[reading.claim(main.path(), flat.length)];
    for (int i = 0; i < flat.length; i++) {
      int place = positions.order()[i / shape[1]] * shape[1];
      values[place + spectroscopic.order()[i % shape[1]]] = flat[i];
    }
    Metadata.Builder metadata = Metadata.builder();
    tree.groups().stream()
        .filter(group -> main.path().startsWith(group.path() + "/"))
        .forEach(group -> Scales.putAttributes(metadata, "", group));
    Metadata facts = metadata.build();
    List<Dataset> datasets = new ArrayList<>();
    String name = main.path().substring(1);
    datasets.add(
        new Dataset(
            name,
            main.text("quantity").orElse(main.name()),
            main.text("units").orElse(""),
            squeezed(positions.axes(), spectroscopic.axes()),
            Series.of(values),
            facts));
    for (DataAxis.Listed each : positions.coordinates()) {
      datasets.add(
          new Dataset(
              name + " " + each.name(),
              each.name(),
              each.unit(),
              positions.axes(),
              each.values(),
              facts));
    }
    return datasets;
  }

  private static List<DataAxis> squeezed(List<DataAxis> first, List<DataAxis> then) {
    List<DataAxis> all = new ArrayList<>(first);
    all.addAll(then);
    List<DataAxis> kept = all.stream().filter(axis -> axis.size() > 1).toList();
    return kept.isEmpty() ? List.of(all.getLast()) : kept;
  }

  private static String tables(HdfTree tree, HdfArray main, String side) {
    String indices = table(tree, main, side + "_Indices").orElseThrow().path();
    return indices + " " + table(tree, main, side + "_Values").orElseThrow().path() + " ";
  }

  private static UsidAxes axes(
      HdfTree tree, HdfArray main, String side, int lines, Reading reading) {
    HdfArray indices = table(tree, main, side + "_Indices").orElseThrow();
    HdfArray values = table(tree, main, side + "_Values").orElseThrow();
    double[][] index = columns(indices, side, lines, reading);
    double[][] value = columns(values, side, lines, reading);
    List<String> labels = texts(values, indices, "labels", index.length);
    List<String> units = texts(values, indices, "units", index.length);
    if (value.length != index.length) {
      throw reading.refusal(
          values.path(), value.length + " dimensions", index.length + ", as the indices have");
    }
    return UsidAxes.of(reading, index, value, labels, units);
  }

  /** One array for each dimension: positions lie in rows, spectroscopic values in columns. */
  private static double[][] columns(HdfArray table, String side, int lines, Reading reading) {
    int[] shape = Scales.shape(reading, table);
    boolean byRow = side.equals(POSITION);
    int dimensions = byRow ? shape[1] : shape[0];
    if ((byRow ? shape[0] : shape[1]) != lines || dimensions > 64) {
      throw reading.refusal(
          table.path(),
          shape[0] + " x " + shape[1],
          lines + (byRow ? " rows" : " columns") + ", and at most 64 dimensions");
    }
    double[] all = table.numbers();
    double[][] columns = new double[dimensions][lines];
    for (int i = 0; i < all.length; i++) {
      int row = i / shape[1];
      int column = i % shape[1];
      columns[byRow ? column : row][byRow ? row : column] = all[i];
    }
    return columns;
  }

  private static List<String> texts(HdfArray values, HdfArray indices, String name, int length) {
    HdfValue found = values.attributes().getOrDefault(name, indices.attributes().get(name));
    List<String> texts = new ArrayList<>(found == null ? List.of() : found.asTexts());
    for (int i = texts.size(); i < length; i++) {
      texts.add(name.equals("labels") ? "axis " + i : "");
    }
    return texts;
  }
}
