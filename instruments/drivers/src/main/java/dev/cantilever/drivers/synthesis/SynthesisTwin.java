package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;

/**
 * A furnace that deposits a film by laser pulses. Time passes in {@link #advance} and {@link
 * #deposit} only. An anneal is a ramp and time. Not safe for several threads.
 */
public final class SynthesisTwin {

  private static final double BASE_PASCAL = 1e-4;
  private static final double SLICE_SECONDS = 1;

  private final FurnaceSettings furnaceSettings;
  private final GrowthSettings growth;
  private final Furnace furnace;
  private final Chamber chamber = new Chamber(BASE_PASCAL);
  private final NormalDraws plume;
  private final NormalDraws meters;
  private double seconds;
  private double thickness;
  private double crystalline;

  private SynthesisTwin(
      FurnaceSettings furnaceSettings, GrowthSettings growth, long sampleSeed, long noiseSeed) {
    this.furnaceSettings = furnaceSettings;
    this.growth = growth;
    furnace = new Furnace(furnaceSettings);
    plume = NormalDraws.of(sampleSeed, "synthesis plume");
    meters = NormalDraws.of(noiseSeed, "synthesis meters");
  }

  /**
   * @param sampleSeed decides how much each deposition really adds
   * @param noiseSeed decides the errors of the meters
   */
  public static SynthesisTwin of(
      FurnaceSettings furnace, GrowthSettings growth, long sampleSeed, long noiseSeed) {
    return new SynthesisTwin(furnace, growth, sampleSeed, noiseSeed);
  }

  /**
   * Starts a ramp of the setpoint.
   *
   * @param targetKelvin in [300, 1300]
   * @param kelvinPerSecond in (0, 0.5]
   */
  public void ramp(double targetKelvin, double kelvinPerSecond) {
    Require.inside("target in kelvin", targetKelvin, 300, 1300);
    Require.inside("ramp in K/s", kelvinPerSecond, 1e-4, 0.5);
    furnace.ramp(targetKelvin, kelvinPerSecond);
  }

  /** Sets the oxygen pressure aimed at, in [1e-4, 100] Pa. */
  public void pressure(double targetPascal) {
    Require.inside("pressure in Pa", targetPascal, BASE_PASCAL, 100);
    chamber.aim(targetPascal);
  }

  /** Lets time pass, in [0, 1e6] s. */
  public void advance(double forSeconds) {
    Require.inside("time in seconds", forSeconds, 0, 1e6);
    furnace.advance(forSeconds);
    chamber.advance(forSeconds);
    seconds += forSeconds;
  }

  /**
   * Fires the laser while temperature and pressure go on changing.
   *
   * @param pulses in [1, 1e6]
   * @param fluence J/m², in [0.5e4, 3e4]
   * @param hertz pulses per second, in [0.1, 50]
   */
  public void deposit(int pulses, double fluence, double hertz) {
    Require.inside("number of pulses", pulses, 1, 1_000_000);
    Require.inside("fluence in J/m²", fluence, 0.5e4, 3e4);
    Require.inside("pulses per second", hertz, 0.1, 50);
    double luck = Math.max(0, 1 + growth.relativeSpread() * plume.normal());
    double left = pulses / hertz;
    while (left > 0) {
      double slice = Math.min(left, SLICE_SECONDS);
      double pascal = chamber.pressurePascal();
      double added = luck * slice * hertz * growth.growth(fluence, pascal);
      thickness += added;
      crystalline += added * growth.crystallinity(furnace.temperatureKelvin(), pascal);
      advance(slice);
      left -= slice;
    }
  }

  /** A reading of the thermometer. */
  public double readKelvin() {
    return furnace.temperatureKelvin() + furnaceSettings.thermometerKelvin() * meters.normal();
  }

  /** A reading of the gauge, 2 % of its value uncertain. */
  public double readPascal() {
    return Math.max(0, chamber.pressurePascal() * (1 + 0.02 * meters.normal()));
  }

  /** Twin time since the start. */
  public double elapsedSeconds() {
    return seconds;
  }

  public SynthesisTruth truth() {
    return new SynthesisTruth(
        furnace.temperatureKelvin(),
        furnace.setpointKelvin(),
        chamber.pressurePascal(),
        thickness,
        thickness == 0 ? 0 : crystalline / thickness);
  }
}
