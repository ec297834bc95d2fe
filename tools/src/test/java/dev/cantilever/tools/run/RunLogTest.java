package dev.cantilever.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

  private static final RunId RUN = new RunId("run-0001");

  @TempDir Path folder;

  @Test
  void everyEventSurvivesTheFile() {
    try (RunLog log = open()) {
      log.append(Actor.RUNTIME, Events.ALL, List.of());
    }
    try (RunLog log = RunLog.read(file(), RUN)) {
      assertThat(log.size()).isEqualTo(Events.ALL.size());
      assertThat(log.state().campaign())
          .isEqualTo(Events.ALL.stream().filter(CampaignEvent.class::isInstance).toList());
    }
  }

  @Test
  void aStopRequestedElsewhereIsSeenAfterRefresh() {
    try (RunLog runner = open();
        RunLog other = open()) {
      other.append(Actor.RUNTIME, List.of(new RunEvent.StopRequested("enough")), List.of());
      assertThat(runner.state().stopRequested()).isEmpty();
      assertThat(runner.refresh().stopRequested()).isPresent();
    }
  }

  @Test
  void theListenerIsToldTheStateAfterEveryAppend() {
    List<Integer> told = new ArrayList<>();
    try (RunLog log = open()) {
      log.listen(state -> told.add(state.campaign().size()));
      log.append(Actor.RUNTIME, List.of(new CampaignEvent.Finished("a")), List.of());
      log.append(Actor.RUNTIME, List.of(new CampaignEvent.Finished("b")), List.of());
    }
    assertThat(told).containsExactly(1, 2);
  }

  @Test
  void aLargeRewardLeavesTheJournalIntact() {
    try (RunLog log = open()) {
      log.append(
          Actor.RUNTIME,
          List.of(new CampaignEvent.Measured(1, Events.CALL, "sha256:00", 1e17)),
          List.of());
    }
    assertThat(JournalVerifier.verify(file(), RUN.value())).isInstanceOf(Verification.Intact.class);
  }

  private Path file() {
    return folder.resolve("journal.db");
  }

  private RunLog open() {
    return RunLog.open(file(), RUN, InstantSource.system());
  }
}
