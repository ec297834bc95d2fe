package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments, then {@code resume}: nothing is lost, nothing done twice. */
class CrashTest {

  private static final int KILLS = 200;
  private static final int WORKERS = 2;
  private static final int POINTS = 30;
  private static final String SENTENCE = "map the loop area with " + POINTS + " points";

  @TempDir(factory = InMemory.class)
  private Path folder;

  /** What a crashed and resumed campaign left, against the undisturbed one. */
  private record Tally(int kills, int differentNumbers, int lost, int repeated) {

    Tally plus(Tally other) {
      return new Tally(
          kills + other.kills,
          differentNumbers + other.differentNumbers,
          lost + other.lost,
          repeated + other.repeated);
    }
  }

  @Test
  void killedAnywhereAndResumedTheNumbersAreThoseOfTheUndisturbedRun() throws Exception {
    List<String> undisturbed = numbers(undisturbed());
    Tally sum = new Tally(0, 0, 0, 0);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Callable<Tally>> work = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int number = worker;
        work.add(() -> crashes(number, undisturbed));
      }
      for (Future<Tally> future : workers.invokeAll(work)) {
        sum = sum.plus(future.get());
      }
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
    Figures.atMost(
        "first-light-3a",
        "runs with other numbers after " + sum.kills() + " kills",
        sum.differentNumbers(),
        "runs",
        0,
        "1-2");
    Figures.atMost(
        "first-light-3b",
        "measurements lost, by the instrument's own ledger",
        sum.lost(),
        "loops",
        0,
        "1-2");
    Figures.atMost(
        "first-light-3c",
        "measurements repeated, by the instrument's own ledger",
        sum.repeated(),
        "loops",
        0,
        "1-2");
    assertThat(sum.kills()).isGreaterThanOrEqualTo(KILLS);
    assertThat(sum).isEqualTo(new Tally(sum.kills(), 0, 0, 0));
  }

  private Installation undisturbed() {
    Path home = folder.resolve("undisturbed");
    Program.Ended ended =
        new Program(home, "-XX:TieredStopAtLevel=1").run("ask", SENTENCE, "--yes", "--seed", "4");
    assertThat(ended.exitCode()).as(ended.out()).isZero();
    return FinishedRun.installation(home);
  }

  /** One worker's share of the kills, over as many campaigns as that takes. */
  private Tally crashes(int worker, List<String> undisturbed)
      throws IOException, InterruptedException {
    RandomStream moments = RandomStream.of(worker + 1, "moments");
    Tally sum = new Tally(0, 0, 0, 0);
    for (int campaign = 0; sum.kills() < KILLS / WORKERS; campaign++) {
      Path home = folder.resolve("crash-%d-%d".formatted(worker, campaign));
      int kills = killUntilFinished(home, moments);
      sum = sum.plus(judged(home, undisturbed, kills));
    }
    return sum;
  }

  /** Kills the first process and those that resume it, and lets the one after twenty kills end. */
  private int killUntilFinished(Path home, RandomStream moments)
      throws IOException, InterruptedException {
    Program program = new Program(home, "-XX:TieredStopAtLevel=1");
    Path out = Files.createTempFile(folder, "crash", ".out");
    int kills = 0;
    while (true) {
      boolean begun = !FinishedRun.installation(home).home().runs().isEmpty();
      Process process =
          begun
              ? program.start(out, "resume", "last")
              : program.start(out, "ask", SENTENCE, "--yes", "--seed", "4");
      long patience = kills < 20 ? 200 + moments.nextInt(500) : 60_000;
      if (process.waitFor(patience, TimeUnit.MILLISECONDS)) {
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return kills;
      }
      process.destroyForcibly().waitFor();
      kills++;
    }
  }

  private static Tally judged(Path home, List<String> undisturbed, int kills) {
    Installation installation = FinishedRun.installation(home);
    List<String> loops =
        new Program(home).deeds().stream().filter(line -> line.contains("spm.loop")).toList();
    long places = loops.stream().map(CrashTest::place).distinct().count();
    return new Tally(
        kills,
        numbers(installation).equals(undisturbed) ? 0 : 1,
        POINTS - (int) places,
        loops.size() - (int) places);
  }

  private static String place(String ledgerLine) {
    String[] part = ledgerLine.split("\t", -1);
    return part[2] + " " + part[3];
  }

  /** Every decision and every reward of the one finished run, in order. */
  private static List<String> numbers(Installation installation) {
    List<RunId> runs = installation.home().runs();
    assertThat(runs).hasSize(1);
    List<String> numbers = new ArrayList<>();
    try (RunLog log = installation.home().read(runs.getFirst())) {
      assertThat(log.state().ended().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
      for (CampaignEvent event : log.state().campaign()) {
        switch (event) {
          case CampaignEvent.BatchProposed batch -> numbers.add(batch.sites() + " " + batch.why());
          case CampaignEvent.Measured one -> numbers.add(one.site() + " " + one.reward());
          case CampaignEvent.Masked one -> numbers.add(one.toString());
          case CampaignEvent.Started started -> numbers.add(started.specification().canonical());
          case CampaignEvent.Steered steered -> numbers.add(steered.change().canonical());
          case CampaignEvent.Revalued one -> numbers.add(one.toString());
          case CampaignEvent.Finished finished -> numbers.add(finished.reason());
        }
      }
    }
    return numbers;
  }
}
