package dev.cantilever.vocabulary.quantity;

/** An energy for each area in joules per square metre. */
public record Fluence(double joulesPerSquareMetre) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.FLUENCE;
  }

  @Override
  public double canonical() {
    return joulesPerSquareMetre;
  }

  @Override
  public String toString() {
    return format();
  }
}
