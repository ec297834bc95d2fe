package dev.cantilever.tools.plan;

import dev.cantilever.vocabulary.problem.Problem;

/** Nothing runs on this approval; the message says why. */
public final class NotApproved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  NotApproved(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
