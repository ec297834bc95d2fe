package dev.cantilever.tools.plan;

import java.util.List;

/**
 * A plan as a planner wrote it: unchecked text.
 *
 * @param goal the wish in the words in which it was said
 */
public record Proposed(String goal, List<RawStep> steps) {

  public Proposed {
    steps = List.copyOf(steps);
  }

  /** One call as it was written. */
  public record RawStep(String tool, String arguments) {}
}
