package dev.cantilever.vocabulary.quantity;

/** A bias times its duration in volt seconds. */
public record Impulse(double voltSeconds) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.IMPULSE;
  }

  @Override
  public double canonical() {
    return voltSeconds;
  }

  @Override
  public String toString() {
    return format();
  }
}
