package dev.cantilever.vocabulary.quantity;

/** An electric potential difference in volts. */
public record Voltage(double volts) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.VOLTAGE;
  }

  @Override
  public double canonical() {
    return volts;
  }

  @Override
  public String toString() {
    return format();
  }
}
