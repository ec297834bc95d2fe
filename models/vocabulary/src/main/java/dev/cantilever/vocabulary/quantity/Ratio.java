package dev.cantilever.vocabulary.quantity;

/** A plain number, such as a fraction. */
public record Ratio(double value) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.RATIO;
  }

  @Override
  public double canonical() {
    return value;
  }

  @Override
  public String toString() {
    return format();
  }
}
