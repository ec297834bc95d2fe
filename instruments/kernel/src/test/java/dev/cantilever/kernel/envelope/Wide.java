package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.List;

/** An envelope with ±10⁶ for every channel but those that a test narrows, and its verdicts. */
final class Wide {

  private Wide() {}

  static Limit limit(Channel channel, double min, double max) {
    return new Limit(channel, channel.kind().of(min), channel.kind().of(max));
  }

  static Envelope but(Limit... narrow) {
    return with(List.of(), List.of(), List.of(), narrow);
  }

  static Envelope with(
      List<Region> forbidden,
      List<ParameterLimit> parameters,
      List<Combined> combined,
      Limit... narrow) {
    List<Limit> limits = new ArrayList<>(List.of(narrow));
    for (Channel channel : Channel.values()) {
      if (limits.stream().noneMatch(limit -> limit.channel() == channel)) {
        limits.add(limit(channel, -1e6, 1e6));
      }
    }
    Budget budget =
        new Budget(new TimeSpan(1e6), new Length(1e3), 100, new TimeSpan(1e6), new Impulse(1e6));
    return new Envelope(
        "wide v1", limits, 100, forbidden, budget, parameters, 2, combined, List.of());
  }

  /** Ready, in place, with readbacks of just now. */
  static InstrumentState state(ProbeState probe, BeamState beam, Readback... readbacks) {
    return state(DeviceState.READY, probe, beam, readbacks);
  }

  static InstrumentState state(
      DeviceState device, ProbeState probe, BeamState beam, Readback... readbacks) {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        new TimeSpan(0),
        0,
        Quality.GOOD,
        device,
        probe,
        beam,
        List.of(readbacks));
  }

  static Readback aged(Channel channel, double canonical, double seconds) {
    return new Readback(channel, channel.kind().of(canonical), new TimeSpan(seconds), Quality.GOOD);
  }

  static List<Problem> problems(Envelope envelope, InstrumentState state, Command command) {
    return switch (EnvelopeCheck.judge(envelope, state, Cost.NONE, Cost.NONE, command)) {
      case Decision.Permitted permitted -> List.of();
      case Decision.Refused refused -> refused.problems();
    };
  }

  static List<ProblemCode> codes(Envelope envelope, InstrumentState state, Command command) {
    return problems(envelope, state, command).stream().map(Problem::code).toList();
  }

  static List<String> messages(Envelope envelope, InstrumentState state, Command command) {
    return problems(envelope, state, command).stream().map(Problem::message).toList();
  }
}
