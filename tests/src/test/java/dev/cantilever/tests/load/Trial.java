package dev.cantilever.tests.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Eight campaigns, watched by so many.
 *
 * @param loop from each tick of an instrument until its next command came, ms, sorted; without the
 *     first tenth
 * @param latencies from the time in an entry until a watcher had it, ms, sorted
 * @param lost entries that somebody did not see, or saw twice or out of order
 */
record Trial(double[] loop, double[] latencies, long lost) {

  static Trial of(Laboratory laboratory, int points, int watchers)
      throws IOException, InterruptedException {
    for (String name : Laboratory.instruments()) {
      Files.deleteIfExists(notes(laboratory, name));
    }
    List<String> runs = laboratory.ready(points);
    if (watchers == 0) {
      laboratory.go(runs);
      return new Trial(loop(laboratory), new double[0], 0);
    }
    try (Gathering gathering = Gathering.of(laboratory, runs, watchers)) {
      laboratory.go(runs);
      Gathering.Seen seen = gathering.seen();
      return new Trial(loop(laboratory), seen.latencies(), seen.lost());
    }
  }

  private static Path notes(Laboratory laboratory, String name) {
    return laboratory.instrument(name).resolve(PacedDriver.NOTES);
  }

  private static double[] loop(Laboratory laboratory) throws IOException, InterruptedException {
    List<Double> all = new ArrayList<>();
    for (String name : Laboratory.instruments()) {
      Path notes = notes(laboratory, name);
      while (!Files.exists(notes)) {
        Thread.sleep(50);
      }
      List<String> lines = Files.readAllLines(notes);
      lines
          .subList(lines.size() / 10, lines.size())
          .forEach(line -> all.add(Long.parseLong(line) / 1e6));
    }
    return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  double loop(double share) {
    return quantile(loop, share);
  }

  double latency(double share) {
    return quantile(latencies, share);
  }

  /** The value that this share of the sorted {@code values} does not exceed. */
  static double quantile(double[] values, double share) {
    return values[(int) Math.min(values.length - 1, Math.floor(values.length * share))];
  }
}
