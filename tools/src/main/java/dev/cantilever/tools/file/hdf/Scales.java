package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/** Axes and metadata from arrays, attributes and groups. */
final class Scales {

  private Scales() {}

  /** The sizes of an array, each of which fits an axis. */
  static int[] shape(Reading reading, HdfArray array) {
    long[] sizes = array.shape();
    int[] shape = new int[Math.max(1, sizes.length)];
    shape[0] = 1;
    for (int i = 0; i < sizes.length; i++) {
      shape[i] = reading.count("dataset " + array.path(), sizes[i]);
    }
    return shape;
  }

  /** An axis with the positions of {@code scale}, or an uncalibrated one where they do not fit. */
  static DataAxis axis(String name, String unit, int size, Optional<HdfArray> scale) {
    boolean fits = scale.isPresent() && scale.get().isNumeric() && scale.get().size() == size;
    return fits
        ? new DataAxis.Listed(name, unit, Series.of(scale.get().numbers()))
        : DataAxis.Even.uncalibrated(name, size);
  }

  static void putAttributes(Metadata.Builder metadata, String prefix, HdfNode node) {
    node.attributes()
        .forEach(
            (name, value) -> {
              if (value instanceof HdfValue.Numbers || value instanceof HdfValue.Texts) {
                metadata.put(prefix + name, value.asText());
              }
            });
  }

  /** The attributes of a group and of all groups below it, by their paths from {@code top} on. */
  static void putGroups(Metadata.Builder metadata, HdfTree tree, HdfGroup top, String below) {
    String start = top.path() + "/" + below;
    for (HdfGroup group : tree.groups()) {
      if (group.path().equals(start) || group.path().startsWith(start + "/")) {
        putAttributes(metadata, group.path().substring(top.path().length() + 1) + "/", group);
      }
    }
  }
}
