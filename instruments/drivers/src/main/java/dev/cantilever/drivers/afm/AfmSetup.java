package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.Sample;

/**
 * Which microscope is simulated, with which probe on which sample.
 *
 * @param step how finely time is resolved
 */
public record AfmSetup(
    Probe probe, Sample sample, Instrument instrument, Seeds seeds, IntegrationStep step) {

  /** Everything of the microscope but probe and sample. */
  public record Instrument(ScannerModel scanner, NoiseLevels noise, Hazards hazards) {

    /** One as it stands in a good laboratory. */
    public static Instrument typical() {
      return new Instrument(ScannerModel.typical(), NoiseLevels.typical(), Hazards.typical());
    }

    /** One without noise, drift, creep, bow and chance. */
    public static Instrument ideal() {
      return new Instrument(ScannerModel.ideal(), NoiseLevels.none(), Hazards.none());
    }
  }

  /** The same with a part of the drift that stays, along x. */
  public AfmSetup drifting(double metresPerSecond) {
    ScannerModel scanner = instrument.scanner();
    Instrument drifting =
        new Instrument(
            scanner.with(scanner.drift().steady(metresPerSecond)),
            instrument.noise(),
            instrument.hazards());
    return new AfmSetup(probe, sample, drifting, seeds, step);
  }

  /** A typical microscope. */
  public static AfmSetup typical(Probe probe, Sample sample, Seeds seeds) {
    return new AfmSetup(probe, sample, Instrument.typical(), seeds, IntegrationStep.INTERACTIVE);
  }

  /** The same at another time step. */
  public AfmSetup at(IntegrationStep newStep) {
    return new AfmSetup(probe, sample, instrument, seeds, newStep);
  }
}
