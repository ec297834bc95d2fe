package dev.cantilever.numerics.reward;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** One part of a reward. */
public record RewardTerm(
    @Doc("Which number is taken from the spectrum.") Scalariser scalariser,
    @Doc("Factor of that number; below zero where less is better.")
        @Bounds(min = -1e9, max = 1e9)
        @Default("1")
        double weight) {

  public RewardTerm {
    if (weight == 0) {
      throw new IllegalArgumentException("a term of weight 0 says nothing; leave it out");
    }
  }
}
