package dev.cantilever.drivers.stem.sample;

/** A block of unit cells by its indices in the lattice. */
record Tile(int column, int row) implements Comparable<Tile> {

  @Override
  public int compareTo(Tile other) {
    int byRow = Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
