package dev.cantilever.kernel;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.envelope.Region;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;

/**
 * One complete envelope and commands to try on it: ±1 m, 1 to 2 m/s, ±10 V, 100 steps; coupling in
 * ±1, dose in [0, 10], grade 3 alone, fidelities 0 to 2.
 */
public final class Examples {

  public static final Budget BUDGET = new Budget(new TimeSpan(100), new Length(50), 10);

  private Examples() {}

  public static List<Limit> limits() {
    return List.of(
        new Limit(Channel.PROBE_X, new Length(-1), new Length(1)),
        new Limit(Channel.PROBE_Y, new Length(-1), new Length(1)),
        new Limit(Channel.PROBE_SPEED, new Speed(1), new Speed(2)),
        new Limit(Channel.BIAS, new Voltage(-10), new Voltage(10)));
  }

  public static Envelope envelope(Region... forbidden) {
    return new Envelope(
        "example v1", limits(), 100, List.of(forbidden), BUDGET, parameterLimits(), 2);
  }

  public static List<ParameterLimit> parameterLimits() {
    return List.of(
        new ParameterLimit("coupling", -1, 1),
        new ParameterLimit("dose", 0, 10),
        new ParameterLimit("grade", 3, 3));
  }

  public static Evaluate evaluate(int fidelity, Setting... settings) {
    return new Evaluate(List.of(settings), fidelity);
  }

  public static Setting set(String parameter, double value) {
    return new Setting(parameter, value);
  }

  public static Region region(double left, double bottom, double right, double top) {
    return new Region(
        SurfacePoint.metres(left, bottom), SurfacePoint.metres(right, top), "a scratch");
  }

  public static MoveProbe move(double x, double y, double speed) {
    return new MoveProbe(SurfacePoint.metres(x, y), new Speed(speed));
  }

  public static HysteresisLoop loop(double volts, int steps) {
    return new HysteresisLoop(new Voltage(volts), steps);
  }

  /** A command of each kind that the example envelope permits. */
  public static List<Command> permitted() {
    return List.of(
        move(0.5, -0.5, 1.5),
        loop(8.5, 64),
        evaluate(1, set("coupling", 0.5), set("dose", 7), set("grade", 3)));
  }

  public static InstrumentState standingAt(double x, double y) {
    return new InstrumentState(SurfacePoint.metres(x, y), new TimeSpan(0), 0, Quality.GOOD);
  }

  public static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }
}
