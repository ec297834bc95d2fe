package dev.cantilever.vocabulary.quantity;

import java.math.BigDecimal;

/** A unit: how it is written, its dimension, and its exact size in SI base units. */
public record Unit(String symbol, Dimension dimension, BigDecimal factor) {

  /** {@code value} of this unit, in SI; exact but for the last rounding to a double. */
  public double toCanonical(BigDecimal value) {
    return value.multiply(factor).doubleValue();
  }

  Unit times(Unit other, String writtenAs) {
    return new Unit(writtenAs, dimension.times(other.dimension), factor.multiply(other.factor));
  }
}
