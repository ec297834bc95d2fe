package dev.cantilever.numerics.space;

import java.util.List;

/** An axis, a space or a condition that cannot be; it says everything that is wrong at once. */
public final class InvalidInput extends IllegalArgumentException {

  private static final int MOST_IN_MESSAGE = 20;

  private final List<String> problems;

  InvalidInput(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, each a sentence of its own; at least one. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    String first =
        String.join("; ", problems.subList(0, Math.min(MOST_IN_MESSAGE, problems.size())));
    int more = problems.size() - MOST_IN_MESSAGE;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
