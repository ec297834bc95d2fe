package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Every reason against one command, in the order in which they were found. */
final class Refusals {

  private final List<Problem> problems = new ArrayList<>();

  void add(ProblemCode code, String message) {
    problems.add(Problem.of(code, message));
  }

  Decision decision() {
    return Decision.of(problems);
  }
}
