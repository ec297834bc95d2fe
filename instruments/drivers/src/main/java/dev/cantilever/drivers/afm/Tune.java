package dev.cantilever.drivers.afm;

import java.util.List;

/**
 * What a sweep in air has shown, with the resonator fitted to it.
 *
 * @param resonanceHertz f0
 * @param quality Q
 * @param gainMetresPerVolt free amplitude at f0 per volt of drive
 * @param phaseRadians lag at f0
 * @param isResolved whether f0 lies inside the sweep with all fitted numbers positive; else they
 *     mean nothing
 * @param curve amplitude and phase as measured
 */
public record Tune(
    double resonanceHertz,
    double quality,
    double gainMetresPerVolt,
    double phaseRadians,
    boolean isResolved,
    List<Point> curve) {

  /** One frequency of a sweep. */
  public record Point(double hertz, double amplitudeMetres, double phaseRadians) {}

  public Tune {
    curve = List.copyOf(curve);
  }
}
