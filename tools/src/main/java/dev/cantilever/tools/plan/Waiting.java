package dev.cantilever.tools.plan;

import dev.cantilever.tools.run.LookAgain;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Optional;

/** Waits until somebody's answer stands in the journal, whichever process wrote it. */
record Waiting(RunLog log) {

  /** The answer; empty where nobody gave one in time or the run was stopped meanwhile. */
  Optional<String> answer(String step, TimeSpan within) {
    long end = System.nanoTime() + Math.round(within.seconds() * 1e9);
    while (true) {
      Optional<String> answer = said(step);
      boolean over = System.nanoTime() - end >= 0 || log.state().stopRequested().isPresent();
      if (answer.isPresent() || over || !LookAgain.soon()) {
        return answer;
      }
    }
  }

  private Optional<String> said(String step) {
    return log.refresh().steps().stream()
        .filter(StepEvent.Answered.class::isInstance)
        .map(StepEvent.Answered.class::cast)
        .filter(answer -> answer.step().equals(step))
        .map(StepEvent.Answered::choice)
        .findFirst();
  }
}
