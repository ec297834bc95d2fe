package dev.cantilever.agent.knowledge;

import dev.cantilever.vocabulary.quantity.QuantityKind;
import java.util.Optional;

/** What a slot holds. */
public enum SlotKind {
  COUNT(null),
  RATIO(QuantityKind.RATIO),
  VOLTAGE(QuantityKind.VOLTAGE),
  LENGTH(QuantityKind.LENGTH),
  TIME(QuantityKind.TIME),
  FREQUENCY(QuantityKind.FREQUENCY),
  ANGLE(QuantityKind.ANGLE),
  FORCE(QuantityKind.FORCE),
  SPEED(QuantityKind.SPEED),
  /** Two lengths. */
  POINT(null),
  /** Frequencies to choose from. */
  FREQUENCIES(null),
  /** The name of an instrument. */
  INSTRUMENT(null),
  /** One of a few words that phrases set. */
  WORD(null);

  private final QuantityKind quantity;

  SlotKind(QuantityKind quantity) {
    this.quantity = quantity;
  }

  /** The kind of quantity; empty for what is no quantity. */
  public Optional<QuantityKind> quantity() {
    return Optional.ofNullable(quantity);
  }
}
