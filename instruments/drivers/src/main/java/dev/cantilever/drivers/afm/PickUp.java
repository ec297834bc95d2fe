package dev.cantilever.drivers.afm;

/** A vibration of the mains' frequency between tip and sample. */
final class PickUp {

  /** Mains are never at 50 Hz exactly; if they were, one line a second would freeze the pattern. */
  private static final double ANGULAR = 2 * Math.PI * 49.98;

  private final double amplitude;
  private final double phase;
  private double cosine;
  private double sine;
  private double turnCosine;
  private double turnSine;

  PickUp(double amplitudeMetres, double phaseRadians) {
    amplitude = amplitudeMetres;
    phase = phaseRadians;
  }

  /** Continues at a time with steps of this length; errors of the recursion start again from 0. */
  void pace(double seconds, double stepSeconds) {
    double angle = phase + ANGULAR * seconds;
    cosine = amplitude * StrictMath.cos(angle);
    sine = amplitude * StrictMath.sin(angle);
    turnCosine = StrictMath.cos(ANGULAR * stepSeconds);
    turnSine = StrictMath.sin(ANGULAR * stepSeconds);
  }

  /** The displacement after one more step. */
  double step() {
    double x = cosine * turnCosine - sine * turnSine;
    sine = cosine * turnSine + sine * turnCosine;
    cosine = x;
    return x;
  }
}
