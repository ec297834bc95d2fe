package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * What one specimen has beyond its compound.
 *
 * @param rotationRadians angle of the cell's first axis to x, counter-clockwise
 * @param defects point defects
 * @param deformation long-range strain
 * @param potential slowly varying projected potential, V·m
 * @param shift polar displacement of one cation
 */
public record Disorder(
    double rotationRadians,
    Defects defects,
    Deformation deformation,
    SmoothField potential,
    PolarShift shift) {

  public Disorder {
    if (!Double.isFinite(rotationRadians)) {
      throw new IllegalArgumentException("the rotation must be finite");
    }
  }

  /** A perfect crystal along the axes. */
  public static Disorder none() {
    return new Disorder(0, Defects.NONE, Deformation.NONE, SmoothField.ZERO, PolarShift.NONE);
  }

  /**
   * Drawn rotation, strain waves and potential waves.
   *
   * @param strain root mean square of each slope of the displacement
   * @param potentialVolts root mean square of the slope of the projected potential
   */
  public static Disorder drawn(long seed, Defects defects, double strain, double potentialVolts) {
    Variates variates = Variates.of(seed, "sample disorder");
    double rotation = variates.between(-Math.PI / 12, Math.PI / 12);
    Deformation deformation =
        new Deformation(Waves.drawn(variates, strain), Waves.drawn(variates, strain));
    return new Disorder(
        rotation, defects, deformation, Waves.drawn(variates, potentialVolts), PolarShift.NONE);
  }

  /**
   * Ferroelectric stripes along x: the cation shift and the shear turn over at each wall, and a
   * field across them alternates.
   *
   * @param shear ∂u_y/∂x inside a domain
   * @param potentialVolts slope of the projected potential inside a domain
   */
  public static Disorder striped(PolarShift shift, double shear, double potentialVolts) {
    Stripes stripes = shift.domains();
    return new Disorder(
        0,
        Defects.NONE,
        new Deformation(SmoothField.ZERO, stripes.ramp(shear)),
        stripes.ramp(potentialVolts),
        shift);
  }
}
