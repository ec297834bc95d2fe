package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.field.Field;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Numbers on the cells of an endless square grid, 0 where nobody wrote: cell (i, j) covers [i, i +
 * 1) × [j, j + 1) sides. Memory grows with the area written to. One owner.
 */
public final class CellMap {

  private static final int BLOCK = 64;

  private final double side;
  private final TreeMap<Tile, double[]> blocks = new TreeMap<>();

  CellMap(double sideMetres) {
    side = sideMetres;
  }

  /** Side of a cell, metres. */
  public double sideMetres() {
    return side;
  }

  /** The number of the cell that holds a point. */
  public double at(double x, double y) {
    return get((int) Math.floor(x / side), (int) Math.floor(y / side));
  }

  double get(int i, int j) {
    double[] block = blocks.get(blockOf(i, j));
    return block == null ? 0 : block[index(i, j)];
  }

  void add(int i, int j, double amount) {
    double[] block = blocks.computeIfAbsent(blockOf(i, j), key -> new double[BLOCK * BLOCK]);
    block[index(i, j)] += amount;
  }

  /** Σ of all cells, block by block. */
  public double sum() {
    double sum = 0;
    for (double[] block : blocks.values()) {
      sum += Arrays.stream(block).sum();
    }
    return sum;
  }

  /** The region as a picture: each pixel shows the cell at its middle. */
  public Field field(String name, String unit, Region region, int pixels) {
    double[] values = new double[pixels * pixels];
    for (int i = 0; i < values.length; i++) {
      int column = i % pixels;
      int row = i / pixels;
      double x = region.left() + region.width() * (column + 0.5) / pixels;
      double y = region.bottom() + region.height() * (row + 0.5) / pixels;
      values[i] = at(x, y);
    }
    return new Field(name, unit, pixels, pixels, values);
  }

  private static Tile blockOf(int i, int j) {
    return new Tile(Math.floorDiv(i, BLOCK), Math.floorDiv(j, BLOCK));
  }

  private static int index(int i, int j) {
    return Math.floorMod(j, BLOCK) * BLOCK + Math.floorMod(i, BLOCK);
  }
}
