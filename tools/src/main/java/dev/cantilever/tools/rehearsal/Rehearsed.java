package dev.cantilever.tools.rehearsal;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What came of a rehearsal. */
public sealed interface Rehearsed {

  /**
   * It was run through, or as far as it went.
   *
   * @param reason why it did not come to its end; empty where it did
   * @param spent what each instrument used up
   * @param findings what was measured, in order
   * @param times instrument time over all rehearsals that came to their end
   * @param cutShort whether it was ended because it took too long
   * @param page the report with pictures
   */
  record Ran(
      RunStatus status,
      String reason,
      Map<InstrumentId, Cost> spent,
      List<StepEvent.Measured> findings,
      Map<InstrumentId, Spread> times,
      boolean cutShort,
      Path page)
      implements Rehearsed {

    public Ran {
      findings = List.copyOf(findings);
    }
  }

  /** It cannot be run, rehearsed or not. */
  record Refused(List<Problem> problems) implements Rehearsed {

    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** There is nothing to rehearse it on; says what to do. */
  record NoStage(String reason) implements Rehearsed {}
}
