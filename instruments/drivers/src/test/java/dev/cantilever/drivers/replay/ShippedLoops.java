package dev.cantilever.drivers.replay;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The shipped instrument, found and connected as an installation does it. */
final class ShippedLoops {

  static final HysteresisLoop LOOP = new HysteresisLoop(new Voltage(8.5), 64);

  static final Map<String, String> OPTIONS =
      Map.of(
          "data", "BEPS_PTO_50x50.h5",
          "dataset", "/Channel_000/generic/generic",
          "title", "microscope",
          "sample", "PbTiO3 film",
          "time_per_site", "2.35 s");

  private ShippedLoops() {}

  static Driver connect(Path directory, Map<String, String> options) {
    DriverFactory factory =
        ServiceLoader.load(DriverFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.kind().equals("replay.pfm-loop-grid"))
            .findFirst()
            .orElseThrow();
    return factory.open(new DriverSetup(new InstrumentId("pfm-pto"), directory, options));
  }

  static Gate gate(Path directory) {
    Envelope envelope =
        new Envelope(
            "wide v1",
            List.of(
                new Limit(Channel.PROBE_X, new Length(-1), new Length(1)),
                new Limit(Channel.PROBE_Y, new Length(-1), new Length(1)),
                new Limit(Channel.PROBE_SPEED, new Speed(1e-9), new Speed(1)),
                new Limit(Channel.BIAS, new Voltage(-100), new Voltage(100))),
            4096,
            List.of(),
            new Budget(new TimeSpan(1e6), new Length(1e3), 5000),
            List.of(),
            0);
    return new Gate(
        connect(directory, OPTIONS), new EnvelopeStatus.Loaded(envelope, "sha256:0"), () -> 0);
  }

  static MoveProbe move(SurfacePoint target) {
    return new MoveProbe(target, new Speed(1e-6));
  }

  static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }
}
