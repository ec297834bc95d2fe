package dev.cantilever.vocabulary.plan;

import java.util.List;

/**
 * Steps proposed before execution. Holds nothing of who proposed it, so that equal proposals of a
 * person, a grammar and a model are equal plans with one hash.
 *
 * @param goal the wish in the words in which it was said
 * @param steps what to call, in order
 */
public record Plan(String goal, List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }
}
