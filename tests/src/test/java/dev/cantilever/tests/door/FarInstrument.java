package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped microscope twin in a node of its own process, and an agent's home that knows it. */
final class FarInstrument implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("served at port ([0-9]+)");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Process node;
  private final int port;
  private final String token;
  private int call;

  FarInstrument(Path folder) throws Exception {
    this.folder = folder;
    Path out = Files.createDirectories(folder).resolve("node.out");
    node =
        new Program(folder.resolve("node"))
            .start(out, "node", "--instrument", "pfm", "--listen", "127.0.0.1:0");
    port = Integer.parseInt(awaited(out, PORT).group(1));
    Path there = folder.resolve("node/instruments/pfm");
    token = Files.readString(there.resolve("token.txt")).strip();
    Path here = Files.createDirectories(folder.resolve("agent/instruments/far"));
    Files.copy(there.resolve("envelope.yaml"), here.resolve("envelope.yaml"));
    Files.writeString(here.resolve("token.txt"), token);
    Files.writeString(
        here.resolve("profile.yaml"),
        """
        instrument: far
        driver: http
        options:
          - {name: url, value: "http://127.0.0.1:%d"}
          - {name: token, value: token.txt}
          - {name: reply_within, value: "5 s"}
          - {name: command_within, value: "60 s"}
        """
            .formatted(port));
  }

  private static Matcher awaited(Path file, Pattern pattern) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - end < 0) {
      Matcher matcher = pattern.matcher(Files.exists(file) ? Files.readString(file) : "");
      if (matcher.find()) {
        return matcher;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("%s never said %s".formatted(file, pattern));
  }

  /** Seconds from the moment at which a working agent freezes until the probe is off the sample. */
  double secondsToSafetyWhenTheAgentFreezes() throws Exception {
    Path out = folder.resolve("agent-%d.out".formatted(++call));
    Process agent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WorkingAgent.class.getName(),
                folder.resolve("agent").toString(),
                Integer.toString(call))
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      awaited(out, Pattern.compile("working"));
      assertThat(state()).contains("engaged");
      long began = System.nanoTime();
      signal("STOP", agent);
      while (!state().contains("\"withdrawn\"") && System.nanoTime() - began < PATIENCE_NANOS) {
        Thread.sleep(5);
      }
      double seconds = (System.nanoTime() - began) * 1e-9;
      post("reset", "{\"person\": \"operator\", \"reason\": \"the trial is over\"}");
      return seconds;
    } finally {
      agent.destroyForcibly().waitFor();
    }
  }

  private static void signal(String name, Process process) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  /** Anybody may look; that is no heartbeat. */
  String state() throws IOException, InterruptedException {
    return answer(request("state").GET().build());
  }

  void post(String path, String body) throws IOException, InterruptedException {
    answer(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/%s".formatted(port, path)))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(10));
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  /** Ends the node as an operator does, and says what it said. */
  String ended() throws Exception {
    node.destroy();
    node.waitFor();
    return Files.readString(folder.resolve("node.out"));
  }

  @Override
  public void close() {
    node.destroyForcibly().onExit().join();
  }
}
