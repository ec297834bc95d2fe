package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.instrument.node.NodeServer;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Ratio;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin that another program serves over HTTP. */
class NodeTest {

  private static final String TOKEN = "a-token-of-the-tests";
  private static final List<Command> SESSION =
      List.of(
          new SpmCommand.SetDrive(new Voltage(0.5), new Frequency(300_000)),
          new SpmCommand.Tune(new Frequency(300_000), new Frequency(50_000), 64),
          new SpmCommand.SetSetpoint(new Ratio(0.7)),
          new SpmCommand.SetFrame(
              SurfacePoint.metres(1e-6, -1e-6),
              new Length(5e-7),
              new Length(5e-7),
              new Angle(0.1),
              32,
              16),
          new SpmCommand.Approach(new Length(2e-4), new Speed(5e-6), new TimeSpan(60)),
          new SpmCommand.Scan(0, 15),
          new SpmCommand.ReadMeters(),
          new SpmCommand.Withdraw(new Length(2e-5)));

  @TempDir private Path there;
  @TempDir private Path here;
  private Gate node;
  private NodeServer server;

  @BeforeEach
  void serve() throws IOException {
    node = Bench.gate(twin(there));
    server = NodeServer.open(node, local(), TOKEN);
    Files.writeString(here.resolve("token.txt"), TOKEN + "\n");
  }

  @AfterEach
  void end() {
    server.close();
    node.close();
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Driver twin(Path directory) {
    return Bench.connect(
        "twin.afm",
        directory,
        Map.of(
            "title",
            "AFM",
            "sample",
            "film",
            "surface",
            "fractal_film",
            "probe",
            "stiff",
            "seed",
            "7"));
  }

  private Gate client(int port) {
    return Bench.gate(
        Bench.connect(
            "http",
            here,
            Map.of(
                "url", "http://127.0.0.1:" + port,
                "token", "token.txt",
                "reply_within", "3 s",
                "command_within", "20 s")));
  }

  @Test
  void aSessionOverHttpReadsTheSameBitsAsOneBesideTheTwin(@TempDir Path beside) {
    try (Gate far = client(server.port());
        Gate near = Bench.gate(twin(beside))) {
      int call = 0;
      for (Command command : SESSION) {
        Outcome outcome = Bench.act(far, ++call, command);
        assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Completed.class);
        assertThat(outcome).isEqualTo(Bench.act(near, call, command));
        assertThat(far.state()).isEqualTo(near.state());
        assertThat(far.recall(Bench.key(call))).isInstanceOf(Recollection.Done.class);
      }
      assertThat(far.describe()).isEqualTo(near.describe());
      assertThat(far.proves()).isTrue();
    }
  }

  @Test
  void noByteAtWhichAConnectionIsKilledRepeatsACommandOrLosesAnOutcome() throws IOException {
    Map<String, Integer> ends = new TreeMap<>();
    int wrong = 0;
    int cuts = 0;
    try (Relay relay = new Relay(server.port());
        Gate gate = client(relay.port())) {
      long[] before = relay.bytes();
      Bench.act(gate, 1, rate(1));
      long in = relay.bytes()[0] - before[0];
      long out = relay.bytes()[1] - before[1];
      for (long at = 1; at < in + out; at += 7) {
        int call = ++cuts + 1;
        relay.cutAfter(at < in ? at : Relay.NEVER, at < in ? Relay.NEVER : at - in);
        String end = end(gate, call);
        relay.cutAfter(Relay.NEVER, Relay.NEVER);
        Bench.await("the node", () -> gate.state().device() == DeviceState.READY);
        ends.merge(end, 1, Integer::sum);
        wrong += isTrue(end, gate.recall(Bench.key(call)), times(call)) ? 0 : 1;
      }
    }
    System.out.printf("connection killed %d times: %s%n", cuts, ends);
    Figures.atMost(
        "door-5b",
        "commands repeated or lost, HTTP connection killed at %d bytes".formatted(cuts),
        wrong,
        "",
        0,
        "-");
    assertThat(wrong).isZero();
    assertThat(ends).containsKeys("Completed", "Failed");
  }

  private static Command rate(int call) {
    return new SpmCommand.SetRate(new Frequency(1 + call * 1e-3));
  }

  private static String end(Gate gate, int call) {
    return switch (gate.execute(Bench.key(call), rate(call))) {
      case Verdict.Refused refused -> "Refused";
      case Verdict.Acted acted -> acted.outcome().getClass().getSimpleName();
    };
  }

  /** How often the twin's own ledger lists it. */
  private long times(int call) throws IOException {
    String key = Bench.key(call) + "\t";
    return Files.readAllLines(there.resolve("ledger.tsv")).stream()
        .filter(line -> line.startsWith(key))
        .count();
  }

  private static boolean isTrue(String end, Recollection recalled, long times) {
    boolean said =
        switch (end) {
          case "Completed" -> times == 1;
          case "Failed", "Refused" -> times == 0;
          default -> true;
        };
    return said
        && (times == 1
            ? recalled instanceof Recollection.Done
            : times == 0 && recalled instanceof Recollection.NeverArrived);
  }

  @Test
  void aCommandThatWasAskedAboutBeforeItCameIsNotBegun() throws Exception {
    assertThat(request("POST", "/v1/commands/run-0001/call-1/recall", "", TOKEN).body())
        .isEqualTo("{\"kind\":\"never_arrived\"}");
    String late = "{\"kind\":\"set_rate\",\"line_rate\":\"2 Hz\"}";
    assertThat(request("PUT", "/v1/commands/run-0001/call-1", late, TOKEN).body())
        .contains("\"kind\":\"failed\"", "was not begun");
    assertThat(times(1)).isZero();
  }

  @Test
  void aKeyThatComesAgainIsAnsweredAndNotDone() throws Exception {
    String body = "{\"kind\":\"set_rate\",\"line_rate\":\"2 Hz\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(request("PUT", "/v1/commands/run-0001/call-1", body, TOKEN).body())
          .contains("\"kind\":\"completed\"");
    }
    assertThat(times(1)).isEqualTo(1);
    assertThat(request("PUT", "/v1/commands/run-0001/call-1", body.replace("2", "3"), TOKEN).body())
        .contains("another command has this key");
    server.close();
    server = NodeServer.open(node, local(), TOKEN);
    assertThat(request("PUT", "/v1/commands/run-0001/call-1", body, TOKEN).body())
        .contains("\"kind\":\"completed\"");
    assertThat(times(1)).isEqualTo(1);
  }

  @Test
  void whatWasSentBeforeAStopIsNotBegunAfterIt() throws Exception {
    assertThat(request("POST", "/v1/stop", "", TOKEN, "s/1").body())
        .isEqualTo("{\"at_rest\":true}");
    String body = "{\"kind\":\"set_rate\",\"line_rate\":\"2 Hz\"}";
    assertThat(request("PUT", "/v1/commands/run-0001/call-1", body, TOKEN, "s/0").body())
        .contains("a stop overtook it");
    assertThat(request("PUT", "/v1/commands/run-0001/call-2", body, TOKEN, "s/1").body())
        .contains("\"kind\":\"completed\"");
    assertThat(times(1)).isZero();
  }

  @Test
  void onlyWhoKnowsTheTokenIsAnswered() throws Exception {
    assertThat(request("GET", "/v1/state", "", "a-token-of-somebody").statusCode()).isEqualTo(401);
    assertThat(request("POST", "/v1/stop", "", "a-token-of-somebody").statusCode()).isEqualTo(401);
    Files.writeString(here.resolve("token.txt"), "a-token-of-somebody");
    assertThatThrownBy(() -> client(server.port()))
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("401");
  }

  @Test
  void whatIsNoRequestIsRefusedByName() throws Exception {
    String path = "/v1/commands/run-0001/call-1";
    assertThat(request("PUT", path, "{\"kind\":\"set_rate\"}", TOKEN).body())
        .contains("/line_rate: expected a value");
    assertThat(request("PUT", path, "[".repeat(1000), TOKEN).statusCode()).isEqualTo(400);
    assertThat(request("PUT", path, " ".repeat(2 << 20), TOKEN).statusCode()).isEqualTo(413);
    assertThat(request("PUT", "/v1/commands/run 1/x".replace(" ", "%20"), "{}", TOKEN).statusCode())
        .isEqualTo(400);
    assertThat(request("GET", "/", "", TOKEN).statusCode()).isEqualTo(404);
    assertThat(times(1)).isZero();
  }

  private HttpResponse<String> request(String method, String path, String body, String token)
      throws Exception {
    return request(method, path, body, token, "s/0");
  }

  private HttpResponse<String> request(
      String method, String path, String body, String token, String stops) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Cantilever-Stops", stops)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aServerThatFallsSilentOrTalksWithoutEndIsOffline() throws Exception {
    try (Gate gate = client(server.port())) {
      int port = server.port();
      server.close();
      try (ServerSocket hostile = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> babble(hostile));
        for (int i = 0; i < 3; i++) {
          long began = System.nanoTime();
          InstrumentState state = gate.state();
          assertThat(state.device()).isEqualTo(DeviceState.OFFLINE);
          assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(8000);
        }
        assertThat(gate.proves()).isFalse();
      }
    }
  }

  /** First nothing at all, then an answer without end, then no HTTP. */
  private static void babble(ServerSocket hostile) {
    for (int i = 0; !hostile.isClosed(); i++) {
      try {
        Socket socket = hostile.accept();
        int kind = i % 3;
        Thread.ofVirtual().start(() -> babble(socket, kind));
      } catch (IOException over) {
        return;
      }
    }
  }

  private static void babble(Socket socket, int kind) {
    try {
      OutputStream out = socket.getOutputStream();
      if (kind == 1) {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      byte[] noise = "9".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      while (kind > 0) {
        out.write(noise);
      }
    } catch (IOException gone) {
      // the client had enough
    }
  }
}
