package dev.cantilever.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: what may be asked of a run that stands in which way. */
class RunActTest {

  private static final RunEvent PAUSE = new RunEvent.PauseRequested("wait", false);
  private static final RunEvent LATER = new RunEvent.PauseRequested("wait", true);
  private static final RunEvent SUSPENDED =
      new RunEvent.Suspended(new InstrumentId("stem"), "column pressure reads 1 mPa");
  private static final RunEvent HALT = new RunEvent.StopRequested("enough");
  private static final RunEvent ABORT = new RunEvent.AbortRequested("smoke");

  private static final Map<Standing, List<RunEvent>> HISTORIES =
      Map.of(
          Standing.RUNNING, List.of(PAUSE, new RunEvent.Continued()),
          Standing.PAUSED, List.of(SUSPENDED, LATER),
          Standing.SUSPENDED, List.of(SUSPENDED),
          Standing.HALTING, List.of(PAUSE, HALT),
          Standing.ABORTING, List.of(HALT, ABORT, new RunEvent.Resumed()),
          Standing.ENDED, List.of(ABORT, new RunEvent.Ended(RunStatus.ABORTED, "smoke")));

  private static final List<RunAct> ACTS = List.of(RunAct.values());
  private static final Map<Character, String> WORDS =
      Map.of(
          '.',
          "",
          'w',
          "it waits for an instrument",
          'n',
          "it is not paused",
          'e',
          "it is being ended already",
          'o',
          "it has ended");

  /** One letter for each act, in its order; a dot where it may be asked. */
  @ParameterizedTest
  @CsvSource({
    "RUNNING,  ..n...",
    "PAUSED,   ......",
    "SUSPENDED,..w...",
    "HALTING,  eeeee.",
    "ABORTING, eeeeee",
    "ENDED,    oooooo"
  })
  void eachActIsAskedInItsStatesOnly(Standing standing, String row) {
    RunState run = new RunState();
    HISTORIES.get(standing).forEach(event -> run.apply(Instant.EPOCH, Actor.RUNTIME, event));
    assertThat(Standing.of(run)).isEqualTo(standing);
    assertThat(row).hasSameSizeAs(ACTS);
    for (int i = 0; i < row.length(); i++) {
      RunAct act = ACTS.get(i);
      char letter = row.charAt(i);
      assertThat(act.refusal(standing).orElse(""))
          .as("%s while %s", act, standing)
          .startsWith(WORDS.get(letter))
          .matches(words -> words.isEmpty() == (letter == '.'));
    }
  }

  /** A run that is halted and then dies may be gone on with; one that is aborted only ends. */
  @ParameterizedTest
  @CsvSource({"false, RUNNING", "true, ABORTING"})
  void anAbortOutlivesTheProcess(boolean aborts, Standing after) {
    RunState run = new RunState();
    for (RunEvent event : List.of(aborts ? ABORT : HALT, new RunEvent.Resumed())) {
      run.apply(Instant.EPOCH, Actor.RUNTIME, event);
    }
    assertThat(Standing.of(run)).isEqualTo(after);
    assertThat(run.stopRequested().isPresent()).isEqualTo(aborts);
  }
}
