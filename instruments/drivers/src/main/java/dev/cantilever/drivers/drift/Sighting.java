package dev.cantilever.drivers.drift;

/**
 * Where a reference was seen.
 *
 * @param seconds when
 * @param x metres from where it was at first
 * @param y metres from where it was at first
 * @param xError standard error of {@code x}, metres
 * @param yError standard error of {@code y}, metres
 */
public record Sighting(double seconds, double x, double y, double xError, double yError) {

  public Sighting {
    if (!Double.isFinite(seconds + x + y) || !(xError > 0 && yError > 0)) {
      throw new IllegalArgumentException(
          "a sighting needs finite numbers and errors above 0, not (%s ± %s, %s ± %s) at %s"
              .formatted(x, xError, y, yError, seconds));
    }
  }
}
