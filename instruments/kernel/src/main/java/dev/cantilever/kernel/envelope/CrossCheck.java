package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.OptionalDouble;

/** Rules that tie several numbers and readbacks together. */
final class CrossCheck {

  /** A stage with a probe over it moves only with so much room in between, in metres. */
  private static final double CLEARANCE = 20e-6;

  private static final TimeSpan FREE_AMPLITUDE_AGE = new TimeSpan(1800);

  private final Envelope envelope;
  private final InstrumentState state;
  private final Refusals refusals;

  private CrossCheck(Envelope envelope, InstrumentState state, Refusals refusals) {
    this.envelope = envelope;
    this.state = state;
    this.refusals = refusals;
  }

  static void check(Envelope envelope, InstrumentState state, Command command, Refusals refusals) {
    CrossCheck check = new CrossCheck(envelope, state, refusals);
    switch (command) {
      case SpmCommand.SetFrame frame -> {
        check.corners(frame);
        check.tipSpeed(
            OptionalDouble.of(frame.width().metres()), check.readback(Channel.LINE_RATE));
      }
      case SpmCommand.SetRate rate ->
          check.tipSpeed(
              check.readback(Channel.FRAME_WIDTH), OptionalDouble.of(rate.lineRate().hertz()));
      case SpmCommand.Scan scan ->
          check.tipSpeed(check.readback(Channel.FRAME_WIDTH), check.readback(Channel.LINE_RATE));
      case SpmCommand.Lithography line -> check.impulse(line);
      case SpmCommand.SetSetpoint setpoint -> check.freeAmplitude();
      case SpmCommand.SetDrive drive -> check.driveOffSurface();
      case StageCommand stage -> check.clearance(stage);
      case StemCommand.AutoFocus focus -> check.focusSeries(focus.range().metres());
      case StemCommand.SetImageShift shift ->
          check.countable(Channel.IMAGE_SHIFT_X, Channel.IMAGE_SHIFT_Y);
      case StemCommand.SetBeamTilt tilt ->
          check.countable(Channel.BEAM_TILT_X, Channel.BEAM_TILT_Y);
      default -> {
        // no rule ties anything to it
      }
    }
  }

  /** The turned frame, with the corners that reach furthest, lies where the probe may go. */
  private void corners(SpmCommand.SetFrame frame) {
    double cos = Math.abs(StrictMath.cos(frame.angle().radians()));
    double sin = Math.abs(StrictMath.sin(frame.angle().radians()));
    double width = frame.width().metres();
    double height = frame.height().metres();
    reach(Channel.PROBE_X, frame.center().x().metres(), (width * cos + height * sin) / 2);
    reach(Channel.PROBE_Y, frame.center().y().metres(), (width * sin + height * cos) / 2);
  }

  private void reach(Channel channel, double center, double half) {
    RangeCheck.within(envelope, channel, center - half, refusals);
    RangeCheck.within(envelope, channel, center + half, refusals);
  }

  /** There and back along a line: {@code 2 · width · line rate}. */
  private void tipSpeed(OptionalDouble width, OptionalDouble rate) {
    if (width.isEmpty() || rate.isEmpty()) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "frame width and line rate are not both read back, so that the tip speed is unknown;"
              + " read the state again");
      return;
    }
    double speed = 2 * width.getAsDouble() * rate.getAsDouble();
    RangeCheck.within(envelope, Channel.PROBE_SPEED, speed, refusals);
  }

  /** Bias times the time of the way, for the line as a whole. */
  private void impulse(SpmCommand.Lithography line) {
    double seconds = line.duration(state.position()).seconds();
    RangeCheck.within(
        envelope, Channel.BIAS_IMPULSE, Math.abs(line.bias().volts()) * seconds, refusals);
  }

  private void freeAmplitude() {
    boolean known =
        state
            .readback(Channel.FREE_AMPLITUDE)
            .filter(one -> one.isTrusted(FREE_AMPLITUDE_AGE))
            .isPresent();
    if (!known) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "the free amplitude was not measured within %s; withdraw and run spm.tune"
              .formatted(FREE_AMPLITUDE_AGE));
    }
  }

  private void driveOffSurface() {
    if (state.probe() == ProbeState.ENGAGED) {
      refusals.add(
          ProblemCode.STATE,
          "the drive cannot change while the setpoint rests on it; spm.withdraw first");
    }
  }

  private void clearance(StageCommand command) {
    boolean moves =
        command instanceof StageCommand.MoveTo
            || command instanceof StageCommand.MoveBy
            || command instanceof StageCommand.Home;
    if (!moves || state.probe() == ProbeState.NONE) {
      return;
    }
    OptionalDouble room = readback(Channel.CLEARANCE);
    if (room.isEmpty() || !(room.getAsDouble() >= CLEARANCE)) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "the stage moves only with %s of room under the probe, it has %s; spm.withdraw further"
              .formatted(
                  Channel.CLEARANCE.kind().of(CLEARANCE).format(),
                  room.isEmpty() ? "none read back" : room.getAsDouble() + " m"));
    }
  }

  /** Both ends of a focus series, as if they were set one by one. */
  private void focusSeries(double range) {
    OptionalDouble now = readback(Channel.DEFOCUS);
    if (now.isEmpty()) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "the defocus is not read back, so that a series around it cannot be judged;"
              + " read the state again");
      return;
    }
    for (double end : new double[] {now.getAsDouble() - range, now.getAsDouble() + range}) {
      RangeCheck.within(envelope, Channel.DEFOCUS, end, refusals);
      Demand demand = new Demand(Channel.DEFOCUS, Channel.DEFOCUS.kind().of(end));
      RangeCheck.step(envelope, state, demand, refusals);
    }
  }

  /** What moves the beam over the sample is read back, or its dose would go to other cells. */
  private void countable(Channel x, Channel y) {
    if (readback(x).isEmpty() || readback(y).isEmpty()) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "%s and %s are not both read back, so that dose would be counted in the wrong place;"
                  .formatted(x.label(), y.label())
              + " read the state again");
    }
  }

  private OptionalDouble readback(Channel channel) {
    return state
        .readback(channel)
        .filter(one -> one.isTrusted(RangeCheck.FRESH))
        .map(one -> OptionalDouble.of(one.value().canonical()))
        .orElse(OptionalDouble.empty());
  }
}
