package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** The verdict on one command. */
public sealed interface Decision {

  /** Inside the envelope. */
  record Permitted() implements Decision {}

  /** Outside; every reason that was found. */
  record Refused(List<Problem> problems) implements Decision {

    public Refused {
      problems = List.copyOf(problems);
    }
  }

  static Decision of(List<Problem> problems) {
    return problems.isEmpty() ? new Permitted() : new Refused(problems);
  }
}
