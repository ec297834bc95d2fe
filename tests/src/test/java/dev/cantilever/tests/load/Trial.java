package dev.cantilever.tests.load;

import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.Tail;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Eight campaigns, watched by so many.
 *
 * @param loop from each tick of an instrument until its next command came, ms
 * @param latencies from the time in an entry until a watcher had it, ms
 * @param lost entries that somebody did not see, or saw twice or out of order
 */
record Trial(double[] loop, double[] latencies, long lost) {

  /** Of the entries, as warm-up. */
  private static final double NOT_COUNTED = 0.1;

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
    Path seen = laboratory.home().resolve("seen-" + runs.getFirst());
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(Laboratory.java());
    command.add(Crowd.class.getName());
    command.addAll(List.of(String.valueOf(laboratory.port()), String.join(",", laboratory.secrets())));
    command.addAll(List.of(String.valueOf(watchers), seen.toString()));
    command.addAll(runs);
    Process crowd =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader told =
        new BufferedReader(
            new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8))) {
      told.readLine();
      laboratory.go(runs);
      crowd.waitFor();
    } finally {
      crowd.destroy();
    }
    return with(loop(laboratory), laboratory, runs, seen);
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
      lines.subList((int) (lines.size() * NOT_COUNTED), lines.size())
          .forEach(line -> all.add(Long.parseLong(line) / 1e6));
    }
    return sorted(all.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Trial with(
      double[] loop, Laboratory laboratory, List<String> runs, Path seen) throws IOException {
    List<long[]> written = new ArrayList<>();
    for (String run : runs) {
      written.add(times(laboratory.home().resolve("runs").resolve(run).resolve("journal.db"), run));
    }
    double[] latencies = new double[1 << 22];
    int many = 0;
    long lost = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(seen), 1 << 16))) {
      int watchers = in.readInt();
      for (int i = 0; i < watchers; i++) {
        long[] of = written.get(in.readInt());
        int entries = in.readInt();
        lost += Math.abs(of.length - entries);
        for (int at = 0; at < entries; at++) {
          long id = in.readLong();
          long micros = in.readLong();
          lost += id == at ? 0 : 1;
          if (id > of.length * NOT_COUNTED && id < of.length && many < latencies.length) {
            latencies[many++] = (micros - of[(int) id]) / 1e3;
          }
        }
      }
    }
    Files.delete(seen);
    return new Trial(loop, sorted(Arrays.copyOf(latencies, many)), lost);
  }

  private static long[] times(Path journal, String run) {
    try (Tail tail = Tail.of(new JournalPlace.InFile(journal), run)) {
      return tail.from(0, 1_000_000).stream().mapToLong(Trial::micros).toArray();
    }
  }

  private static long micros(Entry entry) {
    Instant time = Instant.parse(entry.ts());
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  /** The value that this share of the sorted {@code values} does not exceed. */
  static double quantile(double[] values, double share) {
    return values[(int) Math.min(values.length - 1, Math.floor(values.length * share))];
  }
}
