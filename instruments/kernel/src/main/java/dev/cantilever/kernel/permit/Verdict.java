package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What the gate made of a command. */
public sealed interface Verdict {

  /** The driver never saw it. */
  record Refused(List<Problem> problems) implements Verdict {

    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** The driver was asked; this is the outcome. */
  record Acted(Outcome outcome) implements Verdict {}
}
