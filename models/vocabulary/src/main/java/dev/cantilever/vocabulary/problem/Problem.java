package dev.cantilever.vocabulary.problem;

import java.util.List;

/**
 * One reason for a refusal.
 *
 * @param code which kind
 * @param pointer JSON pointer to the offending part of the arguments; empty for the whole
 * @param message names the thing, the value with unit, what is allowed and the next step
 * @param expected what would have been accepted, in short; may be empty
 * @param got what came instead, escaped and shortened; may be empty
 * @param suggestions ready replacements, best first
 */
public record Problem(
    ProblemCode code,
    String pointer,
    String message,
    String expected,
    String got,
    List<String> suggestions) {

  public Problem {
    suggestions = List.copyOf(suggestions);
  }

  /** A problem with the whole of something. */
  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, "", message, "", "", List.of());
  }
}
