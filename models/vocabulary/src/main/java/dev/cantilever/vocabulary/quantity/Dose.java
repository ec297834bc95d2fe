package dev.cantilever.vocabulary.quantity;

/** Electrons for each area, per square metre. */
public record Dose(double electronsPerSquareMetre) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.DOSE;
  }

  @Override
  public double canonical() {
    return electronsPerSquareMetre;
  }

  @Override
  public String toString() {
    return format();
  }
}
