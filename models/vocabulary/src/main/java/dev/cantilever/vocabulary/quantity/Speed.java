package dev.cantilever.vocabulary.quantity;

/** A speed in metres per second. */
public record Speed(double metresPerSecond) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.SPEED;
  }

  @Override
  public double canonical() {
    return metresPerSecond;
  }

  @Override
  public String toString() {
    return format();
  }
}
