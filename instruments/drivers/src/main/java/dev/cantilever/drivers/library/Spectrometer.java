package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.List;

/**
 * Counts of a Raman spectrometer: lines on a linear background, shot noise, read noise and spikes
 * of cosmic rays. Not safe for several threads.
 */
final class Spectrometer {

  private static final double REFERENCE_METRES = 150e-9;

  private final RamanSettings settings;
  private final boolean shotNoise;
  private final NormalDraws detector;

  Spectrometer(RamanSettings settings, boolean shotNoise, NormalDraws detector) {
    this.settings = settings;
    this.shotNoise = shotNoise;
    this.detector = detector;
  }

  RamanSpectrum expose(
      List<RamanLine> lines, double thicknessMetres, double joules, double seconds) {
    double[] shifts = settings.axis().shifts();
    double[] counts = new double[shifts.length];
    double top = settings.countsPerJoule() * joules;
    for (int i = 0; i < shifts.length; i++) {
      double signal = 0;
      for (RamanLine line : lines) {
        signal += line.at(shifts[i]);
      }
      double background = settings.background() * (1 - 0.5 * i / (shifts.length - 1));
      double mean = top * (signal * thicknessMetres / REFERENCE_METRES + background);
      counts[i] = shotNoise ? detector.poisson(mean) : mean;
      counts[i] += settings.readNoiseCounts() * detector.normal();
    }
    strike(counts, seconds);
    return new RamanSpectrum(seconds, shifts, counts);
  }

  /**
   * A cosmic ray fills one bin and some of the next; its charge has an exponential distribution.
   */
  private void strike(double[] counts, double seconds) {
    double rays = detector.poisson(settings.cosmicRaysPerSecond() * seconds);
    for (int ray = 0; ray < rays; ray++) {
      int bin = (int) (detector.uniform() * counts.length);
      double charge = 500 - 2000 * StrictMath.log(detector.uniform());
      counts[bin] += charge;
      if (bin + 1 < counts.length) {
        counts[bin + 1] += charge * detector.uniform(0, 0.5);
      }
    }
  }
}
