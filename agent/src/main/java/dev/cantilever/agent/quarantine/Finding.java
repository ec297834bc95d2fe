package dev.cantilever.agent.quarantine;

import dev.cantilever.vocabulary.quantity.Quantity;

/** All that can come out of a text. */
public sealed interface Finding {

  /** The one quantity of the kind that was asked for. */
  record Amount(Quantity quantity) implements Finding {}

  /** The one of the given words that stands there; in the asker's spelling. */
  record Word(String word) implements Finding {}

  /** There is none. */
  record Absent() implements Finding {}

  /** There are several that differ; none is preferred. */
  record Several() implements Finding {}
}
