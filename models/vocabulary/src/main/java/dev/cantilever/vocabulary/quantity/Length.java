package dev.cantilever.vocabulary.quantity;

/** A distance in metres. */
public record Length(double metres) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.LENGTH;
  }

  @Override
  public double canonical() {
    return metres;
  }

  @Override
  public String toString() {
    return format();
  }
}
