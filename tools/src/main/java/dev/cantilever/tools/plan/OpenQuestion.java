package dev.cantilever.tools.plan;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Optional;

/** The question for which a run waits. */
public final class OpenQuestion {

  private OpenQuestion() {}

  /** It, if there is one. */
  public static Optional<StepEvent.Asked> of(RunState run) {
    if (run.ended().isPresent() || run.steps().isEmpty()) {
      return Optional.empty();
    }
    return run.steps().getLast() instanceof StepEvent.Asked asked
        ? Optional.of(asked)
        : Optional.empty();
  }

  /** Answers it, from whichever process; yields why not, or empty where it is answered. */
  public static Optional<String> answer(Home home, RunId run, String choice, Actor person) {
    Optional<StepEvent.Asked> asked = home.find(run).flatMap(OpenQuestion::of);
    if (asked.isEmpty()) {
      return Optional.of(run + " waits for no answer");
    }
    if (!asked.get().options().contains(choice)) {
      return Optional.of(
          "\"%s\" is none of the answers to \"%s\": %s"
              .formatted(choice, asked.get().question(), String.join(", ", asked.get().options())));
    }
    try (RunLog log = home.open(run)) {
      log.append(person, List.of(new StepEvent.Answered(asked.get().step(), choice)), List.of());
    }
    return Optional.empty();
  }
}
