package dev.cantilever.drivers.replay;

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
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Data of somebody's own beside a profile, connected as an installation does it. */
final class Replays implements AutoCloseable {

  private static final InstrumentId ID = new InstrumentId("mine");

  private final Gate gate;
  private int calls;

  private Replays(Driver driver) {
    List<Limit> limits =
        Arrays.stream(Channel.values())
            .map(one -> new Limit(one, one.kind().of(-1e9), one.kind().of(1e9)))
            .toList();
    List<ParameterLimit> parts =
        Stream.of("Ni", "Fe", "Co", "Mn", "Ce", "La")
            .map(name -> new ParameterLimit(name, 0, 1, 0))
            .toList();
    Budget budget =
        new Budget(new TimeSpan(1e6), new Length(1e3), 5000, new TimeSpan(1e6), new Impulse(1e6));
    Envelope envelope = new Envelope("wide v1", limits, 4096, List.of(), budget, parts, 0);
    gate = new Gate(driver, new EnvelopeStatus.Loaded(envelope, "sha256:0"), () -> 0);
  }

  /** What every profile says. */
  static Map<String, String> profile(String... options) {
    Map<String, String> profile = new HashMap<>();
    profile.put("title", "microscope");
    profile.put("sample", "somebody's sample");
    profile.put("time_per_site", "2 s");
    for (int i = 0; i < options.length; i += 2) {
      profile.put(options[i], options[i + 1]);
    }
    return profile;
  }

  static Replays open(Path directory, Map<String, String> options) {
    return new Replays(connect(directory, options));
  }

  static Driver connect(Path directory, Map<String, String> options) {
    DriverFactory factory =
        ServiceLoader.load(DriverFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.kind().equals("replay"))
            .findFirst()
            .orElseThrow();
    return factory.open(new DriverSetup(ID, directory, options));
  }

  /** Lays a test file beside the profile. */
  static void lay(Path directory, String... files) {
    for (String file : files) {
      try (InputStream stream = Replays.class.getResourceAsStream(file)) {
        Files.write(directory.resolve(file), stream.readAllBytes());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  Gate gate() {
    return gate;
  }

  /** What a command reads, which must be let through. */
  Reading read(Command command) {
    Verdict verdict = gate.execute(key(++calls), command);
    if (verdict instanceof Verdict.Acted acted
        && acted.outcome() instanceof Outcome.Completed completed) {
      return completed.reading();
    }
    throw new AssertionError(verdict);
  }

  /** Why a command is not let through. */
  String refusal(Command command) {
    if (gate.execute(key(++calls), command) instanceof Verdict.Refused refused) {
      return refused.problems().getFirst().message();
    }
    throw new AssertionError(command + " was let through");
  }

  static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }

  @Override
  public void close() {
    gate.close();
  }
}
