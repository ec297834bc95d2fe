package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Force;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Ratio;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** What a scanning probe microscope can be asked. */
public sealed interface SpmCommand extends Command {

  @Doc("Chooses how the probe is driven and read; only while withdrawn.")
  record SetMode(@Doc("The mode.") SpmMode mode) implements SpmCommand {}

  @Doc("Sweeps the drive frequency over the resonance; only while not engaged.")
  record Tune(
      @Doc("Middle of the sweep.") @Bounds(min = 1000.0, max = 2000000.0) Frequency center,
      @Doc("Width of the sweep.") @Bounds(min = 1000.0, max = 500000.0) Frequency width,
      @Doc("Points of the sweep.") @Bounds(min = 64, max = 4096) @Default("256") int points)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.DRIVE_FREQUENCY, center));
    }
  }

  @Doc("Sets the drive of the probe.")
  record SetDrive(
      @Doc("Amplitude.") @Bounds(min = 0, max = 10) Voltage amplitude,
      @Doc("Frequency.") @Bounds(min = 1000.0, max = 2000000.0) Frequency frequency)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.DRIVE_AMPLITUDE, amplitude),
          new Demand(Channel.DRIVE_FREQUENCY, frequency));
    }
  }

  @Doc("Sets the amplitude that the feedback holds, as a part of the free amplitude.")
  record SetSetpoint(
      @Doc("Setpoint over free amplitude.") @Bounds(min = 0.1, max = 0.98) Ratio ratio)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.SETPOINT_RATIO, ratio));
    }
  }

  @Doc("Sets the force that the feedback holds in contact.")
  record SetForce(@Doc("Force.") @Bounds(min = 0, max = 5e-06) Force force) implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.CONTACT_FORCE, force));
    }
  }

  @Doc("Sets how far above the surface the second pass of a magnetic scan runs.")
  record SetLift(
      @Doc("Height over the first pass.") @Bounds(min = 1e-09, max = 1e-06) Length height)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.LIFT_HEIGHT, height));
    }
  }

  @Doc("Sets the height feedback.")
  record SetFeedback(
      @Doc("Integral gain.") @Bounds(min = 1, max = 20000.0) Frequency integralGain,
      @Doc("Proportional gain.") @Bounds(min = 0, max = 2) @Default("\"0\"") Ratio proportionalGain,
      @Doc("Whether it is on.") @Default("true") boolean on)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.INTEGRAL_GAIN, integralGain),
          new Demand(Channel.PROPORTIONAL_GAIN, proportionalGain));
    }
  }

  @Doc("Takes the detector offsets of a withdrawn probe as zero.")
  record ZeroDetector() implements SpmCommand {}

  @Doc("Brings the withdrawn probe to the surface until the feedback holds.")
  record Approach(
      @Doc("Gives up after so much travel.") @Bounds(min = 0, max = 0.002) Length maximumTravel,
      @Doc("Speed.") @Bounds(min = 1e-09, max = 1e-05) Speed speed,
      @Doc("Gives up after so long.") @Bounds(min = 0, max = 300) @Default("\"60 s\"")
          TimeSpan timeout)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.APPROACH_TRAVEL, maximumTravel),
          new Demand(Channel.APPROACH_SPEED, speed));
    }
  }

  @Doc("Takes the probe off the surface; legal from every state.")
  record Withdraw(
      @Doc("How far.") @Bounds(min = 1e-06, max = 0.005) @Default("\"20 µm\"") Length distance)
      implements SpmCommand {}

  @Doc("Sets where and how finely is scanned; not while scanning.")
  record SetFrame(
      @Doc("Middle of the frame.") SurfacePoint center,
      @Doc("Along the fast axis.") @Bounds(min = 1e-08, max = 0.0001) Length width,
      @Doc("Along the slow axis.") @Bounds(min = 1e-08, max = 0.0001) Length height,
      @Doc("Turn of the fast axis.") @Bounds(min = -3.1416, max = 3.1416) @Default("\"0 rad\"")
          Angle angle,
      @Doc("Points of a line.") @Bounds(min = 16, max = 4096) @Default("256") int pixels,
      @Doc("Lines.") @Bounds(min = 16, max = 4096) @Default("256") int lines)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.PROBE_X, center.x()),
          new Demand(Channel.PROBE_Y, center.y()),
          new Demand(Channel.FRAME_WIDTH, width),
          new Demand(Channel.FRAME_HEIGHT, height),
          new Demand(Channel.FRAME_ANGLE, angle));
    }
  }

  @Doc("Sets how many lines are scanned each second, there and back.")
  record SetRate(@Doc("Lines each second.") @Bounds(min = 0.05, max = 20) Frequency lineRate)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.LINE_RATE, lineRate));
    }
  }

  @Doc("Scans the frame.")
  record Scan(
      @Doc("First line.") @Bounds(min = 0, max = 4095) @Default("0") int firstLine,
      @Doc("Last line; beyond the frame counts as its end.")
          @Bounds(min = 0, max = 4095)
          @Default("4095")
          int lastLine)
      implements SpmCommand {}

  @Doc("Ends a scan after its line.")
  record StopScan() implements SpmCommand {}

  @Doc("Moves the probe in a straight line over the surface; can be repeated without harm.")
  record MoveProbe(
      @Doc("Where to.") SurfacePoint target,
      @Doc("Speed over the surface.") @Bounds(min = 1e-12, max = 1) Speed speed)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.PROBE_X, target.x()),
          new Demand(Channel.PROBE_Y, target.y()),
          new Demand(Channel.PROBE_SPEED, speed));
    }
  }

  @Doc("Presses the probe to the surface and takes it off again where it stands.")
  record ForceCurve(
      @Doc("Force at which it turns back.") @Bounds(min = 0, max = 5e-06) Force trigger,
      @Doc("How far it moves.") @Bounds(min = 1e-09, max = 5e-06) Length range,
      @Doc("Curves each second.") @Bounds(min = 0.1, max = 50) @Default("\"1 Hz\"") Frequency rate,
      @Doc("Curves.") @Bounds(min = 1, max = 1000) @Default("1") int count)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.CONTACT_FORCE, trigger), new Demand(Channel.CURVE_RANGE, range));
    }
  }

  @Doc("One bias pulse where the probe stands; may switch a domain.")
  record BiasPulse(
      @Doc("Bias.") @Bounds(min = -100, max = 100) Voltage voltage,
      @Doc("How long.") @Bounds(min = 1e-06, max = 100) TimeSpan duration)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.BIAS, voltage),
          new Demand(Channel.PULSE_DURATION, duration),
          new Demand(
              Channel.BIAS_IMPULSE, new Impulse(Math.abs(voltage.volts()) * duration.seconds())));
    }
  }

  @Doc("Writes a straight line from where the probe stands, with a bias on the way.")
  record Lithography(
      @Doc("End of the line.") SurfacePoint target,
      @Doc("Bias on the way.") @Bounds(min = -100, max = 100) Voltage bias,
      @Doc("Speed over the surface.") @Bounds(min = 1e-12, max = 1) Speed speed)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.PROBE_X, target.x()),
          new Demand(Channel.PROBE_Y, target.y()),
          new Demand(Channel.PROBE_SPEED, speed),
          new Demand(Channel.BIAS, bias));
    }

    /** For how long the bias is on. */
    public TimeSpan duration(SurfacePoint from) {
      return new TimeSpan(from.distanceTo(target).metres() / speed.metresPerSecond());
    }
  }

  /**
   * Switching spectroscopy where the probe stands: one triangular bias cycle from 0 V to {@code
   * +biasAmplitude}, to {@code -biasAmplitude} and back, in {@code steps} steps. Switches domains:
   * never repeated on its own account.
   */
  record HysteresisLoop(
      @Doc("Greatest bias of the cycle, applied with both signs.") @Bounds(min = 0, max = 100)
          Voltage biasAmplitude,
      @Doc("Bias steps of the cycle.") @Bounds(min = 1, max = 4096) @Default("64") int steps)
      implements SpmCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.BIAS, biasAmplitude),
          new Demand(Channel.BIAS, new Voltage(-biasAmplitude.volts())));
    }
  }

  @Doc("Reads detector and scanner.")
  record ReadMeters() implements SpmCommand {}

  @Doc("Takes a picture of cantilever and sample with the optical microscope; from every state.")
  record CaptureOptical() implements SpmCommand {}

  /** The old probe is used up, so that this is never repeated on its own account. */
  @Doc(
      "Has a person put in a new probe of the same type; only while parked. Afterwards the detector"
          + " must be zeroed and the probe tuned.")
  record ExchangeProbe() implements SpmCommand {}

  /**
   * How a probe is driven and read. In {@code MAGNETIC} each line is scanned as in {@code TAPPING}
   * and then passed again at the lift height.
   */
  enum SpmMode {
    TAPPING,
    CONTACT,
    PFM_SINGLE_FREQUENCY,
    PFM_DUAL_FREQUENCY,
    PFM_BAND_EXCITATION,
    KELVIN_PROBE,
    MAGNETIC
  }
}
