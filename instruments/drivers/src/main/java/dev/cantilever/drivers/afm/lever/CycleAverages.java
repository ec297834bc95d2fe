package dev.cantilever.drivers.afm.lever;

/**
 * What a whole cycle z = A cos θ about the rest height zc does, in joules: the virial V = ⟨F z⟩ and
 * the energy lost in contact E = −∮ F dz (San Paulo and García, Phys. Rev. B 64 (2001) 193411,
 * doi:10.1103/PhysRevB.64.193411). Positive V is net attraction. Holds the last result, so that the
 * inner loop makes no objects.
 */
final class CycleAverages {

  /** Below it the amplitude no longer matters and is taken as this, in metres. */
  static final double LEAST_AMPLITUDE = 0.02e-9;

  private static final double A0 = TipSampleForce.CONTACT_METRES;

  private final ContactIntegrals integrals = ContactIntegrals.shared();
  private double virial;
  private double lost;

  /**
   * Evaluates one cycle.
   *
   * @param gapMetres zc − A, the distance at the lowest point
   * @param amplitudeMetres A; smaller ones than 0.02 nm count as that
   * @param angularFrequency of the motion, in rad/s
   */
  void evaluate(
      TipSampleForce force, double gapMetres, double amplitudeMetres, double angularFrequency) {
    double amplitude = Math.max(amplitudeMetres, LEAST_AMPLITUDE);
    if (gapMetres > A0) {
      virial = force.attraction() * withoutContact(gapMetres, amplitude);
      lost = 0;
    } else {
      inContact(force, A0 - gapMetres, amplitude, angularFrequency);
    }
  }

  /** V in joules. */
  double virialJoules() {
    return virial;
  }

  /** E in joules, at least 0. */
  double lostJoules() {
    return lost;
  }

  /** A²/(zc² − A²)^(3/2), exact. */
  private static double withoutContact(double gap, double amplitude) {
    double square = gap * (gap + 2 * amplitude);
    return amplitude * amplitude / (square * Math.sqrt(square));
  }

  private void inContact(TipSampleForce force, double depth, double amplitude, double frequency) {
    double ratio = depth / amplitude;
    double root = Math.sqrt(amplitude);
    double scale = root * depth * depth;
    double rootSize = root / Math.sqrt(A0);
    double inside = ratio < 2 ? amplitude / A0 * Math.sqrt(ratio * (2 - ratio)) / Math.PI : 0;
    double outside = ratio < 2 ? rootSize * integrals.tail(Math.sqrt(depth / A0), rootSize) : 0;
    virial =
        force.attraction() / A0 * (inside + outside)
            - force.stiffness() * scale * integrals.elastic(ratio);
    lost = force.viscosity() * frequency * scale * integrals.loss(ratio);
  }
}
