package dev.cantilever.drivers.stem.optics;

/**
 * The names of the axial aberrations. Each adds factor · Re(Ā w^m w̄^n) to the wave aberration, w =
 * θx + iθy: its order is m + n − 1, its azimuthal symmetry m − n (Uhlemann and Haider,
 * Ultramicroscopy 72 (1998) 109, doi:10.1016/S0304-3991(97)00102-2).
 */
public enum Coefficient {
  /** Defocus; positive is overfocus. */
  C1(0, 1, 1, 1.0 / 2),
  /** Twofold astigmatism. */
  A1(1, 2, 0, 1.0 / 2),
  /** Axial coma. */
  B2(2, 2, 1, 1),
  /** Threefold astigmatism. */
  A2(3, 3, 0, 1.0 / 3),
  /** Spherical aberration. */
  C3(4, 2, 2, 1.0 / 4),
  /** Star aberration. */
  S3(5, 3, 1, 1),
  /** Fourfold astigmatism. */
  A3(6, 4, 0, 1.0 / 4),
  /** Spherical aberration of fifth order. */
  C5(7, 3, 3, 1.0 / 6);

  private final int index;
  private final int powers;
  private final int conjugatePowers;
  private final double factor;

  Coefficient(int index, int powers, int conjugatePowers, double factor) {
    this.index = index;
    this.powers = powers;
    this.conjugatePowers = conjugatePowers;
    this.factor = factor;
  }

  /** Round aberrations have no direction: their imaginary part is always 0. */
  public boolean isRound() {
    return powers == conjugatePowers;
  }

  /** Where its value stands in a list of all. */
  int index() {
    return index;
  }

  int powers() {
    return powers;
  }

  int conjugatePowers() {
    return conjugatePowers;
  }

  double factor() {
    return factor;
  }
}
