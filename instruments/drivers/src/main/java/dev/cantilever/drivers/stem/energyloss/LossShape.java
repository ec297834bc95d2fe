package dev.cantilever.drivers.stem.energyloss;

/**
 * How one kind of loss is distributed over energy: a value type, so that transforms can be kept.
 */
public sealed interface LossShape permits PlasmonShape, EdgeShape, ModeShape {

  /** Fraction of these losses below an energy of at least 0 eV: 0 at 0 and 1 at infinity. */
  double cumulative(double electronVolts);
}
