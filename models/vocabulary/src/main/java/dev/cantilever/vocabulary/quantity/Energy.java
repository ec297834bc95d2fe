package dev.cantilever.vocabulary.quantity;

/** An energy in joules. */
public record Energy(double joules) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.ENERGY;
  }

  @Override
  public double canonical() {
    return joules;
  }

  @Override
  public String toString() {
    return format();
  }
}
