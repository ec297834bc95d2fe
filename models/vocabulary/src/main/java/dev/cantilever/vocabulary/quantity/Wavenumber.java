package dev.cantilever.vocabulary.quantity;

/** A wavenumber, as a Raman shift, per metre. */
public record Wavenumber(double perMetre) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.WAVENUMBER;
  }

  @Override
  public double canonical() {
    return perMetre;
  }

  @Override
  public String toString() {
    return format();
  }
}
