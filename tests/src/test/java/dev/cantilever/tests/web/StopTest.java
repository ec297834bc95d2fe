package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop while everything else is busy. */
class StopTest {

  /** A computation that takes a good while. */
  private static final String LONG = longFit();

  @TempDir private Path home;

  @Test
  void stopIsHeardWhileEveryOtherLaneIsFull() throws Exception {
    Limits limits = Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1));
    try (Served served = new Served(home, limits)) {
      served.get(Role.VIEWER, "/api/state"); // lays the shipped instruments down
      List<Thread> busy = new ArrayList<>();
      for (int i = 0; i < 45; i++) {
        busy.add(Thread.ofVirtual().start(() -> fit(served)));
      }
      Path tripped = home.resolve("instruments/stem/tripped");
      Thread.sleep(500);
      assertThat(served.post(Role.OPERATOR, "/api/tools/pareto.front", "{}").status())
          .as("the lane of calls is full")
          .isEqualTo(503);
      long began = System.nanoTime();
      Thread stopping = Thread.ofVirtual().start(() -> served.post(Role.VIEWER, "/api/stop", "{}"));
      while (!Files.exists(tripped) && System.nanoTime() - began < 20e9) {
        Thread.sleep(2);
      }
      assertThat((System.nanoTime() - began) / 1e6).as("ms until latched").isLessThan(2_000);
      stopping.join();
      assertThat(Files.readString(tripped)).contains("stopped over HTTP (viewer)");
      assertThat(busy.stream().anyMatch(Thread::isAlive)).as("still computing").isTrue();
    }
  }

  /** Some are told that the lane is full; the rest end with the server. */
  private static void fit(Served served) {
    try {
      served.post(Role.OPERATOR, "/api/tools/surrogate.fit", LONG);
    } catch (UncheckedIOException ended) {
      return;
    }
  }

  @Test
  void whoeverStopsOverAndOverFillsNoLog() {
    try (Served served = new Served(home, Limits.USUAL)) {
      long began = System.nanoTime();
      for (int i = 0; i < 40; i++) {
        assertThat(served.post(Role.VIEWER, "/api/runs/run-0001/stop", "{}").status())
            .isEqualTo(409);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      assertThat((double) served.log().size()).isLessThanOrEqualTo(1 + seconds);
    }
  }

  /** An instrument that answers nobody, as one does whose present command takes its time. */
  private static void layFar(Path home, ServerSocket deaf) throws IOException {
    Path shipped = home.resolve("instruments/pfm");
    Path far = Files.createDirectories(home.resolve("instruments/far"));
    Files.copy(shipped.resolve("envelope.yaml"), far.resolve("envelope.yaml"));
    Files.writeString(far.resolve("token.txt"), "0".repeat(64));
    Files.writeString(
        far.resolve("profile.yaml"),
        """
        instrument: far
        driver: http
        options:
          - {name: url, value: "http://127.0.0.1:%d"}
          - {name: token, value: token.txt}
          - {name: reply_within, value: "8 s"}
          - {name: command_within, value: "60 s"}
        """
            .formatted(deaf.getLocalPort()));
  }

  @Test
  void theAnswerDoesNotWaitForAnInstrumentThatIsBusy() throws Exception {
    try (Served served = new Served(home, Limits.USUAL);
        ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      served.get(Role.VIEWER, "/api/state"); // lays the shipped instruments down
      layFar(home, deaf);
      long began = System.nanoTime();
      Served.Answer stopped = served.post(Role.VIEWER, "/api/instruments/far/stop", "{}");
      double millis = (System.nanoTime() - began) / 1e6;
      assertThat(stopped.json().path("held").toString()).isEqualTo("[\"far\"]");
      assertThat(home.resolve("instruments/far/tripped")).content().contains("viewer");
      assertThat(millis).as("ms until answered").isLessThan(2_000);
      began = System.nanoTime();
      assertThat(served.post(Role.VIEWER, "/api/stop", "{}").text()).contains("far");
      assertThat((System.nanoTime() - began) / 1e6).as("ms for all").isLessThan(2_500);
    }
  }

  @Test
  void theCommandLineSaysSoBeforeTheInstrumentIsReached() throws Exception {
    try (Served served = new Served(home, Limits.USUAL);
        ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      served.get(Role.VIEWER, "/api/state");
      layFar(home, deaf);
      Path out = home.resolve("out");
      Process stopping = new Program(home).start(out, "stop", "far");
      while (stopping.isAlive() && !Files.readString(out).contains("far is stopped")) {
        Thread.sleep(10);
      }
      assertThat(stopping.isAlive()).as("still bringing it to rest").isTrue();
      assertThat(home.resolve("instruments/far/tripped")).exists();
      stopping.destroy();
    }
  }

  private static String longFit() {
    StringBuilder observations = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      double x = i / 300.0;
      observations
          .append(i == 0 ? "" : ",")
          .append("{\"x\": [%s], \"y\": %s}".formatted(x, Math.sin(20 * x) + i % 7 * 0.01));
    }
    return "{\"observations\": [" + observations + "]}";
  }
}
