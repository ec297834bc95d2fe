package dev.cantilever.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it serves, a process of its own, with eight campaigns that measure ten times a
 * second, and many who watch them from another process of low priority on the same machine.
 */
@Tag("timed")
class LoadTest {

  private static final int MANY = 1_000;
  private static final int POINTS = 350;
  private static final int PAIRS = 3;

  @TempDir private Path home;

  @Test
  @Tag("long")
  void aThousandWatchersSeeEverythingInTimeAndSlowNothingDown() throws Exception {
    List<Trial> alone = new ArrayList<>();
    List<Trial> watched = new ArrayList<>();
    try (Laboratory laboratory = Laboratory.open(home)) {
      Trial.of(laboratory, POINTS, MANY); // until everything is compiled
      for (int i = 0; i < PAIRS; i++) {
        alone.add(Trial.of(laboratory, POINTS, 0));
        watched.add(Trial.of(laboratory, POINTS, MANY));
      }
    }
    long lost = watched.stream().mapToLong(Trial::lost).sum();
    Figures.lastingAtMost(
        "page-3a",
        "from an entry to each of 1,000 watchers of 8 campaigns at 10 Hz, p50",
        median(watched.stream().mapToDouble(one -> one.latency(0.5)).toArray()),
        "ms",
        50,
        "-");
    Figures.lastingAtMost(
        "page-3b",
        "the same, p99",
        median(watched.stream().mapToDouble(one -> one.latency(0.99)).toArray()),
        "ms",
        500,
        "-");
    Figures.lastingAtMost(
        "page-3c", "entries lost, doubled or out of order", (double) lost, "entries", 0, "-");
    Figures.lastingAtMost(
        "page-3d",
        "from a reading to the next command with 1,000 watchers against none, p99",
        median(watched.stream().mapToDouble(one -> one.loop(0.99)).toArray())
            / median(alone.stream().mapToDouble(one -> one.loop(0.99)).toArray()),
        "times",
        1.1,
        "-");
    assertThat(lost).isZero();
  }

  @Test
  @Tag("long")
  void aClickOnStopIsHeardWhileAThousandWatch() throws Exception {
    try (Laboratory laboratory = Laboratory.open(home);
        Streams streams = Streams.watched(laboratory, MANY)) {
      double[] millis = StopTrial.of(laboratory, 25);
      Figures.lastingAtMost(
          "page-3e",
          "click on STOP until each of 8 drivers is at rest, 1,000 watchers, 200 stops, p99",
          Trial.quantile(millis, 0.99),
          "ms",
          100,
          "-");
      assertThat(streams.end()).as("lost meanwhile").isZero();
    }
  }

  @Test
  void aClickOnStopBringsEveryInstrumentToRest() throws Exception {
    try (Laboratory laboratory = Laboratory.open(home)) {
      double[] millis = StopTrial.of(laboratory, 7);
      Figures.atMost(
          "page-3f",
          "click on STOP until each of 8 drivers is at rest, 56 stops, p99",
          Trial.quantile(millis, 0.99),
          "ms",
          100,
          "-");
      assertThat(millis).hasSize(56);
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
