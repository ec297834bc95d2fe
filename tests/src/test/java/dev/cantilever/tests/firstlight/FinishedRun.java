package dev.cantilever.tests.firstlight;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small campaigns run in this process, for tests about what they leave. */
final class FinishedRun {

  private FinishedRun() {}

  static Installation installation(Path home) {
    return Installation.at(Optional.of(home), Map.of());
  }

  /** A campaign of so many points, finished; the name of its run. */
  static RunId of(Installation installation, int points, long seed) {
    String arguments =
        "{\"instrument\": \"pfm-pto\", \"points\": %d, \"bias_amplitude\": \"8.5 V\", \"seed\": %d}"
            .formatted(points, seed);
    JsonText canonical = new JsonText(CanonicalJson.text(StrictJson.ours(arguments)));
    Plan proposed = new Plan("a test", List.of(new Step.Call("campaign.start", canonical)));
    Actor tester = Installation.person(Actor.Channel.COMMAND_LINE);
    RunOutcome outcome =
        installation
            .runner(state -> {})
            .start(ready(installation, proposed).plan(), tester, tester, run -> {});
    return outcome.run();
  }

  private static Verdict.Ready ready(Installation installation, Plan proposed) {
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      Bench bench = rack;
      return (Verdict.Ready) new PlanCheck(installation.calls()).check(proposed, bench);
    }
  }
}
