package dev.cantilever.tools.plan;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What came of checking a plan. */
public sealed interface Verdict {

  /** As far as it could be read. */
  Plan plan();

  /**
   * It can run, if a person says yes.
   *
   * @param hash SHA-256 of the plan's canonical form
   * @param predicted what it would use up
   */
  record Ready(Plan plan, String hash, Cost predicted) implements Verdict {}

  /** It cannot; every reason, each with the number of its step. */
  record Refused(Plan plan, List<Problem> problems) implements Verdict {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
