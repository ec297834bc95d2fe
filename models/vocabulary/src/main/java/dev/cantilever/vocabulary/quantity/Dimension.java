package dev.cantilever.vocabulary.quantity;

/** Exponents of the SI base units that instruments of this field need. */
public record Dimension(int length, int mass, int time, int current, int temperature) {

  public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0);

  public Dimension times(Dimension other) {
    return new Dimension(
        length + other.length,
        mass + other.mass,
        time + other.time,
        current + other.current,
        temperature + other.temperature);
  }

  public Dimension power(int exponent) {
    return new Dimension(
        length * exponent,
        mass * exponent,
        time * exponent,
        current * exponent,
        temperature * exponent);
  }
}
