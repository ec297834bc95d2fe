package dev.cantilever.vocabulary.quantity;

/** An absolute temperature in kelvins. */
public record Temperature(double kelvins) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.TEMPERATURE;
  }

  @Override
  public double canonical() {
    return kelvins;
  }

  @Override
  public String toString() {
    return format();
  }
}
