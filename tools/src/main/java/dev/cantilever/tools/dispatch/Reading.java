package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What the text of a call reads as. */
public sealed interface Reading {

  /**
   * A well-formed call.
   *
   * @param step tool and canonical arguments
   */
  record Understood<I extends Record, O extends Record>(
      Catalogue.Entry<I, O> entry, I input, Step.Call step) implements Reading {}

  /** Not a call; every reason. */
  record Malformed(List<Problem> problems) implements Reading {

    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
