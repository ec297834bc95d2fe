package dev.cantilever.vocabulary.quantity;

/** A pressure in pascals. */
public record Pressure(double pascals) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.PRESSURE;
  }

  @Override
  public double canonical() {
    return pascals;
  }

  @Override
  public String toString() {
    return format();
  }
}
