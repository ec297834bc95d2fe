package dev.cantilever.vocabulary.quantity;

/** A force in newtons. */
public record Force(double newtons) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.FORCE;
  }

  @Override
  public double canonical() {
    return newtons;
  }

  @Override
  public String toString() {
    return format();
  }
}
