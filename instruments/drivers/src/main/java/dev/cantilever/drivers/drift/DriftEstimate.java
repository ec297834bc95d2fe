package dev.cantilever.drivers.drift;

/**
 * What is known of a drift.
 *
 * @param speedX metres per second, the straight line through all sightings
 * @param speedY metres per second
 * @param error standard error of the less certain of the two, metres per second
 * @param atLeast the speed that the sightings prove, metres per second; 0 where they prove none
 */
public record DriftEstimate(double speedX, double speedY, double error, double atLeast) {

  /** Metres per second. */
  public double speed() {
    return Math.hypot(speedX, speedY);
  }
}
