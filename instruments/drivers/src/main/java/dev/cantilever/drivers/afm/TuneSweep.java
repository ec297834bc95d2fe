package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * A sweep of the drive's frequency.
 *
 * @param centreHertz in [1e3, 5e6]
 * @param widthHertz in [1e3, 5e5], below twice the centre
 * @param points in [64, 4096]
 */
public record TuneSweep(double centreHertz, double widthHertz, int points) {

  /** How long a sweep takes, in seconds. */
  static final double SECONDS = 1.5;

  public TuneSweep {
    Require.inside("sweep centre in Hz", centreHertz, 1e3, 5e6);
    Require.inside("sweep width in Hz", widthHertz, 1e3, Math.min(5e5, 1.9 * centreHertz));
    Require.inside("sweep points", points, 64, 4096);
  }

  double hertz(int point) {
    return centreHertz + ((double) point / (points - 1) - 0.5) * widthHertz;
  }
}
