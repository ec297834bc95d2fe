package dev.cantilever.drivers.condition;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** An instrument for conditions, found and connected as an installation does it. */
public record Installed(String kind, Map<String, String> options) {

  public Driver connect(Path directory) {
    DriverFactory factory =
        ServiceLoader.load(DriverFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.kind().equals(kind))
            .findFirst()
            .orElseThrow();
    return factory.open(new DriverSetup(new InstrumentId("device"), directory, options));
  }

  public Gate gate(Path directory) {
    return gate(directory, () -> 0);
  }

  /** Behind an envelope that leaves the driver to refuse what it cannot do. */
  Gate gate(Path directory, LongSupplier monotonicNanos) {
    Driver driver = connect(directory);
    List<ParameterLimit> limits =
        Stream.concat(
                driver.describe().conditions().orElseThrow().parameters().stream()
                    .map(parameter -> parameter.name()),
                Stream.of("nonsense"))
            .map(name -> new ParameterLimit(name, -1e6, 1e6))
            .toList();
    Budget budget = new Budget(new TimeSpan(1e9), new Length(0), 0);
    Envelope envelope = new Envelope("wide v1", List.of(), 0, List.of(), budget, limits, 9);
    return new Gate(driver, new EnvelopeStatus.Loaded(envelope, "sha256:0"), monotonicNanos);
  }

  static Evaluate with(Evaluate command, Setting... more) {
    return new Evaluate(
        Stream.concat(command.settings().stream(), Stream.of(more)).toList(), command.fidelity());
  }

  public static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }
}
