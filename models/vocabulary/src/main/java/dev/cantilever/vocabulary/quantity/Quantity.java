package dev.cantilever.vocabulary.quantity;

/** A physical number in the SI unit of its kind. */
public sealed interface Quantity
    permits Length,
        TimeSpan,
        Voltage,
        Speed,
        Frequency,
        Angle,
        Ratio,
        Current,
        Force,
        Temperature,
        HeatingRate,
        Pressure,
        Energy,
        Power,
        Fluence,
        Dose,
        Wavenumber,
        Volume,
        Impulse {

  QuantityKind kind();

  /** The value in {@link QuantityKind#canonicalUnit()}; any double, also NaN and infinities. */
  double canonical();

  /** For people, in at most four digits. */
  default String shown() {
    return QuantityLiteral.shown(canonical(), kind().canonicalUnit());
  }

  /** For people, every digit. */
  default String prefixed() {
    return QuantityLiteral.prefixed(canonical(), kind().canonicalUnit());
  }

  /** Text that {@link QuantityLiteral#parse} reads back to the same value. */
  default String format() {
    return QuantityLiteral.format(canonical(), kind().canonicalUnit());
  }
}
