package dev.cantilever.tests.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while an entry is written, at every entry of a run in turn, and the disk keeps
 * some of what was not forced. Nothing that was forced is lost, and nothing is done twice.
 */
class PowerLossTest {

  private static final int POINTS = 7;
  private static final int POINTS_OF_A_LONG_ONE = 40;
  private static final int WORKERS = 2;
  private static final List<Disk.Loss> LOSSES = List.of(Disk.Loss.values());

  @TempDir(factory = InMemory.class)
  private Path folder;

  /** Looks at the disk after every entry. */
  private record Moments(Path home, List<Disk> disks) implements Consumer<RunState> {

    @Override
    public void accept(RunState run) {
      disks.add(Disk.of(home));
    }
  }

  private List<Disk> moments(Path home, int points) {
    Installation installation = WholePlan.installation(home);
    Plan plan = WholePlan.of(installation, points);
    Moments moments = new Moments(home, new ArrayList<>());
    RunOutcome ended =
        installation
            .runner(moments.andThen(new Company(installation)))
            .start(plan, Company.PERSON, Company.PERSON, run -> moments.accept(null));
    assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
    return moments.disks();
  }

  @Test
  void atEveryEntryOfAPlanWithEveryStep() throws Exception {
    Losses losses = losses(POINTS);
    Figures.atMost("runtime-2c", losses.words(), losses.wrong().size(), "cases", 0, "-");
    assertThat(losses.wrong()).isEmpty();
    assertThat(losses.entries()).isGreaterThan(60);
    assertThat(losses.cases()).isEqualTo(losses.entries() * LOSSES.size());
  }

  @Test
  @Tag("long")
  void atEveryEntryOfALongCampaign() throws Exception {
    Losses losses = losses(POINTS_OF_A_LONG_ONE);
    Figures.lastingAtMost("runtime-2e", losses.words(), losses.wrong().size(), "cases", 0, "-");
    assertThat(losses.wrong()).isEmpty();
    assertThat(losses.entries()).isGreaterThan(200);
  }

  /**
   * What came of losses of power at so many entries; fewer cases where the store folded its log
   * into the journal with an entry, so that more than the end of the log is new.
   */
  private record Losses(int cases, int entries, List<String> wrong) {

    String words() {
      return "lost, repeated or different after a loss of power, in %d cases at %d entries"
          .formatted(cases, entries);
    }
  }

  private Losses losses(int points) throws Exception {
    Path home = folder.resolve("undisturbed");
    List<Disk> disks = moments(home, points);
    Left undisturbed = Left.in(WholePlan.installation(home), home);
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int entry = 1; entry < disks.size(); entry++) {
      Disk before = disks.get(entry - 1);
      Disk during = disks.get(entry);
      List<Disk.Loss> losses = during.grew(before) ? LOSSES : List.of();
      for (Disk.Loss loss : losses) {
        String name = "%d-%s".formatted(entry, loss);
        work.add(() -> wrong(name, before, during.without(before, loss), undisturbed));
      }
    }
    List<String> wrong = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (Future<List<String>> one : workers.invokeAll(work)) {
        wrong.addAll(one.get());
      }
    }
    return new Losses(work.size(), disks.size() - 1, wrong);
  }

  /** What is wrong once somebody has gone on with what the disk kept. */
  private List<String> wrong(String name, Disk before, Disk kept, Left undisturbed) {
    Path home = folder.resolve(name);
    kept.into(home);
    Installation installation = WholePlan.installation(home);
    RunOutcome ended =
        installation.runner(new Company(installation)).resume(Company.RUN, Company.PERSON);
    List<String> wrong = new ArrayList<>();
    Path forced = folder.resolve(name + "-forced");
    before.into(forced);
    List<Entry> acknowledged = entries(forced);
    if (!entries(home).subList(0, acknowledged.size()).equals(acknowledged)) {
      wrong.add(name + ": lost");
    }
    Left left = Left.in(installation, home);
    if (!left.deeds().equals(undisturbed.deeds())) {
      wrong.add(name + ": did" + difference(undisturbed.deeds(), left.deeds()));
    }
    if (ended.status() != RunStatus.COMPLETED || !left.results().equals(undisturbed.results())) {
      wrong.add(name + ": ended with" + difference(undisturbed.results(), left.results()));
    }
    if (!Left.isReadable(installation)) {
      wrong.add(name + ": unreadable");
    }
    Disk.clear(home);
    Disk.clear(forced);
    return wrong;
  }

  private static String difference(List<String> expected, List<String> found) {
    List<String> more = new ArrayList<>(found);
    expected.forEach(more::remove);
    List<String> less = new ArrayList<>(expected);
    found.forEach(less::remove);
    return " more: " + more + " less: " + less;
  }

  private static List<Entry> entries(Path home) {
    Path file = WholePlan.installation(home).home().journal(Company.RUN);
    try (Journal journal = Journal.read(file, Company.RUN.value())) {
      return journal.fresh();
    }
  }
}
