package dev.cantilever.vocabulary.quantity;

/** A frequency or a rate in hertz. */
public record Frequency(double hertz) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.FREQUENCY;
  }

  @Override
  public double canonical() {
    return hertz;
  }

  @Override
  public String toString() {
    return format();
  }
}
