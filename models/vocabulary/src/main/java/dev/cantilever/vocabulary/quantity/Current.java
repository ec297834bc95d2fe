package dev.cantilever.vocabulary.quantity;

/** An electric current in amperes. */
public record Current(double amperes) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.CURRENT;
  }

  @Override
  public double canonical() {
    return amperes;
  }

  @Override
  public String toString() {
    return format();
  }
}
