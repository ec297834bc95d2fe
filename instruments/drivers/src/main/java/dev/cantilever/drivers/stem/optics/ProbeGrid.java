package dev.cantilever.drivers.stem.optics;

/**
 * The square on which a probe is formed.
 *
 * @param size samples along one side, a power of two
 * @param pixelMetres distance of two samples
 */
public record ProbeGrid(int size, double pixelMetres) {

  public ProbeGrid {
    if (size < 16 || Integer.bitCount(size) != 1 || !(pixelMetres > 0)) {
      throw new IllegalArgumentException("a probe grid needs a power of two and a positive pixel");
    }
  }

  /** Half the side. */
  public double reachMetres() {
    return 0.5 * size * pixelMetres;
  }

  boolean holds(double radiusMetres) {
    return 0.9 * reachMetres() >= radiusMetres;
  }
}
