package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instrument that none of us wrote: the circulator that Lewis simulates (ISIS and ESS). */
class CirculatorTest {

  @TempDir private Path directory;

  @Test
  void aDescriptionIsAllThatAnInstrumentOfOthersNeeds() throws IOException {
    int port = freePort();
    Process lewis =
        Programs.start(
            "lewis",
            "pip install lewis",
            List.of(
                "-p",
                "julabo-version-1: {bind_address: 127.0.0.1, port: %d}".formatted(port),
                "julabo"));
    try {
      Bench.await("the circulator", () -> answers(port));
      Bench.lay(directory, "circulator.scpi");
      heat(port);
    } finally {
      Programs.end(lewis);
    }
  }

  private void heat(int port) {
    Map<String, String> options =
        Map.of("connection", "tcp://127.0.0.1:" + port, "description", "circulator.scpi");
    try (Gate gate = Bench.gate(Bench.connect("scpi", directory, options), "setpoint", "pump")) {
      assertThat(Bench.act(gate, 1, Bench.set("setpoint", 310.15)))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(Bench.act(gate, 2, Bench.set("pump", 1))).isInstanceOf(Outcome.Completed.class);
      double before = kelvins(gate);
      Bench.await("warmth", () -> kelvins(gate) > before);
      gate.stop("enough");
      assertThat(gate.recall(Bench.key(1))).isInstanceOf(Recollection.Done.class);
    }
  }

  private static double kelvins(Gate gate) {
    return gate.state().readback(Channel.TEMPERATURE).orElseThrow().value().canonical();
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
