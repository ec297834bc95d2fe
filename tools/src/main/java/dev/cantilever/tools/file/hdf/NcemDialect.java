package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NCEM EMD: groups marked {@code emd_group_type = 1} with {@code data} and its positions in {@code
 * dim1}, {@code dim2}, …; two positions stand for an evenly spaced axis.
 */
final class NcemDialect implements Dialect {

  @Override
  public FileFormat format() {
    return FileFormat.NCEM;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    for (HdfGroup group : tree.groups()) {
      Optional<HdfArray> data = group.array("data").filter(HdfArray::isNumeric);
      if (group.has("emd_group_type") && data.isPresent() && data.get().size() > 0) {
        datasets.add(dataset(group, data.get(), reading));
      }
    }
    return datasets;
  }

  private static Dataset dataset(HdfGroup group, HdfArray data, Reading reading) {
    int[] shape = Scales.shape(reading, data);
    List<DataAxis> axes = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      axes.add(axis(group.array("dim" + (i + 1)), i, shape[i], reading));
    }
    Metadata.Builder metadata = Metadata.builder();
    Scales.putAttributes(metadata, "", group);
    return new Dataset(
        group.name(),
        data.text("name").orElse("intensity"),
        UnitSymbol.ofNcem(data.text("units").orElse("")),
        axes,
        Series.of(data.numbers()),
        metadata.build());
  }

  private static DataAxis axis(Optional<HdfArray> dim, int index, int size, Reading reading) {
    String name = dim.flatMap(found -> found.text("name")).orElse("axis " + index);
    String unit = UnitSymbol.ofNcem(dim.flatMap(found -> found.text("units")).orElse(""));
    if (size > 2 && dim.isPresent() && dim.get().isNumeric() && dim.get().size() == 2) {
      double[] positions = dim.get().numbers();
      return reading.even(name, unit, size, positions[0], positions[1] - positions[0]);
    }
    return Scales.axis(name, unit, size, dim);
  }
}
