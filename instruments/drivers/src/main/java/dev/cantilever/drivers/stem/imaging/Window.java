package dev.cantilever.drivers.stem.imaging;

/**
 * The part of the field that is scanned, in fractions of its sides.
 *
 * @param left 0 to 1
 * @param bottom 0 to 1
 * @param width above 0, left + width at most 1
 * @param height above 0, bottom + height at most 1
 */
public record Window(double left, double bottom, double width, double height) {

  /** The whole field. */
  public static final Window FULL = new Window(0, 0, 1, 1);

  public Window {
    if (!(left >= 0 && bottom >= 0 && width > 0 && height > 0)
        || left + width > 1 + 1e-12
        || bottom + height > 1 + 1e-12) {
      throw new IllegalArgumentException(
          "scan window [%s, %s, %s, %s] is not inside the field [0, 0, 1, 1]"
              .formatted(left, bottom, width, height));
    }
  }
}
