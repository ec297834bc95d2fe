package dev.cantilever.vocabulary.reading;

/** A part of a grid, in the words that people have for it. */
public enum GridPart {
  LEFT,
  RIGHT,
  LOWER,
  UPPER,
  LOWER_LEFT,
  LOWER_RIGHT,
  UPPER_LEFT,
  UPPER_RIGHT,
  MIDDLE;

  /** Half the width of the middle, where the grid reaches from -1 to 1. */
  private static final double MIDDLE_REACH = 1 / 3.0;

  /**
   * Whether a place lies in it. What lies exactly between two halves is in neither.
   *
   * @param across from -1, the first column, to 1, the last
   * @param along from -1, the lowest row, to 1, the highest
   */
  public boolean holds(double across, double along) {
    return switch (this) {
      case LEFT -> across < 0;
      case RIGHT -> across > 0;
      case LOWER -> along < 0;
      case UPPER -> along > 0;
      case LOWER_LEFT -> across < 0 && along < 0;
      case LOWER_RIGHT -> across > 0 && along < 0;
      case UPPER_LEFT -> across < 0 && along > 0;
      case UPPER_RIGHT -> across > 0 && along > 0;
      case MIDDLE -> Math.abs(across) <= MIDDLE_REACH && Math.abs(along) <= MIDDLE_REACH;
    };
  }
}
