package dev.cantilever.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.CannotResume;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was made with a native library, in a process that computes by itself. */
class ArithmeticTest {

  private static final RunId RUN = new RunId("run-0001");
  private static final String LIBRARY = "/usr/lib/libopenblasp-r0.3.21.so";

  @TempDir Path folder;

  private final CallReader reader = new CallReader(Toolbox.standard());

  private Home home() {
    Home home = new Home(folder, InstantSource.system());
    RunEvent opened =
        new RunEvent.Opened(
            "cantilever",
            new Plan("a test", List.of()),
            "hash",
            List.of(),
            Optional.of(LIBRARY),
            Optional.empty());
    try (RunLog log = home.open(RUN)) {
      log.append(Actor.RUNTIME, List.of(opened), List.of());
    }
    return home;
  }

  @Test
  void isNotReplayedAndTheReasonNamesTheLibrary() {
    Home home = home();
    try (RunLog log = home.read(RUN)) {
      ReplayReport report = Replayer.replay(reader, log, home);
      assertThat(report.inWords()).isEqualTo("0 of 1 equal");
      ReplayReport.Difference only = report.differences().getFirst();
      assertThat(only.journalled()).isEqualTo("native linear algebra, " + LIBRARY);
      assertThat(only.recomputed())
          .contains("the program's own linear algebra", "CANTILEVER_LINEAR_ALGEBRA=native");
    }
  }

  @Test
  void isNotGoneOnWithInOtherBits() {
    PlanRunner runner = new PlanRunner(home(), reader, "test", state -> {});
    assertThatThrownBy(() -> runner.resume(RUN, Actor.RUNTIME))
        .isInstanceOf(CannotResume.class)
        .hasMessageContaining(LIBRARY);
  }

  @Test
  void aRunOfTheProgramsOwnArithmeticDoesNotMentionIt() {
    RunEvent.Opened own =
        new RunEvent.Opened(
            "cantilever",
            new Plan("a test", List.of()),
            "hash",
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(EventCodec.write(own).toString()).doesNotContain("linear");
    assertThat(Arithmetic.here()).isEqualTo(Arithmetic.OWN);
  }
}
