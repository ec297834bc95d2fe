package dev.cantilever.tools.report;

import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.StepEvent;
import java.util.List;

/** What a plan decided, found and asked on its way, in words. */
final class StepText {

  private StepText() {}

  static List<String> lines(RunState run) {
    return run.steps().stream().map(step -> "step " + step.step() + ": " + words(step)).toList();
  }

  private static String words(StepEvent event) {
    return switch (event) {
      case StepEvent.Judged judged ->
          "%s is %s (%s)"
              .formatted(judged.condition(), judged.holds(), String.join(", ", judged.values()));
      case StepEvent.Measured found ->
          "%s = %s"
              .formatted(found.name(), PlanText.value(StrictJson.ours(found.value().canonical())));
      case StepEvent.CheckpointReached reached -> "reached \"%s\"".formatted(reached.name());
      case StepEvent.Asked asked ->
          "asked \"%s\" (%s)".formatted(asked.question(), String.join(", ", asked.options()));
      case StepEvent.Answered answered -> "answered \"%s\"".formatted(answered.choice());
    };
  }
}
