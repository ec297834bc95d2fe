package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.io.UncheckedIOException;
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
