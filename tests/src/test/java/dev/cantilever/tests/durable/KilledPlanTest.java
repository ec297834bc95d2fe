package dev.cantilever.tests.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments, then another process: nothing is lost, nothing done twice. */
class KilledPlanTest {

  private static final int WORKERS = 2;
  private static final int POINTS = 7;
  private static final int KILLS_OF_ONE_RUN = 20;

  /** A process is killed behind so many of its entries at most, and so much later at most. */
  private static final int MOST_ENTRIES = 20;

  private static final int MOST_MICROS = 15_000;

  /** Somewhere in the middle, from where its recovery is killed again and again. */
  private static final int MIDDLE = 30;

  /** The first says that it goes on, the second what became of an open call. */
  private static final int ENTRIES_OF_A_RECOVERY = 2;

  private static final long PATIENCE_MICROS = 60_000_000;

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Left undisturbed;

  /** What killed runs left, against the undisturbed one. */
  private record Tally(int kills, int different, int lost, int repeated, int unreadable) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          kills + other.kills,
          different + other.different,
          lost + other.lost,
          repeated + other.repeated,
          unreadable + other.unreadable);
    }

    int wrong() {
      return different + lost + repeated + unreadable;
    }
  }

  @BeforeEach
  void runUndisturbed() throws Exception {
    Path home = folder.resolve("undisturbed");
    Child.warm(home, POINTS);
    undisturbed = Left.in(WholePlan.installation(home), home);
    assertThat(undisturbed.deeds()).hasSize(6 + 2 * POINTS);
  }

  @Test
  void aHundredTimes() throws Exception {
    Tally sum = killed(100);
    String kills = " after " + sum.kills() + " kills";
    Figures.atMost(
        "first-light-3a", "runs with other numbers" + kills, sum.different(), "runs", 0, "1-2");
    Figures.atMost("first-light-3b", "results lost" + kills, sum.lost(), "results", 0, "1-2");
    Figures.atMost(
        "first-light-3c",
        "deeds repeated, by the instruments' own ledgers",
        sum.repeated(),
        "deeds",
        0,
        "1-2");
    Figures.atMost(
        "runtime-2a",
        "lost, repeated, unreadable or different after %d kills of plans with every step"
            .formatted(sum.kills()),
        sum.wrong(),
        "cases",
        0,
        "1-2");
    assertThat(sum).isEqualTo(new Tally(sum.kills(), 0, 0, 0, 0));
  }

  @Test
  @Tag("long")
  void aThousandTimes() throws Exception {
    Tally sum = killed(1_000);
    Figures.lastingAtMost(
        "runtime-2b",
        "lost, repeated, unreadable or different after %d kills of plans with every step"
            .formatted(sum.kills()),
        sum.wrong(),
        "cases",
        0,
        "1-2");
    assertThat(sum).isEqualTo(new Tally(sum.kills(), 0, 0, 0, 0));
  }

  @Test
  @Tag("long")
  void aHundredTimesWhileItRecovers() throws Exception {
    Path home = folder.resolve("recovering");
    Installation installation = WholePlan.installation(home);
    RandomStream moments = RandomStream.of(1, "moments of recovery");
    Set<String> acknowledged = new HashSet<>();
    assertThat(life(home, MIDDLE, moments.nextInt(MOST_MICROS), acknowledged)).isFalse();
    int unreadable = 0;
    for (int kill = 0; kill < 100; kill++) {
      int entries = moments.nextInt(ENTRIES_OF_A_RECOVERY + 1);
      assertThat(life(home, entries, moments.nextInt(MOST_MICROS), acknowledged)).isFalse();
      unreadable += Left.isReadable(installation) ? 0 : 1;
    }
    assertThat(life(home, 0, PATIENCE_MICROS, acknowledged)).isTrue();
    Tally sum = judged(installation, home, acknowledged).plus(new Tally(101, 0, 0, 0, unreadable));
    Figures.lastingAtMost(
        "runtime-2d",
        "lost, repeated, unreadable or different after 100 kills of the recovery of one run",
        sum.wrong(),
        "cases",
        0,
        "1");
    assertThat(sum).isEqualTo(new Tally(sum.kills(), 0, 0, 0, 0));
  }

  private Tally killed(int kills) throws Exception {
    List<Callable<Tally>> work = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      int number = worker;
      work.add(() -> killed(number, kills / WORKERS));
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      Tally sum = Tally.NOTHING;
      for (Future<Tally> one : workers.invokeAll(work)) {
        sum = sum.plus(one.get());
      }
      return sum;
    }
  }

  /** One worker's share, over as many runs as that takes. */
  private Tally killed(int worker, int kills) throws IOException, InterruptedException {
    RandomStream moments = RandomStream.of(worker + 1, "moments");
    Tally sum = Tally.NOTHING;
    for (int run = 0; sum.kills() < kills; run++) {
      Path home = folder.resolve("killed-%d-%d".formatted(worker, run));
      sum = sum.plus(killedUntilFinished(home, moments, kills - sum.kills()));
    }
    return sum;
  }

  private Tally killedUntilFinished(Path home, RandomStream moments, int most)
      throws IOException, InterruptedException {
    Installation installation = WholePlan.installation(home);
    Set<String> acknowledged = new HashSet<>();
    int unreadable = 0;
    for (int kills = 0; ; kills++) {
      boolean isSpared = kills == Math.min(most, KILLS_OF_ONE_RUN);
      int entries = moments.nextInt(MOST_ENTRIES + 1);
      long patience = isSpared ? PATIENCE_MICROS : moments.nextInt(MOST_MICROS);
      boolean hasEnded = life(home, entries, patience, acknowledged);
      unreadable += Left.isReadable(installation) ? 0 : 1;
      if (hasEnded) {
        return judged(installation, home, acknowledged).plus(new Tally(kills, 0, 0, 0, unreadable));
      }
    }
  }

  /**
   * One process, killed so many microseconds behind so many of its entries; whether it had ended by
   * itself before.
   */
  private static boolean life(Path home, int entries, long micros, Set<String> acknowledged)
      throws IOException, InterruptedException {
    Process process = Child.start(home, POINTS);
    try (BufferedReader out = process.inputReader()) {
      List<String> said = new ArrayList<>();
      until(PlanProcess.UP, out, said);
      for (int entry = 0; entry < entries; entry++) {
        until(PlanProcess.ENTRY, out, said);
      }
      boolean hasEnded = process.waitFor(micros, TimeUnit.MICROSECONDS);
      process.toHandle().destroyForcibly(); // leaves what it said
      process.waitFor();
      out.lines().forEach(said::add);
      acknowledged.addAll(Child.acknowledged(said));
      assertThat(hasEnded || micros < PATIENCE_MICROS).as(said.toString()).isTrue();
      return hasEnded;
    }
  }

  private static void until(String word, BufferedReader out, List<String> said) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.equals(word)) {
        return;
      }
    }
  }

  private Tally judged(Installation installation, Path home, Set<String> acknowledged) {
    Left left = Left.in(installation, home);
    List<String> more = new ArrayList<>(left.deeds());
    undisturbed.deeds().forEach(more::remove);
    List<String> missing = new ArrayList<>(undisturbed.deeds());
    left.deeds().forEach(missing::remove);
    return new Tally(
        0,
        left.results().equals(undisturbed.results()) ? 0 : 1,
        Left.lost(installation, acknowledged).size() + missing.size(),
        more.size(),
        0);
  }
}
