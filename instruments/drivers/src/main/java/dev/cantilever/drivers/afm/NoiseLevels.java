package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * How loud the microscope is. Z sensor noise is that of one pixel.
 *
 * @param kelvin temperature of the lever's thermal motion, in [0, 1000]
 * @param detectorMetresPerRootHertz deflection noise of the optical detector, in [0, 1e-11]
 * @param pickUpMetres amplitude of a 50 Hz vibration between tip and sample, in [0, 1e-8]
 * @param lineOffsetMetres rms of an offset of each pass, with a 1/f spectrum, in [0, 1e-8]
 * @param zSensorMetres rms of the z sensor, in [0, 1e-8]
 */
public record NoiseLevels(
    double kelvin,
    double detectorMetresPerRootHertz,
    double pickUpMetres,
    double lineOffsetMetres,
    double zSensorMetres) {

  public NoiseLevels {
    Require.inside("temperature in K", kelvin, 0, 1000);
    Require.inside("detector noise in m/√Hz", detectorMetresPerRootHertz, 0, 1e-11);
    Require.inside("pick-up in m", pickUpMetres, 0, 1e-8);
    Require.inside("line offset in m", lineOffsetMetres, 0, 1e-8);
    Require.inside("z sensor noise in m", zSensorMetres, 0, 1e-8);
  }

  /** Room temperature, 100 fm/√Hz, 50 pm of 50 Hz, 30 pm between lines, 50 pm of z sensor. */
  public static NoiseLevels typical() {
    return new NoiseLevels(295, 100e-15, 50e-12, 30e-12, 50e-12);
  }

  /** Silence. */
  public static NoiseLevels none() {
    return new NoiseLevels(0, 0, 0, 0, 0);
  }
}
