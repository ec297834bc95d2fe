package dev.cantilever.drivers.afm.lever;

/**
 * The tip's equation of motion m z″ + (m ω0/Q) z′ + k z = F0 cos ω0 t + F(zc + z, z′), integrated
 * as it stands by the classical Runge–Kutta method, and read by a lock-in amplifier. The force law
 * is written down anew. Lengths in nanometres, forces in nanonewtons, time in periods over 2π.
 */
final class DirectIntegration {

  private static final int STEPS_PER_CYCLE = 600;
  private static final double A0 = 0.165;

  private final double spring;
  private final double quality;
  private final double radius;
  private final double hamaker;
  private final double modulus;
  private double z;
  private double v;

  /** Hamaker constant in nN nm (1e-18 J), modulus in nN/nm² (GPa). */
  DirectIntegration(double spring, double quality, double radius, double hamaker, double modulus) {
    this.spring = spring;
    this.quality = quality;
    this.radius = radius;
    this.hamaker = hamaker;
    this.modulus = modulus;
  }

  /** Amplitude in nm and phase in degrees after so many cycles that begin with free oscillation. */
  double[] settle(double freeAmplitude, double rest, int cycles) {
    z = 0;
    v = freeAmplitude;
    double cosine = 0;
    double sine = 0;
    int read = 50;
    double step = 2 * Math.PI / STEPS_PER_CYCLE;
    for (int cycle = 0; cycle < cycles + read; cycle++) {
      for (int i = 0; i < STEPS_PER_CYCLE; i++) {
        double t = i * step;
        advance(t, step, freeAmplitude, rest);
        if (cycle >= cycles) {
          cosine += z * Math.cos(t + step);
          sine += z * Math.sin(t + step);
        }
      }
    }
    double scale = 2.0 / STEPS_PER_CYCLE / read;
    double degrees = Math.toDegrees(Math.atan2(sine, cosine));
    return new double[] {scale * Math.hypot(cosine, sine), degrees};
  }

  private void advance(double t, double h, double free, double rest) {
    double k1 = acceleration(t, z, v, free, rest);
    double v2 = v + h / 2 * k1;
    double k2 = acceleration(t + h / 2, z + h / 2 * v, v2, free, rest);
    double v3 = v + h / 2 * k2;
    double k3 = acceleration(t + h / 2, z + h / 2 * v2, v3, free, rest);
    double v4 = v + h * k3;
    double k4 = acceleration(t + h, z + h * v3, v4, free, rest);
    z += h / 6 * (v + 2 * v2 + 2 * v3 + v4);
    v += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }

  private double acceleration(double t, double at, double speed, double free, double rest) {
    double drive = free / quality * Math.cos(t);
    return drive - at - speed / quality + force(rest + at) / spring;
  }

  private double force(double d) {
    if (d > A0) {
      return -hamaker * radius / (6 * d * d);
    }
    return -hamaker * radius / (6 * A0 * A0)
        + 4.0 / 3 * modulus * Math.sqrt(radius) * Math.pow(A0 - d, 1.5);
  }
}
