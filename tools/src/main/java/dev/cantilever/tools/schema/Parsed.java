package dev.cantilever.tools.schema;

import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What came of parsing. */
public sealed interface Parsed<T> {

  /** A value that satisfies everything its record says. */
  record Valid<T>(T value) implements Parsed<T> {}

  /** Not such a value; all reasons at once. */
  record Invalid<T>(List<Problem> problems) implements Parsed<T> {

    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
