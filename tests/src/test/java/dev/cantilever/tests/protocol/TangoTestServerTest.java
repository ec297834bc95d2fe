package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TangoTest, the device server in C++ that the Tango community tests its clients with. */
class TangoTestServerTest {

  private static final String DESCRIPTION =
      """
      title = TangoTest
      identity = info.server = TangoTest/bench
      stop = double_scalar_w = 0
      stop = DevVoid()
      channel bias = double_scalar_w
      set double = double_scalar_w, double_scalar_w, 0
      set short = short_scalar_w, short_scalar_w, 0
      set long = long_scalar_w, long_scalar_w, 0
      set truth = boolean_scalar, boolean_scalar, 0
      set deaf = double_scalar_w, short_scalar_ro, 0
      """;

  @TempDir private Path directory;
  private int port;
  private Process server;

  @BeforeEach
  void serve() throws IOException {
    port = CirculatorTest.freePort();
    start("bench");
    write(DESCRIPTION);
  }

  private void start(String instance) throws IOException {
    Path program =
        Programs.find("TangoTest", "apt-get install tango-test, and /usr/lib/tango on the path");
    server =
        Programs.await(
            TangoFurnace.READY,
            List.of(
                program.toString(),
                instance,
                "-nodb",
                "-dlist",
                "sys/tg_test/1",
                "-ORBendPoint",
                "giop:tcp:127.0.0.1:" + port));
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve("test.tango"), text);
  }

  @AfterEach
  void end() {
    if (server != null) {
      Programs.end(server);
    }
  }

  private Gate connect() {
    String device = "tango://127.0.0.1:%d/sys/tg_test/1#dbase=no".formatted(port);
    return Bench.gate(
        Bench.connect(
            "tango",
            directory,
            Map.of("device", device, "description", "test.tango", "reply_within", "2 s")),
        "double",
        "short",
        "long",
        "truth",
        "deaf");
  }

  @Test
  void numbersOfEveryTypeAreWrittenReadBackAndStopped() {
    try (Gate gate = connect()) {
      int call = 0;
      for (String[] one :
          new String[][] {
            {"double", "0.1"}, {"short", "-300"}, {"long", "-70000"}, {"truth", "1"}
          }) {
        assertThat(Bench.act(gate, ++call, Bench.set(one[0], Double.parseDouble(one[1]))))
            .as(one[0])
            .isInstanceOf(Outcome.Completed.class);
      }
      assertThat(bias(gate)).isEqualTo(0.1);
      gate.stop("enough");
      assertThat(bias(gate)).isZero();
      assertThat(gate.proves()).isTrue();
    }
  }

  private static double bias(Gate gate) {
    return gate.state().readback(Channel.BIAS).orElseThrow().value().canonical();
  }

  @Test
  void whatDoesNotReadAsAskedIsUnknown() {
    try (Gate gate = connect()) {
      assertThat(Bench.act(gate, 1, Bench.set("deaf", 0.5))).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void aServerThatDiesIsOfflineAndOneThatComesBackIsAskedWhoItIs() throws IOException {
    try (Gate gate = connect()) {
      Programs.end(server);
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      start("another");
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      Programs.end(server);
      start("bench");
      Bench.await("TangoTest", () -> gate.state().device() == DeviceState.READY);
    }
  }

  @Test
  void anAttributeThatIsNoNumberToBeWrittenIsNamedAtOnce() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"short_scalar_ro", "is no single number that can be written"},
          {"double_spectrum", "is no single number that can be written"},
          {"string_scalar", "takes no number"},
          {"no_such_scalar", "API_AttrNotFound"},
        }) {
      write(DESCRIPTION.replace("stop = double_scalar_w", "stop = " + wrong[0]));
      assertThatThrownBy(this::connect)
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining(wrong[0])
          .hasMessageContaining(wrong[1]);
    }
  }
}
