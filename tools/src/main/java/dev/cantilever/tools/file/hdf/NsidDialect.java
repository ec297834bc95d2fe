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
 * NSID (pyNSID): a main dataset with labelled dimensions, whose scales lie beside it under the
 * names of the labels, and groups of metadata.
 */
final class NsidDialect implements Dialect {

  @Override
  public FileFormat format() {
    return FileFormat.NSID;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    for (HdfGroup group : tree.groups()) {
      for (HdfArray array : group.arrays()) {
        if (isMain(array)) {
          datasets.add(dataset(tree, group, array, reading));
        }
      }
    }
    return datasets;
  }

  private static boolean isMain(HdfArray array) {
    return array.has("main_data_name")
        && array.has("quantity")
        && array.has("units")
        && array.has("data_type")
        && array.isNumeric()
        && array.size() > 0;
  }

  private static Dataset dataset(HdfTree tree, HdfGroup group, HdfArray array, Reading reading) {
    int[] shape = Scales.shape(reading, array);
    List<String> labels =
        Optional.ofNullable(array.attributes().get("DIMENSION_LABELS"))
            .map(HdfValue::asTexts)
            .orElse(List.of());
    List<DataAxis> axes = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      String label = i < labels.size() ? labels.get(i) : "axis " + i;
      Optional<HdfArray> scale = group.array(label);
      String unit = scale.flatMap(found -> found.text("units")).orElse("");
      axes.add(Scales.axis(label, unit, shape[i], scale));
    }
    Metadata.Builder metadata = Metadata.builder();
    Scales.putAttributes(metadata, "", array);
    Scales.putGroups(metadata, tree, group, "metadata");
    Scales.putGroups(metadata, tree, group, "original_metadata");
    return new Dataset(
        array.name(),
        array.text("quantity").orElse(""),
        array.text("units").orElse(""),
        axes,
        Series.of(array.numbers()),
        metadata.build());
  }
}
