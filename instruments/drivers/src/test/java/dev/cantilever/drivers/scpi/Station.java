package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A supply installed as a laboratory does it: a description beside the profile, an envelope. */
final class Station {

  private Station() {}

  static Gate gate(Path directory, String address) throws IOException {
    return gate(directory, address, description());
  }

  static Gate gate(Path directory, String address, SecondCheck second) throws IOException {
    return gate(directory, address, description(), second);
  }

  static Gate gate(Path directory, String address, String description) throws IOException {
    return gate(directory, address, description, SecondCheck.none());
  }

  private static Gate gate(Path directory, String address, String description, SecondCheck second)
      throws IOException {
    Files.writeString(directory.resolve("supply.scpi"), description);
    Installed installed =
        new Installed("scpi", Map.of("connection", address, "description", "supply.scpi"));
    return new Gate(
        installed.connect(directory),
        new EnvelopeStatus.Loaded(envelope(), "sha256:0", second),
        System::nanoTime);
  }

  /** The description with which the tests begin. */
  static String description() throws IOException {
    try (InputStream in = Station.class.getResourceAsStream("supply.scpi")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Wider than the instrument's own limits, so that these are met. */
  private static Envelope envelope() {
    List<ParameterLimit> parameters =
        Stream.of("voltage 1", "output", "heater", "nonsense", "pair", "unheard of")
            .map(name -> new ParameterLimit(name, -1000, 1000, 10))
            .toList();
    return new Envelope(
        "wide v1",
        List.of(new Limit(Channel.VOLUME, new Volume(0), new Volume(1e-6))),
        0,
        List.of(),
        new Budget(new TimeSpan(1e6), new Length(1), 0),
        parameters,
        0);
  }

  static Command set(String parameter, double value) {
    return new DeviceCommand.Set(new Setting(parameter, value));
  }

  /** What became of a command that was let through. */
  static Outcome act(Gate gate, int call, Command command) {
    Verdict verdict = gate.execute(Installed.key(call), command);
    if (verdict instanceof Verdict.Acted acted) {
      return acted.outcome();
    }
    throw new AssertionError("refused: " + verdict);
  }
}
