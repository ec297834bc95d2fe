package dev.cantilever.tools.file.content;

import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/**
 * One calibrated axis of a dataset.
 *
 * <p>A descending axis (negative step) is kept as the file has it: a retrace or an image whose top
 * row comes first. {@link Dataset#ascending()} turns it round.
 */
public sealed interface DataAxis {

  /** What runs along the axis: {@code x}, {@code y}, {@code energy}, {@code bias}. */
  String name();

  /** Symbol of the unit; empty where the file has none. */
  String unit();

  /** Number of positions, at least 1. */
  int size();

  /**
   * The position of one index, in {@link #unit()}.
   *
   * @param index from 0 to size − 1
   */
  double at(int index);

  /** The same positions in the opposite order. */
  DataAxis reversed();

  /**
   * This axis as an evenly spaced one; empty where a position lies off by more than a thousandth of
   * a step, which positions stored as float32 do not.
   */
  Optional<Even> even();

  /**
   * Evenly spaced positions {@code start + index·step}. Where a file gives the extent of an image,
   * the start is the edge of the first pixel that the file counts from, not its centre.
   *
   * @param start position of index 0, finite
   * @param step distance to the next, finite and not 0
   */
  record Even(String name, String unit, int size, double start, double step) implements DataAxis {

    public Even {
      if (size < 1 || !Double.isFinite(start) || !Double.isFinite(step) || step == 0) {
        throw new IllegalArgumentException(
            "axis %s: %d positions from %s in steps of %s".formatted(name, size, start, step));
      }
    }

    /** Positions 0, 1, 2, … of something that has no calibration. */
    public static Even uncalibrated(String name, int size) {
      return new Even(name, "", size, 0, 1);
    }

    @Override
    public double at(int index) {
      return start + index * step;
    }

    @Override
    public Even reversed() {
      return new Even(name, unit, size, at(size - 1), -step);
    }

    @Override
    public Optional<Even> even() {
      return Optional.of(this);
    }
  }

  /** Positions in any spacing and order, one number each. */
  record Listed(String name, String unit, Series values) implements DataAxis {

    private static final double TOLERANCE = 1e-3;

    public Listed {
      if (values.size() < 1) {
        throw new IllegalArgumentException("axis %s has no position".formatted(name));
      }
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public double at(int index) {
      return values.get(index);
    }

    @Override
    public Listed reversed() {
      double[] turned = new double[size()];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = values.get(turned.length - 1 - i);
      }
      return new Listed(name, unit, Series.of(turned));
    }

    /** A single position is given a step of 1. */
    @Override
    public Optional<Even> even() {
      double step = size() == 1 ? 1 : (at(size() - 1) - at(0)) / (size() - 1);
      for (int i = 0; i < size(); i++) {
        double off = at(i) - (at(0) + i * step);
        if (!(Math.abs(off) <= TOLERANCE * Math.abs(step)) || step == 0) {
          return Optional.empty();
        }
      }
      return Optional.of(new Even(name, unit, size(), at(0), step));
    }
  }
}
