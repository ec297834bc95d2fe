package dev.cantilever.tools.file.gwyddion;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;

/**
 * An image as Gwyddion lays it out: the row of the highest y first, x ascending.
 *
 * @param values row after row
 * @param x ascending
 * @param y ascending, although the rows descend
 */
record TopDownImage(double[] values, DataAxis.Even x, DataAxis.Even y) {

  /**
   * @throws IllegalArgumentException where the dataset is no image on an even grid in one unit
   */
  static TopDownImage of(Dataset dataset) {
    if (dataset.axes().size() != 2) {
      throw new IllegalArgumentException(
          "%s has %d axes; Gwyddion holds images, which have two"
              .formatted(dataset.name(), dataset.axes().size()));
    }
    Dataset upright = dataset.ascending();
    DataAxis.Even y = even(dataset, upright.axes().get(0));
    DataAxis.Even x = even(dataset, upright.axes().get(1));
    if (!x.unit().equals(y.unit())) {
      throw new IllegalArgumentException(
          "%s is in %s along x and in %s along y; Gwyddion has one unit for both"
              .formatted(dataset.name(), x.unit(), y.unit()));
    }
    return new TopDownImage(upright.reversed(0).values().toArray(), x, y);
  }

  double width() {
    return x.size() * x.step();
  }

  double height() {
    return y.size() * y.step();
  }

  private static DataAxis.Even even(Dataset dataset, DataAxis axis) {
    DataAxis.Even even =
        axis.even()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: the positions along %s are not evenly spaced"
                            .formatted(dataset.name(), axis.name())));
    return even.step() > 0 ? even : even.reversed();
  }
}
