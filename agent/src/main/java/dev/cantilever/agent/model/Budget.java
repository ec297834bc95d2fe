package dev.cantilever.agent.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a model may use up.
 *
 * @param rounds answers of the model to one sentence of the person
 * @param tokens in and out together, in one conversation
 * @param time for one sentence, waiting included
 * @param price what tokens cost; empty where nobody said
 * @param money in one conversation, in the currency of the price; only together with it
 */
public record Budget(
    int rounds, long tokens, Duration time, Optional<Price> price, Optional<Double> money) {

  public static final Budget USUAL =
      new Budget(12, 2_000_000, Duration.ofMinutes(15), Optional.empty(), Optional.empty());

  public Budget {
    if (money.isPresent() && price.isEmpty()) {
      throw new IllegalArgumentException("money can only be counted with a price");
    }
  }

  /** Prices of a million tokens. */
  public record Price(double perMillionIn, double perMillionOut) {

    double of(long tokensIn, long tokensOut) {
      return (tokensIn * perMillionIn + tokensOut * perMillionOut) / 1e6;
    }
  }
}
