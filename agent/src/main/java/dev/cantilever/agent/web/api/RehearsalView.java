package dev.cantilever.agent.web.api;

import dev.cantilever.agent.request.RehearsalText;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param words the same as lines for people
 */
public record RehearsalView(
    RunStatus status,
    String reason,
    List<Spent> spent,
    List<StepEvent.Measured> findings,
    List<String> words) {

  public RehearsalView {
    spent = List.copyOf(spent);
    findings = List.copyOf(findings);
    words = List.copyOf(words);
  }

  /** What one instrument would use up. */
  public record Spent(InstrumentId instrument, Cost cost) {}

  static RehearsalView of(Rehearsed.Ran ran) {
    List<Spent> spent =
        ran.spent().entrySet().stream()
            .map(one -> new Spent(one.getKey(), one.getValue()))
            .sorted((a, b) -> a.instrument().value().compareTo(b.instrument().value()))
            .toList();
    return new RehearsalView(
        ran.status(), ran.reason(), spent, ran.findings(), RehearsalText.withoutPictures(ran));
  }
}
