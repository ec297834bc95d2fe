package dev.cantilever.drivers.replay;

import java.util.Optional;

/**
 * Which axis of an array is what: {@code rows}, {@code columns}, {@code sweep} for the curve that
 * was taken at each site, or a number, which picks that one position of an axis.
 *
 * @param rows number of the axis along which rows follow each other
 * @param columns number of the axis of a row's sites
 * @param sweep number of the axis of the curve; −1 where there is none
 * @param picked position on each axis that is none of these
 */
record Layout(int rows, int columns, int sweep, int[] picked) {

  static final String USUAL = "rows, columns, sweep";

  /** Empty where the text is none, or lacks rows or columns. */
  static Optional<Layout> parse(String text) {
    String[] words = text.split(",", -1);
    int rows = -1;
    int columns = -1;
    int sweep = -1;
    int[] picked = new int[words.length];
    for (int axis = 0; axis < words.length; axis++) {
      String word = words[axis].strip();
      if (word.equals("rows") && rows < 0) {
        rows = axis;
      } else if (word.equals("columns") && columns < 0) {
        columns = axis;
      } else if (word.equals("sweep") && sweep < 0) {
        sweep = axis;
      } else if (word.matches("\\d{1,6}")) {
        picked[axis] = Integer.parseInt(word);
      } else {
        return Optional.empty();
      }
    }
    return rows < 0 || columns < 0
        ? Optional.empty()
        : Optional.of(new Layout(rows, columns, sweep, picked));
  }

  /** That of a picture of the same recording. */
  Layout ofPicture() {
    return rows < columns ? new Layout(0, 1, -1, new int[2]) : new Layout(1, 0, -1, new int[2]);
  }

  /** Why an array does not lie like this; empty where it does. */
  Optional<String> unfit(NumberArray array) {
    if (array.shape().length != picked.length) {
      return Optional.of(
          "%s has %d axes, not %d".formatted(array.source(), array.shape().length, picked.length));
    }
    for (int axis = 0; axis < picked.length; axis++) {
      if (picked[axis] >= array.shape()[axis]) {
        return Optional.of(
            "%s has %d positions on axis %d, and no %d"
                .formatted(array.source(), array.shape()[axis], axis, picked[axis]));
      }
    }
    return array.shape()[rows] < 2 || array.shape()[columns] < 2
        ? Optional.of(array.source() + " has fewer than two rows or columns")
        : Optional.empty();
  }

  int rowsOf(NumberArray array) {
    return array.shape()[rows];
  }

  int columnsOf(NumberArray array) {
    return array.shape()[columns];
  }

  int stepsOf(NumberArray array) {
    return sweep < 0 ? 1 : array.shape()[sweep];
  }

  /** The value at a row, a column and a step of the sweep. */
  double at(NumberArray array, int row, int column, int step) {
    long index = 0;
    for (int axis = 0; axis < picked.length; axis++) {
      int position =
          axis == rows ? row : axis == columns ? column : axis == sweep ? step : picked[axis];
      index = index * array.shape()[axis] + position;
    }
    return array.values()[Math.toIntExact(index)];
  }
}
