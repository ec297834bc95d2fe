package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.Require;

/**
 * The Raman spectrometer.
 *
 * @param axis bins of the spectrum
 * @param countsPerJoule in a bin at the top of the strongest line of a film of 150 nm
 * @param background share of that top at the low end of the spectrum; half as much at the high end
 * @param cosmicRaysPerSecond spikes on the whole detector; 0.01
 * @param readNoiseCounts of each bin
 * @param kelvinPerWatt heating by the laser
 */
public record RamanSettings(
    ShiftAxis axis,
    double countsPerJoule,
    double background,
    double cosmicRaysPerSecond,
    double readNoiseCounts,
    double kelvinPerWatt) {

  public RamanSettings {
    Require.positive("counts per joule", countsPerJoule);
    Require.inside("background", background, 0, 100);
    Require.inside("cosmic rays per second", cosmicRaysPerSecond, 0, 10);
    Require.notNegative("read noise in counts", readNoiseCounts);
    Require.inside("heating in K/W", kelvinPerWatt, 0, 1e6);
  }

  /** 100 to 750 cm⁻¹ by 1 cm⁻¹; 3000 counts in 60 s at 1 mW. */
  public static RamanSettings defaults() {
    return new RamanSettings(new ShiftAxis(1e4, 100, 651), 5e4, 0.3, 0.01, 3, 2e4);
  }

  /** No read noise and no cosmic rays; shot noise is switched off by the twin. */
  RamanSettings withoutNoise() {
    return new RamanSettings(axis, countsPerJoule, background, 0, 0, kelvinPerWatt);
  }

  /** Equidistant Raman shifts in 1/m. */
  public record ShiftAxis(double firstPerMetre, double stepPerMetre, int bins) {

    public ShiftAxis {
      Require.positive("first Raman shift in 1/m", firstPerMetre);
      Require.positive("step of the Raman shift in 1/m", stepPerMetre);
      Require.inside("number of bins", bins, 16, 65_536);
    }

    double shift(int bin) {
      return firstPerMetre + bin * stepPerMetre;
    }

    double[] shifts() {
      double[] values = new double[bins];
      for (int i = 0; i < bins; i++) {
        values[i] = shift(i);
      }
      return values;
    }
  }
}
