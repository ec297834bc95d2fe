package dev.cantilever.tests.protocol;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/** Instruments connected as an installation does it, behind an envelope that leaves room. */
final class Bench {

  private Bench() {}

  static Driver connect(String kind, Path directory, Map<String, String> options) {
    return ServiceLoader.load(DriverFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .open(new DriverSetup(new InstrumentId("device"), directory, options));
  }

  static Gate gate(Driver driver, String... parameters) {
    List<Limit> limits =
        Arrays.stream(Channel.values())
            .map(channel -> new Limit(channel, channel.kind().of(-1e9), channel.kind().of(1e9)))
            .toList();
    List<ParameterLimit> wide =
        Arrays.stream(parameters).map(name -> new ParameterLimit(name, -1e6, 1e6, 1e6)).toList();
    Budget budget = new Budget(new TimeSpan(1e9), new Length(1e3), 1000);
    Envelope envelope = new Envelope("wide v1", limits, 4096, List.of(), budget, wide, 9);
    return new Gate(driver, new EnvelopeStatus.Loaded(envelope, "sha256:0"), System::nanoTime);
  }

  static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }

  static Command set(String parameter, double value) {
    return new DeviceCommand.Set(new Setting(parameter, value));
  }

  /** What became of a command that was let through. */
  static Outcome act(Gate gate, int call, Command command) {
    Verdict verdict = gate.execute(key(call), command);
    if (verdict instanceof Verdict.Acted acted) {
      return acted.outcome();
    }
    throw new AssertionError("refused: " + verdict);
  }

  /** Lays a file beside the profile, word for word as docs/protocols.md shows it. */
  static void lay(Path directory, String name) throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "protocols.md"));
    String fence = "```text " + name + "\n";
    int from = docs.indexOf(fence) + fence.length();
    if (from < fence.length()) {
      throw new AssertionError("docs/protocols.md shows no " + name);
    }
    Files.writeString(directory.resolve(name), docs.substring(from, docs.indexOf("```", from)));
  }

  /** Waits for what another program or thread is about to do. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(what + " did not come about");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
