package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * The scanner: a z actuator that is a damped resonator, and its imperfections.
 *
 * @param zHertz resonance of the z actuator, in [500, 1e5]
 * @param zQuality its quality factor, in [0.6, 100]; 3 where it is damped, 20 for a bare tube
 * @param zRangeMetres its range, in [1e-7, 2e-5]
 * @param bowPerMetre c of the bow z += c (x² + y²), in [−1e4, 1e4]; 100–1000 are usual
 * @param creepPerDecade share of a move that follows for each decade of time, in [0, 0.1]
 * @param drift how fast sample and probe part
 */
public record ScannerModel(
    double zHertz,
    double zQuality,
    double zRangeMetres,
    double bowPerMetre,
    double creepPerDecade,
    DriftRates drift) {

  /** The fastest that the z command moves, in m/s. */
  static final double SLEW = 1e-3;

  /**
   * Thermal drift: an rms velocity that changes over half an hour, and one that stays.
   *
   * @param lateralMetresPerSecond in the plane, in [0, 1e-8]
   * @param verticalMetresPerSecond across it, in [0, 1e-8]
   * @param steadyMetresPerSecond of the sample along x, in [−1e-8, 1e-8]
   */
  public record DriftRates(
      double lateralMetresPerSecond, double verticalMetresPerSecond, double steadyMetresPerSecond) {

    public DriftRates {
      Require.inside("lateral drift in m/s", lateralMetresPerSecond, 0, 1e-8);
      Require.inside("vertical drift in m/s", verticalMetresPerSecond, 0, 1e-8);
      Require.inside("steady drift in m/s", steadyMetresPerSecond, -1e-8, 1e-8);
    }

    /** Without a part that stays. */
    public DriftRates(double lateralMetresPerSecond, double verticalMetresPerSecond) {
      this(lateralMetresPerSecond, verticalMetresPerSecond, 0);
    }

    /** The same with a part that stays. */
    public DriftRates steady(double metresPerSecond) {
      return new DriftRates(lateralMetresPerSecond, verticalMetresPerSecond, metresPerSecond);
    }
  }

  public ScannerModel {
    Require.inside("z resonance in Hz", zHertz, 500, 1e5);
    Require.inside("z quality factor", zQuality, 0.6, 100);
    Require.inside("z range in m", zRangeMetres, 1e-7, 2e-5);
    Require.inside("bow in 1/m", bowPerMetre, -1e4, 1e4);
    Require.inside("creep per decade", creepPerDecade, 0, 0.1);
  }

  /** 8 kHz, Q 3, 5 µm; bow 500/m, creep 1.5 % per decade, drift 0.5 nm/min each way. */
  public static ScannerModel typical() {
    return new ScannerModel(8e3, 3, 5e-6, 500, 0.015, new DriftRates(0.5e-9 / 60, 0.5e-9 / 60));
  }

  /** The same z actuator without bow, creep and drift. */
  public static ScannerModel ideal() {
    return new ScannerModel(8e3, 3, 5e-6, 0, 0, new DriftRates(0, 0));
  }

  /** The same with other drift. */
  public ScannerModel with(DriftRates other) {
    return new ScannerModel(zHertz, zQuality, zRangeMetres, bowPerMetre, creepPerDecade, other);
  }
}
