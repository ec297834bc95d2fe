package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.audit.Wishes;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that has gone on for days opens as one does that has not. */
class LongRunTest {

  private static final int ENTRIES = 100_000;
  private static final int OTHERS = 9;
  private static final int ROUNDS = 5;

  @TempDir private Path folder;

  @Test
  void aRunOfAHundredThousandEventsOpensWithinASecond() {
    try (Served served = new Served(folder, Limits.USUAL)) {
      RunId small =
          new Wishes(served.installation())
              .grant("map the loop area with 60 points, 30 at a time", 1)
              .run();
      warm(served, small);
      RunId run = Copied.repeated(served.installation().home(), small, ENTRIES);
      long began = System.nanoTime();
      long entries = open(served, run);
      double first = (System.nanoTime() - began) / 1e9;
      assertThat(entries).isGreaterThan(ENTRIES);
      Figures.atMost(
          "page-4c",
          "a run of %,d events opens: sheet, course and first calls, never read before"
              .formatted(entries),
          first,
          "s",
          1,
          "1");
    }
  }

  /** Others have looked through runs before; more of them than are kept, so that each is read. */
  private static void warm(Served served, RunId small) {
    Home home = served.installation().home();
    List<RunId> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(Copied.repeated(home, small, 1_000));
    }
    for (int round = 0; round < ROUNDS; round++) {
      others.forEach(run -> open(served, run));
    }
  }

  /** As the page opens it. */
  private static long open(Served served, RunId run) {
    long entries =
        served
            .get(Role.VIEWER, "/api/runs/%s/sheet".formatted(run))
            .json()
            .path("entries")
            .asLong();
    assertThat(
            served
                .get(Role.VIEWER, "/api/runs/%s/calls?limit=50".formatted(run))
                .json()
                .path("calls"))
        .hasSize(50);
    return entries;
  }
}
