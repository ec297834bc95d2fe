package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.quantity.Quantity;

/** The legal values of one channel, both ends allowed. */
public record Limit(Channel channel, Quantity min, Quantity max) {

  public Limit {
    if (min.kind() != channel.kind() || max.kind() != channel.kind()) {
      throw new IllegalArgumentException(
          "limit of %s must be a %s".formatted(channel.label(), channel.kind().label()));
    }
    if (!(min.canonical() <= max.canonical())
        || Double.isInfinite(min.canonical())
        || Double.isInfinite(max.canonical())) {
      throw new IllegalArgumentException(
          "limit of %s must be finite with min ≤ max, not [%s, %s]"
              .formatted(channel.label(), min.format(), max.format()));
    }
  }

  /** Accepting direction: NaN is not inside. */
  boolean allows(double canonical) {
    return canonical >= min.canonical() && canonical <= max.canonical();
  }
}
