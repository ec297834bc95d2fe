package dev.cantilever.drivers.pfm;

/**
 * What a bias pulse has done to the film. Truth, not a reading.
 *
 * @param nucleated whether a new domain was born under the tip
 * @param lost whether the new domain switched back at once, and every wall with it
 * @param areaSquareMetres area that turned to the polarity of the bias and stayed
 */
public record Pulse(
    BiasedTip tip, double seconds, boolean nucleated, boolean lost, double areaSquareMetres) {

  /** Radius in metres of a disc of the turned area. */
  public double radiusMetres() {
    return Math.sqrt(Math.max(0, areaSquareMetres) / Math.PI);
  }
}
