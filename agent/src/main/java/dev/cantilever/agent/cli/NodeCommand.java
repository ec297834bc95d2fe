package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.instrument.node.NodeServer;
import dev.cantilever.tools.instrument.node.TokenFile;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code node --instrument FILE}. */
@Command(
    name = "node",
    description = {
      "Serves an instrument to agents elsewhere: gate, envelope and watchdog stay beside the hardware.",
      "Runs until it is interrupted; then the instrument is brought to rest."
    })
final class NodeCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--instrument",
      required = true,
      paramLabel = "FILE",
      description = "The profile.yaml of the instrument, or its name in the home.")
  private String instrument;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7411",
      description = "Where to listen; ${DEFAULT-VALUE} if not given, port 0 for any that is free.")
  private String listen;

  @Option(
      names = "--token",
      paramLabel = "FILE",
      description = "Whoever knows its line may ask; token.txt beside the profile if not given.")
  private Path token;

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(System.out, System.err);
    Path folder = folder();
    Path secret = token == null ? folder.resolve("token.txt") : token;
    try (InstrumentRack rack = InstrumentRack.withOnly(folder)) {
      InstrumentId id = rack.instruments().getFirst();
      Gate gate = rack.gate(id);
      try (NodeServer node =
          NodeServer.open(gate, HostAndPort.of("--listen", listen), TokenFile.at(secret))) {
        screen.say("%s (%s) is served at port %d.".formatted(id, listen, node.port()));
        screen.say("Its token is in %s; an agent needs a copy of it.".formatted(secret));
        watch(gate, screen);
      }
      screen.say("%s is %s.".formatted(id, gate.proves() ? "at rest" : "NOT at rest; go there"));
    }
    return ExitCode.OK;
  }

  /** A file's folder, or that of an instrument of the home. */
  private Path folder() {
    Path file = Path.of(instrument);
    if (Files.isRegularFile(file)) {
      return file.toAbsolutePath().getParent();
    }
    Path instruments = home.installation().home().instruments();
    InstrumentRack.open(instruments).close(); // lays the shipped ones down
    Path folder = instruments.resolve(instrument).normalize();
    if (!folder.startsWith(instruments) || !Files.isRegularFile(folder.resolve("profile.yaml"))) {
      throw new ConfigurationProblem(
          "--instrument %s is neither a profile.yaml nor an instrument of %s"
              .formatted(instrument, instruments));
    }
    return folder;
  }

  /** Says what stands against motion whenever that changes, until the program is interrupted. */
  private static void watch(Gate gate, Screen screen) throws InterruptedException, IOException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread closing = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.countDown();
                  joined(closing);
                }));
    List<String> before = List.of();
    while (!interrupted.await(200, TimeUnit.MILLISECONDS)) {
      List<String> now = gate.guard().causes().stream().map(NodeCommand::words).toList();
      if (!now.equals(before)) {
        screen.say(now.isEmpty() ? "Nothing stands against motion." : String.join("; ", now));
        before = now;
      }
    }
  }

  private static String words(Cause cause) {
    return cause.severity() + ": " + cause.words();
  }

  private static void joined(Thread thread) {
    try {
      thread.join(5_000);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
