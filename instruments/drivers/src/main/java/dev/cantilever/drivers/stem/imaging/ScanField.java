package dev.cantilever.drivers.stem.imaging;

/**
 * The square that a full scan covers.
 *
 * @param sideMetres its side
 * @param shiftX its middle from the optical axis by deflectors, metres
 * @param shiftY its middle from the optical axis by deflectors, metres
 */
public record ScanField(double sideMetres, double shiftX, double shiftY) {

  public ScanField {
    if (!(sideMetres >= 1e-10 && sideMetres <= 1e-4)) {
      throw new IllegalArgumentException(
          "field of view: %s m is outside [1e-10, 1e-4] m".formatted(sideMetres));
    }
    if (!(Math.abs(shiftX) <= 1e-2 && Math.abs(shiftY) <= 1e-2)) {
      throw new IllegalArgumentException(
          "image shift: (%s, %s) m is outside ±1e-2 m".formatted(shiftX, shiftY));
    }
  }

  /** A square around the optical axis. */
  public static ScanField ofSide(double metres) {
    return new ScanField(metres, 0, 0);
  }

  /** Around the same middle. */
  public ScanField withSide(double metres) {
    return new ScanField(metres, shiftX, shiftY);
  }

  /** Around another middle. */
  public ScanField shiftedTo(double x, double y) {
    return new ScanField(sideMetres, x, y);
  }
}
