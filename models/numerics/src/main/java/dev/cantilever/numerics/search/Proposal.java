package dev.cantilever.numerics.search;

import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.List;

/**
 * What to measure next and everything it rests on.
 *
 * @param choices in order
 * @param learned the surrogate behind them
 * @param standardisation between its numbers and the observations
 * @param posterior over the whole pool before the batch
 */
public record Proposal(
    List<Choice> choices,
    Learned learned,
    Standardisation standardisation,
    PoolPosterior posterior) {

  public Proposal {
    choices = List.copyOf(choices);
  }
}
