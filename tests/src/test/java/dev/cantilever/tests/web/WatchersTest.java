package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some who watch eight runs that write ten entries a second each; LoadTest has many. */
class WatchersTest {

  private static final int RUNS = 8;
  private static final long PERIOD_NANOS = 100_000_000L;
  private static final String WORD = "written at ";
  private static final Limits ENOUGH =
      Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1));

  @TempDir private Path home;

  /**
   * What came of it.
   *
   * @param latencies from before an entry was written until a watcher had it, ms
   * @param lost entries that somebody did not see, or saw twice or out of order
   */
  private record Seen(List<Double> latencies, long lost) {}

  @Test
  void fiftyWatchersSeeEverything() throws Exception {
    Seen seen = watched(50, 30);
    assertThat(seen.lost()).isZero();
    assertThat(quantile(seen.latencies(), 0.5)).as("median, ms").isLessThan(500);
  }

  private Seen watched(int watchers, int entries) throws Exception {
    Path place = home.resolve("home-" + watchers);
    List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
    try (Served served = new Served(place, ENOUGH);
        ExecutorService sights = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService runs = Executors.newFixedThreadPool(RUNS)) {
      List<Writer> writers = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        writers.add(Writer.of(served.installation().home()));
      }
      CountDownLatch begun = new CountDownLatch(watchers);
      List<Future<Long>> lost = new ArrayList<>();
      for (int i = 0; i < watchers; i++) {
        String run = writers.get(i % RUNS).run().value();
        lost.add(sights.submit(() -> watch(served, run, entries, begun, latencies)));
      }
      begun.await();
      List<Future<?>> written = new ArrayList<>();
      for (Writer writer : writers) {
        written.add(runs.submit(() -> write(writer, entries)));
      }
      for (Future<?> one : written) {
        one.get();
      }
      long sum = 0;
      for (Future<Long> one : lost) {
        sum += one.get();
      }
      return new Seen(latencies, sum);
    }
  }

  private static void write(Writer writer, int entries) {
    long planned = System.nanoTime();
    for (int i = 0; i < entries; i++) {
      while (System.nanoTime() < planned) {
        java.util.concurrent.locks.LockSupport.parkNanos(planned - System.nanoTime());
      }
      writer.say(WORD + System.nanoTime());
      planned += PERIOD_NANOS;
    }
    writer.end();
    writer.close();
  }

  /** How many entries were lost to one who watches until the end. */
  private static long watch(
      Served served, String run, int entries, CountDownLatch begun, List<Double> latencies)
      throws Exception {
    List<Long> ids = new ArrayList<>();
    int warmUp = entries / 10;
    try (Sight sight = Sight.of(served.port(), served.secret(Role.VIEWER), run, -1)) {
      String line = sight.line();
      boolean counted = false;
      while (line != null) {
        if (line.startsWith("id: ")) {
          ids.add(Long.parseLong(line.substring(4)));
        }
        int at = line.indexOf(WORD);
        if (at >= 0 && ids.size() > warmUp) {
          String number = line.substring(at + WORD.length(), line.indexOf('"', at));
          latencies.add((System.nanoTime() - Long.parseLong(number)) / 1e6);
        }
        if (!counted && line.contains("STATE_SNAPSHOT")) {
          counted = true;
          begun.countDown();
        }
        line = sight.line();
      }
    }
    List<Long> all = LongStream.range(0, ids.isEmpty() ? 0 : ids.getLast() + 1).boxed().toList();
    return ids.equals(all) && ids.size() > entries ? 0 : 1 + Math.abs(all.size() - ids.size());
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }
}
