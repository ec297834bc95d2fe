package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/** Any other HDF5 file: every array of numbers, on axes that nothing calibrates. */
final class PlainDialect implements Dialect {

  @Override
  public FileFormat format() {
    return FileFormat.HDF5;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    for (HdfGroup group : tree.groups()) {
      for (HdfArray array : group.arrays()) {
        if (array.isNumeric() && array.size() > 0 && array.shape().length > 0) {
          datasets.add(dataset(array, reading));
        }
      }
    }
    return datasets;
  }

  private static Dataset dataset(HdfArray array, Reading reading) {
    int[] shape = Scales.shape(reading, array);
    List<DataAxis> axes = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      axes.add(DataAxis.Even.uncalibrated("axis " + i, shape[i]));
    }
    Metadata.Builder metadata = Metadata.builder();
    Scales.putAttributes(metadata, "", array);
    return new Dataset(
        array.path().substring(1),
        array.text("quantity").orElse(array.name()),
        UnitSymbol.of(array.text("units").orElse("")),
        axes,
        Series.of(array.numbers()),
        metadata.build());
  }
}
