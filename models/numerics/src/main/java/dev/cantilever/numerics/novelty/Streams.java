package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.random.RandomStream;

/** Random numbers of one iteration, each purpose with its own. */
record Streams(long seed, int iteration) {

  RandomStream of(String purpose) {
    return RandomStream.of(seed, "novelty/" + iteration + "/" + purpose);
  }
}
