package dev.cantilever.numerics.space;

import java.util.Arrays;

/**
 * Points by number, found again by coordinates that differ by no more than 1e-9 in straight-line
 * distance. Points are filed under their projection on one fixed direction: close points are close
 * there, and those in the same cell are compared in full. About constant time a point; the first
 * one taken in is the one that is found.
 */
final class ClosePoints {

  /** Nearer inputs are the same. */
  static final double SAME = 1e-9;

  /** Wider than the distance searched, so that two cells hold all that is close. */
  private static final double CELL = 4 * SAME;

  private static final double GOLDEN = 0.6180339887498949;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final double[] direction;
  private double[] coordinates;
  private long[] cells;
  private int[] next;
  private int[] heads;
  private int size;

  ClosePoints(int dimension) {
    this(dimension, 16);
  }

  ClosePoints(int dimension, int expected) {
    this.direction = new double[dimension];
    double length = 0;
    for (int j = 0; j < dimension; j++) {
      double share = (j + 1) * GOLDEN;
      direction[j] = 0.5 + share - Math.floor(share);
      length += direction[j] * direction[j];
    }
    for (int j = 0; j < dimension; j++) {
      direction[j] /= Math.sqrt(length);
    }
    int capacity = Math.max(16, expected);
    this.coordinates = new double[capacity * dimension];
    this.cells = new long[capacity];
    this.next = new int[capacity];
    this.heads = new int[2 * Integer.highestOneBit(capacity)];
    Arrays.fill(heads, -1);
  }

  int size() {
    return size;
  }

  double[] get(int point) {
    int from = point * direction.length;
    return Arrays.copyOfRange(coordinates, from, from + direction.length);
  }

  /** Takes in a point, also where a close one is there; gives its number. */
  int add(double[] point) {
    if (size == cells.length) {
      grow();
    }
    System.arraycopy(point, 0, coordinates, size * direction.length, direction.length);
    cells[size] = cell(projection(point));
    file(size);
    return size++;
  }

  /** Number of the first close point, or −1. */
  int find(double[] point) {
    double at = projection(point);
    long low = cell(at - 1.01 * SAME);
    long high = cell(at + 1.01 * SAME);
    int first = findIn(low, point);
    if (high != low) {
      int other = findIn(high, point);
      first = first < 0 || (other >= 0 && other < first) ? other : first;
    }
    return first;
  }

  private int findIn(long cell, double[] point) {
    int first = -1;
    for (int i = heads[slot(cell)]; i >= 0; i = next[i]) {
      if (cells[i] == cell && isClose(i, point)) {
        first = i; // the chain runs from the last filed to the first
      }
    }
    return first;
  }

  private boolean isClose(int i, double[] point) {
    double sum = 0;
    for (int j = 0; j < direction.length; j++) {
      double difference = coordinates[i * direction.length + j] - point[j];
      sum += difference * difference;
    }
    return sum <= SAME * SAME;
  }

  private double projection(double[] point) {
    double sum = 0;
    for (int j = 0; j < direction.length; j++) {
      sum += direction[j] * point[j];
    }
    return sum;
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL);
  }

  private int slot(long cell) {
    return (int) ((cell * MIX) >>> 40) & (heads.length - 1);
  }

  private void file(int i) {
    int slot = slot(cells[i]);
    next[i] = heads[slot];
    heads[slot] = i;
  }

  private void grow() {
    int capacity = 2 * cells.length;
    coordinates = Arrays.copyOf(coordinates, capacity * direction.length);
    cells = Arrays.copyOf(cells, capacity);
    next = Arrays.copyOf(next, capacity);
    heads = new int[2 * Integer.highestOneBit(capacity)];
    Arrays.fill(heads, -1);
    for (int i = 0; i < size; i++) {
      file(i);
    }
  }
}
