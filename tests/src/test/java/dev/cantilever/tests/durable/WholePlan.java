package dev.cantilever.tests.durable;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A plan with every kind of step, on two instruments, and a campaign that is steered. */
final class WholePlan {

  private static final String TEXT =
      """
      goal: Every kind of step
      steps:
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - kind: for_each
          item: spot
          in: [{x: 1 mm, y: 2 mm}, {x: 3 mm, y: 2 mm}]
          steps:
            - kind: call
              tool: stage.move_to
              arguments: {instrument: library, target: {$: spot}, speed: 1 mm/s}
            - kind: call
              tool: raman.acquire
              arguments: {instrument: library, exposure: 1 s, power: 1 mW}
              as: look
            - kind: when
              condition: look.duration < 1 h
              steps:
                - {kind: measure, as: taken, value: {$: look.duration}}
        - {kind: checkpoint, name: all places were looked at}
        - {kind: ask, question: "Once more?", options: [yes, no], as: more, within: 1 min}
        - kind: when
          condition: more is "yes"
          steps:
            - kind: repeat
              at_most: 3
              until: again.debited.exposure >= 1 s
              steps:
                - kind: call
                  tool: raman.acquire
                  arguments: {instrument: library, exposure: 1 s, power: 1 mW}
                  as: again
        - kind: call
          tool: campaign.start
          arguments: {instrument: pfm-pto, points: POINTS, seed_points: 3, batch: 2, restarts: 1, bias_amplitude: 8.5 V}
      """;

  private WholePlan() {}

  static Installation installation(Path home) {
    return Installation.at(Optional.of(home), Map.of());
  }

  /** Checked, with a campaign of so many points. */
  static Plan of(Installation installation, int points) {
    Parsed<Plan> read = PlanDocument.read(TEXT.replace("POINTS", Integer.toString(points)));
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      Verdict verdict =
          new PlanCheck(installation.calls()).check(((Parsed.Valid<Plan>) read).value(), rack);
      return ((Verdict.Ready) verdict).plan();
    }
  }
}
