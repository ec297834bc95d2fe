package dev.cantilever.vocabulary.quantity;

/** A change of temperature in kelvins per second. */
public record HeatingRate(double kelvinsPerSecond) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.HEATING_RATE;
  }

  @Override
  public double canonical() {
    return kelvinsPerSecond;
  }

  @Override
  public String toString() {
    return format();
  }
}
