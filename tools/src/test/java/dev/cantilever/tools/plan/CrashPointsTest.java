package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash right after every single append to the journal, one after the other. */
class CrashPointsTest {

  private static final RunId RUN = new RunId("run-0001");

  @TempDir private Path folder;

  /** Dies when its count is used up. */
  private static final class Crash extends RuntimeException implements Consumer<RunState> {

    private static final long serialVersionUID = 1L;
    private int appendsLeft;

    Crash(int appendsLeft) {
      this.appendsLeft = appendsLeft;
    }

    @Override
    public void accept(RunState state) {
      if (appendsLeft-- == 0) {
        throw this;
      }
    }
  }

  @Test
  void resumedFromAnyPointTheNumbersAreThoseOfTheUndisturbedRun() {
    Campaigns undisturbed = new Campaigns(folder.resolve("undisturbed"));
    undisturbed.start(state -> {});
    List<String> expected = undisturbed.numbers(RUN);
    int crashes = 0;
    for (boolean finished = false; !finished; crashes++) {
      Campaigns campaigns = new Campaigns(folder.resolve("crash-" + crashes));
      finished = !hasCrashed(campaigns, new Crash(crashes));
      RunOutcome outcome = campaigns.runner(state -> {}).resume(RUN, Campaigns.TESTER);
      assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(campaigns.numbers(RUN)).as("crash after append %d", crashes).isEqualTo(expected);
      assertThat(campaigns.ledger().stream().filter(line -> line.contains("spm.loop"))).hasSize(7);
    }
    assertThat(crashes).as("appends of one run").isGreaterThan(30);
  }

  /** Two crashes in a row, the second one while the run was being resumed. */
  @Test
  void resumingCanCrashAsWell() {
    Campaigns campaigns = new Campaigns(folder);
    assertThat(hasCrashed(campaigns, new Crash(11))).isTrue();
    for (int crash = 0; crash < 5; crash++) {
      Crash next = new Crash(3);
      assertThat(catchThrowable(() -> campaigns.runner(next).resume(RUN, Campaigns.TESTER)))
          .isSameAs(next);
    }
    campaigns.runner(state -> {}).resume(RUN, Campaigns.TESTER);
    assertThat(campaigns.ledger().stream().filter(line -> line.contains("spm.loop"))).hasSize(7);
  }

  private static boolean hasCrashed(Campaigns campaigns, Crash crash) {
    try {
      campaigns.start(crash);
      return false;
    } catch (Crash planned) {
      return true;
    }
  }
}
