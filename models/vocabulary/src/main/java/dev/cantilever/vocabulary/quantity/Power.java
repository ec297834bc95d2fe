package dev.cantilever.vocabulary.quantity;

/** A power in watts. */
public record Power(double watts) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.POWER;
  }

  @Override
  public double canonical() {
    return watts;
  }

  @Override
  public String toString() {
    return format();
  }
}
