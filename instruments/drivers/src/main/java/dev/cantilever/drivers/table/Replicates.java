package dev.cantilever.drivers.table;

import dev.cantilever.drivers.random.Draws;

/** What is served of several trials of one condition. */
sealed interface Replicates {

  /** Words for all that the choice depends on. */
  String identity();

  /** Their mean, with its standard error. */
  record Mean() implements Replicates {
    @Override
    public String identity() {
      return "mean";
    }
  }

  /**
   * One of them, drawn anew at each evaluation and put back, with the standard deviation of one
   * trial as its standard error.
   */
  record Draw(long seed) implements Replicates {
    @Override
    public String identity() {
      return "draw with seed " + seed;
    }

    /** Number of the replicate that an entry's evaluation gives. */
    int of(Entry entry, int repetition) {
      return Draws.of(seed, "%s %d".formatted(entry.condition(), repetition))
          .below(entry.replicates().size());
    }
  }
}
