package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.lever.TappingLever;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Lever, height loop and z actuator, advanced together step by step over a surface that is given.
 * Heights are of the unbent tip, relative to the middle of the actuator's range. Detector noise is
 * white in the step, so that averages do not depend on it.
 */
final class TappingLoop {

  private final double airFilmShare;
  private final ZActuator actuator;
  private final NoiseLevels noise;
  private final double range;
  private final NormalDraws thermal;
  private final NormalDraws detector;
  private final PickUp pickUp;
  private TappingLever lever;
  private Drive drive;
  private double reference;
  private double drivenMetres;
  private Feedback feedback;
  private boolean closed;
  private double step;
  private double detectorRms;
  private double loudness = 1;
  private double integral;
  private double command;
  private double measured;

  TappingLoop(Probe probe, AfmSetup.Instrument instrument, AfmSettings settings, long noiseSeed) {
    airFilmShare = instrument.hazards().airFilmShare();
    actuator = new ZActuator(instrument.scanner().zHertz(), instrument.scanner().zQuality());
    range = instrument.scanner().zRangeMetres();
    noise = instrument.noise();
    thermal = NormalDraws.of(noiseSeed, "afm thermal motion");
    detector = NormalDraws.of(noiseSeed, "afm detector");
    double phase = NormalDraws.of(noiseSeed, "afm pick-up").uniform(-Math.PI, Math.PI);
    pickUp = new PickUp(noise.pickUpMetres(), phase);
    mount(probe, settings);
  }

  /** Puts in another probe, at rest and out of contact. */
  void mount(Probe probe, AfmSettings settings) {
    lever = new TappingLever(probe, airFilmShare);
    set(probe, settings);
  }

  /** Takes over drive and feedback; the next {@link #pace} makes the drive heard. */
  void set(Probe probe, AfmSettings settings) {
    drive = settings.drive();
    feedback = settings.feedback();
    drivenMetres = drive.volts() * probe.driveMetresPerVolt();
  }

  /** How many times louder than usual the detector is. */
  void loudness(double factor) {
    loudness = factor;
  }

  /** Sets the time step at a time of the twin. */
  void pace(double seconds, double stepSeconds) {
    step = stepSeconds;
    lever.pace(drivenMetres, drive.hertz(), stepSeconds, noise.kelvin());
    reference = lever.freeAmplitudeMetres();
    actuator.pace(stepSeconds);
    pickUp.pace(seconds, stepSeconds);
    detectorRms = loudness * noise.detectorMetresPerRootHertz() / Math.sqrt(stepSeconds);
  }

  /** Opens the loop at the middle of the range with the lever swinging freely. */
  void retract() {
    closed = false;
    integral = 0;
    command = 0;
    actuator.rest(0);
    lever.release();
  }

  void close() {
    closed = true;
  }

  /** One step with the loop open and the unbent tip resting at a height over the surface. */
  void swing(double rest, TipSampleForce force) {
    lever.step(force, rest);
  }

  /** One step of a second pass, the loop held, in a force of this gradient in N/m. */
  void glide(double rest, TipSampleForce force, double gradient) {
    lever.pulled(gradient);
    lever.step(force, rest - pickUp.step());
    lever.pulled(0);
    measure();
  }

  private void measure() {
    if (noise.kelvin() > 0) {
      lever.kick(thermal.normal(), thermal.normal());
    }
    measured = lever.amplitudeMetres();
    if (detectorRms > 0) {
      measured += detectorRms * detector.normal();
    }
  }

  void step(double surface, TipSampleForce force) {
    lever.step(force, actuator.metres() - surface - pickUp.step());
    measure();
    if (closed) {
      double error = measured - setpointMetres();
      integral = inRange(integral - feedback.integralPerSecond() * error * step);
      double wanted = inRange(integral - feedback.proportional() * error);
      double most = ScannerModel.SLEW * step;
      command += Math.min(most, Math.max(-most, wanted - command));
    }
    actuator.step(command);
  }

  /** The amplitude that the loop holds. */
  double setpointMetres() {
    return feedback.setpointRatio() * reference;
  }

  /** The free amplitude of the drive far from the surface. */
  double referenceMetres() {
    return reference;
  }

  double stepSeconds() {
    return step;
  }

  double measuredMetres() {
    return measured;
  }

  double zMetres() {
    return actuator.metres();
  }

  /** Whether the actuator can go no higher. */
  boolean cornered() {
    return command >= range / 2;
  }

  TappingLever lever() {
    return lever;
  }

  private double inRange(double metres) {
    return Math.min(range / 2, Math.max(-range / 2, metres));
  }
}
