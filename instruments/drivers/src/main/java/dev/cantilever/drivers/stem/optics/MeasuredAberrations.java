package dev.cantilever.drivers.stem.optics;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * Aberrations as an instrument reports them.
 *
 * @param values the estimates
 * @param tableau how they were taken
 */
public record MeasuredAberrations(Aberrations values, Tableau tableau) {

  /** Reads the true aberrations with a normal error on each part. */
  public static MeasuredAberrations of(
      Aberrations actual, Tableau tableau, Variates variates, TuningErrors errors) {
    Aberrations read = actual;
    for (Coefficient c : Coefficient.values()) {
      double size = errors.measurement() * tableau.error() * Scale.MEASUREMENT.metres(c);
      double real = size * variates.normal();
      double imaginary = size * variates.normal();
      read = read.with(c, read.real(c) + real, c.isRound() ? 0 : read.imaginary(c) + imaginary);
    }
    return new MeasuredAberrations(read, tableau);
  }

  /** Twice the standard error that the instrument states for each part, metres. */
  public double twoSigmaMetres(Coefficient coefficient) {
    return 2 * tableau.error() * Scale.MEASUREMENT.metres(coefficient);
  }
}
