package dev.cantilever.vocabulary.quantity;

import java.util.function.DoubleFunction;

/** What kind of physical number it is, and the unit in which it is stored and logged. */
public enum QuantityKind {
  LENGTH("length", "m", new Dimension(1, 0, 0, 0, 0), Length::new),
  TIME("time", "s", new Dimension(0, 0, 1, 0, 0), TimeSpan::new),
  VOLTAGE("voltage", "V", new Dimension(2, 1, -3, -1, 0), Voltage::new),
  SPEED("speed", "m/s", new Dimension(1, 0, -1, 0, 0), Speed::new);

  private final String label;
  private final String canonicalUnit;
  private final Dimension dimension;
  private final DoubleFunction<Quantity> factory;

  QuantityKind(
      String label, String canonicalUnit, Dimension dimension, DoubleFunction<Quantity> factory) {
    this.label = label;
    this.canonicalUnit = canonicalUnit;
    this.dimension = dimension;
    this.factory = factory;
  }

  /** The word for people, for example {@code length}. */
  public String label() {
    return label;
  }

  /** Symbol of the SI unit of {@link Quantity#canonical()}. */
  public String canonicalUnit() {
    return canonicalUnit;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** A quantity of this kind from a value in {@link #canonicalUnit()}. */
  public Quantity of(double canonical) {
    return factory.apply(canonical);
  }
}
