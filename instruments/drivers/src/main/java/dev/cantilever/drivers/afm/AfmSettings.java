package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.twin.Require;

/**
 * What an operator sets.
 *
 * @param lineHertz lines per second, trace and retrace both, in [0.05, 20]
 */
public record AfmSettings(Drive drive, Feedback feedback, ScanFrame frame, double lineHertz) {

  public AfmSettings {
    Require.inside("line rate in Hz", lineHertz, 0.05, 20);
  }

  /** 20 nm of free amplitude, setpoint ratio 0.8, Ki 1000/s, 1 µm in 256 × 256 pixels at 1 Hz. */
  public static AfmSettings typical(Probe probe) {
    return new AfmSettings(
        new Drive(20e-9 / probe.driveMetresPerVolt(), probe.resonanceHertz()),
        new Feedback(0.8, 1000, 0),
        ScanFrame.square(1e-6, 256),
        1);
  }

  /** The same but for the drive. */
  public AfmSettings with(Drive newDrive) {
    return new AfmSettings(newDrive, feedback, frame, lineHertz);
  }

  /** The same but for the feedback. */
  public AfmSettings with(Feedback newFeedback) {
    return new AfmSettings(drive, newFeedback, frame, lineHertz);
  }

  /** The same but for the frame. */
  public AfmSettings with(ScanFrame newFrame) {
    return new AfmSettings(drive, feedback, newFrame, lineHertz);
  }

  /** The same but for the line rate. */
  public AfmSettings atLineHertz(double newLineHertz) {
    return new AfmSettings(drive, feedback, frame, newLineHertz);
  }
}
