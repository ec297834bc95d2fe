package dev.cantilever.drivers.afm;

/**
 * Which force prevails over a cycle. In resonance the phase says it: above 90° attraction, below
 * repulsion (García and San Paulo, Phys. Rev. B 60 (1999) 4961, doi:10.1103/PhysRevB.60.4961).
 */
public enum Regime {
  /** Net attraction, phase above that of free oscillation. */
  ATTRACTIVE(1),
  /** No interaction worth the name. */
  FREE(0),
  /** Net repulsion, phase below that of free oscillation. */
  REPULSIVE(-1);

  /** Of 90°: cos φ of a tenth of a degree. */
  private static final double NEGLIGIBLE = 2e-3;

  private final int code;

  Regime(int code) {
    this.code = code;
  }

  /** Its number in a field: 1, 0 or −1. */
  public int code() {
    return code;
  }

  /**
   * From the virial.
   *
   * @param joules V
   * @param scaleJoules k A A0/(2Q), in whose units −V is cos φ
   */
  static Regime ofVirial(double joules, double scaleJoules) {
    double share = joules / scaleJoules;
    if (Math.abs(share) < NEGLIGIBLE) {
      return FREE;
    }
    return share > 0 ? ATTRACTIVE : REPULSIVE;
  }
}
