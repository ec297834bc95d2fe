package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TappingLever;

/** Means over the steps of one pixel, and the greatest force. */
final class PixelMean {

  private int steps;
  private double height;
  private double amplitude;
  private double inPhase;
  private double lagging;
  private double virial;
  private double peak;

  void clear() {
    steps = 0;
    height = 0;
    amplitude = 0;
    inPhase = 0;
    lagging = 0;
    virial = 0;
    peak = Double.NEGATIVE_INFINITY;
  }

  void add(TappingLoop loop, double newtons) {
    steps++;
    height += loop.zMetres();
    amplitude += loop.measuredMetres();
    inPhase += loop.lever().inPhaseMetres();
    lagging += loop.lever().laggingMetres();
    virial += loop.lever().virialJoules();
    peak = Math.max(peak, newtons);
  }

  double height() {
    return height / steps;
  }

  double amplitude() {
    return amplitude / steps;
  }

  /** Length of the mean phasor, never 0. */
  double phasor() {
    return Math.max(1e-12, Math.sqrt(inPhase * inPhase + lagging * lagging) / steps);
  }

  double phase() {
    return TappingLever.phaseRadians(inPhase, lagging);
  }

  double virial() {
    return virial / steps;
  }

  double peak() {
    return peak;
  }
}
