package dev.cantilever.numerics.novelty;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A fixed grid over outcomes. A cell contains its lower edges, and the last cell of an axis its
 * upper edge too.
 *
 * @param axes one for each outcome; at most a million cells in all
 * @param outside what becomes of outcomes beyond the grid
 */
public record OutcomeGrid(List<Axis> axes, Outside outside) {

  private static final int MOST_CELLS = 1_000_000;

  public OutcomeGrid {
    axes = List.copyOf(axes);
    Require.atLeast("the number of axes of an outcome grid", 1, axes.size());
    double cells = 1;
    for (Axis axis : axes) {
      cells *= axis.bins();
    }
    Require.between("the number of cells of an outcome grid", cells, 1, MOST_CELLS);
  }

  /** What becomes of an outcome beyond the grid; counted as it is, coverage could exceed 1. */
  public enum Outside {
    /** It fills no cell. */
    IGNORED,
    /** It fills the cell at the edge nearest to it. */
    CLIPPED
  }

  /**
   * Equal bins over one outcome.
   *
   * @param min lower edge, in the unit of the outcome
   * @param max upper edge, above {@code min}
   */
  public record Axis(
      @Doc("Lower edge.") @Bounds(min = -1e100, max = 1e100) double min,
      @Doc("Upper edge.") @Bounds(min = -1e100, max = 1e100) double max,
      @Doc("Number of equal bins.") @Bounds(min = 1, max = MOST_CELLS) int bins) {

    public Axis {
      Require.bounded("an axis of an outcome grid", min, max);
      Require.atLeast("the number of bins", 1, bins);
      if (!(min < max)) {
        throw new IllegalArgumentException(
            "an axis of an outcome grid goes from %s to %s; it must rise".formatted(min, max));
      }
    }

    /** Below 0 or at least {@link #bins} for a value beyond the axis. */
    private int bin(double value) {
      if (value == max) {
        return bins - 1;
      }
      return (int) Math.floor((value - min) / (max - min) * bins);
    }
  }

  /** A grid with the same number of bins on every axis; outcomes beyond it are ignored. */
  public static OutcomeGrid even(double[] mins, double[] maxs, int bins) {
    Require.size("upper edges", maxs.length, mins.length, "lower edges");
    List<Axis> axes = new ArrayList<>();
    for (int k = 0; k < mins.length; k++) {
      axes.add(new Axis(mins[k], maxs[k], bins));
    }
    return new OutcomeGrid(axes, Outside.IGNORED);
  }

  /** Number of cells. */
  public int size() {
    int cells = 1;
    for (Axis axis : axes) {
      cells *= axis.bins();
    }
    return cells;
  }

  /**
   * Where an outcome falls.
   *
   * @return number of the cell, the last outcome varying fastest; empty where it fills none
   */
  public OptionalInt cell(double... outcome) {
    Require.dimension("the outcome", outcome.length, axes.size());
    Require.bounded("the outcome", outcome);
    int cell = 0;
    for (int k = 0; k < outcome.length; k++) {
      Axis axis = axes.get(k);
      int bin = axis.bin(outcome[k]);
      if (outside == Outside.IGNORED && (bin < 0 || bin >= axis.bins())) {
        return OptionalInt.empty();
      }
      cell = cell * axis.bins() + Math.clamp(bin, 0, axis.bins() - 1);
    }
    return OptionalInt.of(cell);
  }

  /** The bin on each axis of a cell, from 0. */
  public List<Integer> bins(int cell) {
    Require.between("the cell", cell, 0, size() - 1);
    Integer[] bins = new Integer[axes.size()];
    int left = cell;
    for (int k = bins.length - 1; k >= 0; k--) {
      bins[k] = left % axes.get(k).bins();
      left /= axes.get(k).bins();
    }
    return List.of(bins);
  }
}
