package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns of several kinds, worked out again from their logs. */
class ReplaysTest {

  private static final String[] WISHES = {
    "map the loop area with 14 points, 4 at a time",
    "Find the toughest crossed barrel with 8 trials",
    "map the loop area with 20 points, 10 at a time",
    "Find the largest heat capacity of the Ising model with 6 simulations",
    "Collect behaviours of the Ising model with 6 simulations"
  };

  @TempDir(factory = InMemory.class)
  private Path folder;

  @Test
  void fiveCampaignsAreEqual() {
    int different = different(WISHES.length);
    Figures.atMost(
        "runtime-4b",
        "of 5 campaigns, replays with a differing bit",
        different,
        "campaigns",
        0,
        "0-4");
    assertThat(different).isZero();
  }

  @Test
  @Tag("long")
  void aHundredCampaignsAreEqual() {
    int different = different(100);
    Figures.lastingAtMost(
        "runtime-4b-all",
        "of 100 campaigns, replays with a differing bit",
        different,
        "campaigns",
        0,
        "0-99");
    assertThat(different).isZero();
  }

  private int different(int campaigns) {
    Wishes wishes = new Wishes(folder);
    int different = 0;
    for (int seed = 0; seed < campaigns; seed++) {
      RunId run = wishes.grant(WISHES[seed % WISHES.length], seed).run();
      try (RunLog log = wishes.installation().home().read(run)) {
        ReplayReport report =
            Replayer.replay(wishes.installation().calls(), log, wishes.installation().home());
        assertThat(report.compared()).isGreaterThan(5);
        different += report.isEqual() ? 0 : 1;
      }
    }
    return different;
  }
}
