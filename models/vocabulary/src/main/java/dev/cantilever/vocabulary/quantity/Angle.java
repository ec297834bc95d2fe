package dev.cantilever.vocabulary.quantity;

/** An angle in radians. */
public record Angle(double radians) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.ANGLE;
  }

  @Override
  public double canonical() {
    return radians;
  }

  @Override
  public String toString() {
    return format();
  }
}
