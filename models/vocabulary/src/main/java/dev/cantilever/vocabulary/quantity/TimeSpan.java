package dev.cantilever.vocabulary.quantity;

/** A span of time in seconds. */
public record TimeSpan(double seconds) implements Quantity {

  @Override
  public QuantityKind kind() {
    return QuantityKind.TIME;
  }

  @Override
  public double canonical() {
    return seconds;
  }

  @Override
  public String toString() {
    return format();
  }
}
