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

/** A crowd that watches some runs until all of them have ended. */
final class Gathering implements AutoCloseable {

  private final Laboratory laboratory;
  private final List<String> runs;
  private final Path file;
  private final Process crowd;

  private Gathering(Laboratory laboratory, List<String> runs, Path file, Process crowd) {
    this.laboratory = laboratory;
    this.runs = runs;
    this.file = file;
    this.crowd = crowd;
  }

  /**
   * What it saw.
   *
   * @param latencies from the time in an entry until a watcher had it, ms, sorted; without the
   *     first tenth
   * @param lost entries that somebody did not see, or saw twice or out of order
   */
  record Seen(double[] latencies, long lost) {}

  /** Returns when everybody is there. */
  static Gathering of(Laboratory laboratory, List<String> runs, int many) throws IOException {
    Path file = laboratory.home().resolve("seen-" + runs.getFirst());
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(Laboratory.java());
    command.add(Crowd.class.getName());
    command.add(String.valueOf(laboratory.port()));
    command.add(String.join(",", laboratory.secrets()));
    command.addAll(List.of(String.valueOf(many), file.toString()));
    command.addAll(runs);
    Process crowd =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader told =
        new BufferedReader(new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8));
    told.readLine();
    return new Gathering(laboratory, runs, file, crowd);
  }

  /** Waits until everybody has seen the end. */
  Seen seen() throws IOException, InterruptedException {
    crowd.waitFor();
    List<long[]> written = runs.stream().map(this::times).toList();
    double[] latencies = new double[1 << 20];
    int many = 0;
    long lost = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (int watchers = in.readInt(); watchers > 0; watchers--) {
        long[] of = written.get(in.readInt());
        int entries = in.readInt();
        lost += Math.abs(of.length - entries);
        for (int at = 0; at < entries; at++) {
          long id = in.readLong();
          long micros = in.readLong();
          lost += id == at ? 0 : 1;
          if (id > of.length / 10 && id < of.length) {
            latencies = many < latencies.length ? latencies : Arrays.copyOf(latencies, 2 * many);
            latencies[many++] = (micros - of[(int) id]) / 1e3;
          }
        }
      }
    }
    double[] sorted = Arrays.copyOf(latencies, many);
    Arrays.sort(sorted);
    return new Seen(sorted, lost);
  }

  private long[] times(String run) {
    Path journal = laboratory.home().resolve("runs").resolve(run).resolve("journal.db");
    try (Tail tail = Tail.of(new JournalPlace.InFile(journal), run)) {
      return tail.from(0, 1_000_000).stream().mapToLong(Gathering::micros).toArray();
    }
  }

  private static long micros(Entry entry) {
    Instant time = Instant.parse(entry.ts());
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  @Override
  public void close() {
    crowd.destroy();
  }
}
