package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.Require;

/**
 * A Lorentzian line.
 *
 * @param perMetre position
 * @param widthPerMetre full width at half height
 * @param height at its top; 1 for the strongest line of the pure rhombohedral phase
 */
public record RamanLine(Phase phase, double perMetre, double widthPerMetre, double height) {

  /** What a line belongs to. */
  public enum Phase {
    /** R3c. */
    RHOMBOHEDRAL,
    /** Pnma. */
    ORTHORHOMBIC
  }

  public RamanLine {
    Require.positive("position of a line in 1/m", perMetre);
    Require.positive("width of a line in 1/m", widthPerMetre);
    Require.notNegative("height of a line", height);
  }

  /** h (Γ/2)² / ((ν − ν0)² + (Γ/2)²). */
  public double at(double shiftPerMetre) {
    double half = widthPerMetre / 2;
    double away = shiftPerMetre - perMetre;
    return height * half * half / (away * away + half * half);
  }
}
