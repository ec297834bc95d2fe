package dev.cantilever.drivers.drift;

/**
 * Where the content of a picture lies beside that of another one.
 *
 * @param columns along the lines, pixels; positive to the right
 * @param rows across the lines, pixels; positive towards the last row
 * @param columnsError standard error of {@code columns}, pixels
 * @param rowsError standard error of {@code rows}, pixels
 */
public record Displacement(double columns, double rows, double columnsError, double rowsError) {

  /** Nothing has moved. */
  public static final Displacement NONE = new Displacement(0, 0, 0, 0);

  public Displacement {
    if (!(columnsError >= 0 && rowsError >= 0)) {
      throw new IllegalArgumentException(
          "standard errors are never negative, not %s and %s".formatted(columnsError, rowsError));
    }
  }
}
