package dev.cantilever.agent.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ForeignUse;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans with foreign tools, from a person's yes to the replay. */
class ForeignRunTest {

  private static final Actor PERSON = Installation.person(Actor.Channel.COMMAND_LINE);

  private static final String PLAN =
      """
      goal: order what the weather wants
      steps:
        - kind: call
          tool: foreign.weather.get_x2d__x46_orecast
          arguments: {city: Knoxville}
          as: w
        - kind: when
          condition: w.data.celsius > 20
          steps:
            - kind: call
              tool: foreign.weather.order
              arguments: {what: shade}
              as: ordered
      """;

  @TempDir private Path home;

  private static Verdict.Ready checked(Installation installation) {
    Plan plan = ((Parsed.Valid<Plan>) PlanDocument.read(PLAN)).value();
    try (Desk desk = installation.desk()) {
      return (Verdict.Ready) desk.check(plan);
    }
  }

  @Test
  void whatAPersonApprovedRunsAndIsReplayedFromTheLogAlone() throws Exception {
    Weather weather =
        new Weather(home)
            .says(Weather.WORDS)
            .allow("get-Forecast", ForeignUse.READS)
            .allow("order", ForeignUse.ACTS);
    Installation installation = weather.installation();
    Plan plan = checked(installation).plan();
    Rehearsed rehearsed = installation.rehearsal(state -> {}).of(plan);
    assertThat(rehearsed.toString()).contains("a rehearsal calls no foreign server");

    RunOutcome outcome = installation.runner(state -> {}).start(plan, PERSON, PERSON, run -> {});
    assertThat(outcome.status()).as(outcome.reason()).isEqualTo(RunStatus.COMPLETED);
    assertThat(installation.home().find(outcome.run()).orElseThrow().calls())
        .hasSize(2)
        .allMatch(call -> call.result().isPresent());

    for (String tool : new String[] {"get-Forecast", "order"}) {
      new House(installation.home()).forbid("weather", tool, PERSON);
    }
    Files.delete(home.resolve(ServersFile.NAME));
    Installation later = weather.installation();
    try (RunLog log = later.home().read(outcome.run())) {
      ReplayReport report = Replayer.replay(later.calls(), log, later.home());
      assertThat(report.differences()).isEmpty();
      assertThat(report.isEqual()).isTrue();
    }
  }

  @Test
  void anApprovalDoesNotOutliveTheDescriptionThatItWasGivenUnder() {
    Weather weather =
        new Weather(home)
            .says(Weather.WORDS)
            .allow("get-Forecast", ForeignUse.READS)
            .allow("order", ForeignUse.ACTS);
    Installation installation = weather.installation();
    Plan plan = checked(installation).plan();
    new House(installation.home()).forbid("weather", "order", PERSON);
    RunOutcome outcome = installation.runner(state -> {}).start(plan, PERSON, PERSON, run -> {});
    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.reason()).contains("nobody allows it here any more");
  }
}
