package dev.cantilever.vocabulary.quantity;

import java.util.function.DoubleFunction;

/** What kind of physical number it is, and the unit in which it is stored and logged. */
public enum QuantityKind {
  LENGTH("length", "m", new Dimension(1, 0, 0, 0, 0), Length::new),
  TIME("time", "s", new Dimension(0, 0, 1, 0, 0), TimeSpan::new),
  VOLTAGE("voltage", "V", new Dimension(2, 1, -3, -1, 0), Voltage::new),
  SPEED("speed", "m/s", new Dimension(1, 0, -1, 0, 0), Speed::new),
  FREQUENCY("frequency", "Hz", new Dimension(0, 0, -1, 0, 0), Frequency::new),
  ANGLE("angle", "rad", new Dimension(0, 0, 0, 0, 0), Angle::new),
  RATIO("ratio", "1", new Dimension(0, 0, 0, 0, 0), Ratio::new),
  CURRENT("current", "A", new Dimension(0, 0, 0, 1, 0), Current::new),
  FORCE("force", "N", new Dimension(1, 1, -2, 0, 0), Force::new),
  TEMPERATURE("temperature", "K", new Dimension(0, 0, 0, 0, 1), Temperature::new),
  HEATING_RATE("heating rate", "K/s", new Dimension(0, 0, -1, 0, 1), HeatingRate::new),
  PRESSURE("pressure", "Pa", new Dimension(-1, 1, -2, 0, 0), Pressure::new),
  ENERGY("energy", "J", new Dimension(2, 1, -2, 0, 0), Energy::new),
  POWER("power", "W", new Dimension(2, 1, -3, 0, 0), Power::new),
  FLUENCE("fluence", "J/m^2", new Dimension(0, 1, -2, 0, 0), Fluence::new),
  DOSE("dose", "e/m^2", new Dimension(-2, 0, 0, 0, 0), Dose::new),
  WAVENUMBER("wavenumber", "m^-1", new Dimension(-1, 0, 0, 0, 0), Wavenumber::new),
  VOLUME("volume", "m^3", new Dimension(3, 0, 0, 0, 0), Volume::new),
  IMPULSE("bias impulse", "V*s", new Dimension(2, 1, -2, -1, 0), Impulse::new);

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
