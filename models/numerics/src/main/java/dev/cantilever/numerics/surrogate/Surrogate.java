package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.random.RandomStream;
import java.util.Optional;

/** A way to learn a function from observations. Equal arguments give equal bits. */
public interface Surrogate {

  /**
   * Learns.
   *
   * @param data scaled inputs, standardised observations
   * @param before what was found from fewer observations, if anything: a place to start from
   * @param stream for random starts and draws
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where nothing fits the data
   */
  Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream);
}
