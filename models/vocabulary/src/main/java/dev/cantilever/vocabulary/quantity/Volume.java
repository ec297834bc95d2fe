package dev.cantilever.vocabulary.quantity;

/** A volume in cubic metres. */
public record Volume(double cubicMetres) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.VOLUME;
  }

  @Override
  public double canonical() {
    return cubicMetres;
  }

  @Override
  public String toString() {
    return format();
  }
}
