package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Process variables that p4p serves (Michael Davidsaver and others, BSD licence). */
class EpicsTest {

  @TempDir private Path directory;
  private Process server;

  @BeforeEach
  void serve() throws IOException {
    Path python = Programs.find("pvagw", "pip install p4p").resolveSibling("python");
    Path script = directory.resolve("furnace_server.py");
    try (InputStream in = EpicsTest.class.getResourceAsStream("furnace_server.py")) {
      Files.write(script, in.readAllBytes());
    }
    server = start(python, script);
    Bench.lay(directory, "furnace.epics");
    Bench.await("the server", () -> CirculatorTest.answers(Ports.SERVER));
  }

  /** The client's settings are read once in a process, so that the port is the same throughout. */
  private static final class Ports {
    static final int SERVER = port();

    private static int port() {
      try {
        int port = CirculatorTest.freePort();
        System.setProperty("EPICS_PVA_NAME_SERVERS", "127.0.0.1:" + port);
        System.setProperty("EPICS_PVA_AUTO_ADDR_LIST", "NO");
        return port;
      } catch (IOException failure) {
        throw new AssertionError(failure);
      }
    }
  }

  private static Process start(Path python, Path script) throws IOException {
    return new ProcessBuilder(
            python.toString(),
            script.toString(),
            Integer.toString(Ports.SERVER),
            Integer.toString(CirculatorTest.freePort()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @AfterEach
  void end() {
    if (server != null) {
      Programs.end(server);
    }
  }

  private Gate connect() {
    return Bench.gate(
        Bench.connect(
            "epics", directory, Map.of("description", "furnace.epics", "reply_within", "5 s")),
        "setpoint",
        "deaf",
        "unknown");
  }

  @Test
  void aVariableIsPutOnceReadBackAndStopped() {
    try (Gate gate = connect()) {
      assertThat(gate.state().readback(Channel.TEMPERATURE).orElseThrow().value().canonical())
          .isEqualTo(298.5);
      assertThat(Bench.act(gate, 1, Bench.set("setpoint", 900)))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(gate.recall(Bench.key(1))).isInstanceOf(Recollection.Done.class);
      assertThat(gate.execute(Bench.key(2), Bench.set("unknown", 1)))
          .isInstanceOf(Verdict.Refused.class);
      assertThat(gate.proves()).isTrue();
    }
  }

  @Test
  void whatTheServerRefusesOrIgnoresIsUnknownUntilAPersonLooked() {
    try (Gate gate = connect()) {
      assertThat(Bench.act(gate, 1, Bench.set("deaf", 1))).isInstanceOf(Outcome.Unknown.class);
      gate.reset("operator", "looked at it");
      assertThat(Bench.act(gate, 2, Bench.set("setpoint", 5000)))
          .isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void aServerThatDiesIsOfflineAndSaidToBe() {
    try (Gate gate = connect()) {
      Programs.end(server);
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      assertThat(gate.execute(Bench.key(1), Bench.set("setpoint", 400)))
          .isInstanceOf(Verdict.Refused.class);
    }
  }

  @Test
  void anotherInstrumentOrABadFileIsRefusedByName() throws IOException {
    Path file = directory.resolve("furnace.epics");
    String text = Files.readString(file);
    for (String[] wrong :
        new String[][] {
          {"FURN:ID = 17", "FURN:ID = 18", "reads 17.0, expected was 18.0"},
          {"stop =", "halt =", "\"halt\" is none of"},
          {"FURN:SP,", "FURN SP,", "is no name of a variable"},
          {", 0.01", ", -1", "at least 0, not -1.0"},
          {"channel temperature", "channel warmth", "no channel \"warmth\""},
        }) {
      assertThat(text).contains(wrong[0]);
      Files.writeString(file, text.replace(wrong[0], wrong[1]));
      assertThatThrownBy(this::connect)
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining(wrong[2]);
    }
  }
}
