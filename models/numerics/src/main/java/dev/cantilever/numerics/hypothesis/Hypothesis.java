package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.structured.StructuredSurrogate;
import java.util.Objects;

/**
 * One of several competing explanations.
 *
 * @param name for people, different from those of the others
 * @param surrogate its formula under a process
 */
public record Hypothesis(String name, StructuredSurrogate surrogate) {

  public Hypothesis {
    Objects.requireNonNull(surrogate, "a hypothesis needs a surrogate");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a hypothesis needs a name");
    }
  }
}
