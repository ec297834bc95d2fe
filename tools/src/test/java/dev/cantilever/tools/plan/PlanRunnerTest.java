package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRunnerTest {

  private static final RunId RUN = new RunId("run-0001");
  private static final InstrumentId PFM = new InstrumentId("pfm-pto");

  @TempDir private Path folder;

  @Test
  void finishedRunIsSealedVerifiesAndReplays() {
    Campaigns campaigns = new Campaigns(folder);
    RunOutcome outcome = campaigns.start(state -> {});
    assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunStatus.COMPLETED, ""));
    assertThat(JournalVerifier.verify(campaigns.home.journal(RUN), RUN.value()))
        .isInstanceOfSatisfying(
            Verification.Intact.class, intact -> assertThat(intact.sealed()).isTrue());
    try (RunLog log = campaigns.home.read(RUN)) {
      assertThat(Replayer.replay(campaigns.reader, log, campaigns.home).inWords())
          .isEqualTo("13 of 13 equal"); // plan, 3 batches, 7 rewards, 1 result
    }
  }

  @Test
  void stopEndsTheRunBeforeItsNextStepAndKeepsWhatWasMeasured() {
    Campaigns campaigns = new Campaigns(folder);
    RunOutcome outcome =
        campaigns.start(
            state -> {
              boolean fourAreMeasured =
                  CampaignState.of(state.campaign())
                      .filter(c -> c.measured().size() == 4)
                      .isPresent();
              if (fourAreMeasured && state.stopRequested().isEmpty() && state.ended().isEmpty()) {
                assertThat(campaigns.home.requestStop(RUN, "enough")).isTrue();
              }
            });
    assertThat(outcome.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(outcome.reason()).isEqualTo("enough");
    assertThat(CampaignState.of(campaigns.events(RUN)).orElseThrow().measured()).hasSize(4);
    assertThat(campaigns.home.requestStop(RUN, "again")).isFalse();
  }

  @Test
  void nothingBeginsBeforeTheStopOfItsInstrumentWasTried() {
    Campaigns campaigns = new Campaigns(folder);
    campaigns.start(state -> {});
    List<String> events = events(campaigns);
    int proof = events.indexOf("run.stop-proven pfm-pto true");
    assertThat(proof).isPositive();
    assertThat(events.subList(0, proof)).noneMatch(event -> event.startsWith("call."));
    assertThat(events.subList(proof, events.size())).anyMatch(event -> event.startsWith("call."));
  }

  @Test
  void anInstrumentThatSomebodyElseHoldsIsNotArmedAndTheRunDoesNothing() {
    Campaigns campaigns = new Campaigns(folder);
    Verdict.Ready ready = (Verdict.Ready) campaigns.check(Campaigns.plan(""));
    try (InstrumentRack other = InstrumentRack.open(campaigns.home.instruments())) {
      other.gate(PFM);
      RunOutcome outcome =
          campaigns
              .runner(state -> {})
              .start(ready.plan(), Campaigns.TESTER, Campaigns.TESTER, run -> {});
      assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
      assertThat(outcome.reason()).startsWith("pfm-pto: ");
    }
    assertThat(events(campaigns))
        .contains("run.stop-proven pfm-pto false")
        .noneMatch(event -> event.startsWith("call."));
  }

  /** As they stand in the journal, with what a proof says. */
  private static List<String> events(Campaigns campaigns) {
    try (Journal journal = Journal.read(campaigns.home.journal(RUN), RUN.value())) {
      return journal.fresh().stream()
          .map(
              entry ->
                  entry.type().equals("run.stop-proven")
                      ? "%s %s %s"
                          .formatted(
                              entry.type(),
                              entry.body().get("instrument").asText(),
                              entry.body().get("at_rest").asText())
                      : entry.type())
          .toList();
    }
  }

  /** As after a force that failed: see FailedForceTest of the journal. */
  @Test
  void aJournalThatDidNotReachTheDiskEndsTheRunAtOnceAndIsContinuedInAFreshFile() {
    Campaigns sound = new Campaigns(folder.resolve("sound"));
    sound.start(state -> {});
    Campaigns campaigns = new Campaigns(folder.resolve("doubtful"));
    Path doubt = campaigns.home.folder(RUN).resolve("journal.unforced");
    assertThatThrownBy(() -> campaigns.start(state -> doubtAfterFour(state, doubt)))
        .isInstanceOf(JournalFailure.class)
        .hasMessageContaining("did not reach the disk");
    int done = campaigns.ledger().size();
    assertThat(campaigns.events(RUN)).hasSizeLessThan(sound.events(RUN).size());
    RunOutcome outcome = campaigns.runner(state -> {}).resume(RUN, Campaigns.TESTER);
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(doubt).doesNotExist();
    assertThat(done).isLessThan(sound.ledger().size());
    assertThat(campaigns.ledger()).hasSameSizeAs(sound.ledger());
    assertThat(campaigns.numbers(RUN)).isEqualTo(sound.numbers(RUN));
    assertThat(JournalVerifier.verify(campaigns.home.journal(RUN), RUN.value()))
        .isInstanceOf(Verification.Intact.class);
  }

  private static void doubtAfterFour(RunState state, Path doubt) {
    boolean fourAreMeasured =
        CampaignState.of(state.campaign())
            .filter(campaign -> campaign.measured().size() == 4)
            .isPresent();
    if (fourAreMeasured) {
      try {
        Files.writeString(doubt, "");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Test
  void runIsKeptToOneProcess() {
    Campaigns campaigns = new Campaigns(folder);
    campaigns.start(
        state ->
            assertThat(RunLock.take(campaigns.home.folder(RUN))).as("while it runs").isEmpty());
    assertThat(RunLock.take(campaigns.home.folder(RUN))).as("afterwards").isPresent();
  }

  @Test
  void whatDoesNotExistCannotBeResumed() {
    assertThatThrownBy(
            () -> new Campaigns(folder).runner(state -> {}).resume(RUN, Campaigns.TESTER))
        .isInstanceOf(CannotResume.class)
        .hasMessageContaining("run-0001")
        .hasMessageContaining("runs lists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time: 10 s, travel: 10 mm, loops: 2500 | 16.45 s of instrument time and 7 loops are predicted",
        "time: 2 h, travel: 10 mm, loops: 6 | allows 7200 s and 6 a run"
      })
  void planOverTheBudgetIsRefusedBeforeAnythingMoves(String budget, String message) {
    Campaigns campaigns = new Campaigns(folder);
    campaigns.allow(budget);
    assertThat(campaigns.check(Campaigns.plan("")))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              Problem problem = refused.problems().getFirst();
              assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET);
              assertThat(problem.message()).contains(message);
            });
  }

  /** Travel is not predicted, so it is the gate that ends the run; resuming gives nothing back. */
  @Test
  void budgetOfTheRunHoldsOverACrash() {
    Campaigns campaigns = new Campaigns(folder);
    campaigns.allow("time: 2 h, travel: 5 µm, loops: 2500");
    RunOutcome outcome = campaigns.start(state -> {});
    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.reason()).contains("of travel").contains("allows");
    assertThat(campaigns.state(RUN).refused()).isEqualTo(1);
  }

  @Test
  void planWithSeveralMistakesNamesThemAll() {
    Verdict verdict =
        new Campaigns(folder)
            .check(Campaigns.plan(", \"seed\": \"x\", \"colour\": 1, \"kernel\": \"gauss\""));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::pointer)
                    .contains("/seed", "/colour", "/kernel"));
  }
}
