package dev.cantilever.drivers.stem.optics;

import java.util.Arrays;

/**
 * Values of all coefficients, metres. A coefficient of symmetry S, size |A| and azimuth φA stands
 * as the complex number |A| exp(iSφA). Immutable.
 */
public final class Aberrations {

  private static final Coefficient[] ALL = Coefficient.values();
  private static final int HIGHEST_POWER = 5;
  private static final Aberrations NONE = new Aberrations(new double[2 * ALL.length]);

  /** Real and imaginary part in turn. */
  private final double[] parts;

  private Aberrations(double[] parts) {
    this.parts = parts;
  }

  /** A perfect lens. */
  public static Aberrations none() {
    return NONE;
  }

  public double real(Coefficient coefficient) {
    return parts[2 * coefficient.index()];
  }

  public double imaginary(Coefficient coefficient) {
    return parts[2 * coefficient.index() + 1];
  }

  /** |A|. */
  public double size(Coefficient coefficient) {
    return Math.sqrt(
        real(coefficient) * real(coefficient) + imaginary(coefficient) * imaginary(coefficient));
  }

  /**
   * The same with another value of one coefficient.
   *
   * @throws IllegalArgumentException where a part is not finite, or a round aberration is given an
   *     imaginary part
   */
  public Aberrations with(Coefficient coefficient, double realMetres, double imaginaryMetres) {
    if (!Double.isFinite(realMetres) || !Double.isFinite(imaginaryMetres)) {
      throw new IllegalArgumentException(coefficient + " must be finite");
    }
    if (coefficient.isRound() && imaginaryMetres != 0) {
      throw new IllegalArgumentException(coefficient + " is round and has no imaginary part");
    }
    double[] changed = parts.clone();
    changed[2 * coefficient.index()] = realMetres;
    changed[2 * coefficient.index() + 1] = imaginaryMetres;
    return new Aberrations(changed);
  }

  /** The sum, coefficient by coefficient: thin lenses in one plane add. */
  public Aberrations plus(Aberrations other) {
    double[] sum = new double[parts.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = parts[i] + other.parts[i];
    }
    return new Aberrations(sum);
  }

  /** The same with this much more overfocus. */
  public Aberrations defocused(double metres) {
    return with(Coefficient.C1, real(Coefficient.C1) + metres, 0);
  }

  /**
   * The wave aberration W in metres at one angle of the aperture; the phase is χ = 2πW/λ:
   *
   * <pre>W = ½θ²(C1 + A1 cos 2(φ−φA1)) + ⅓θ³(3 B2 cos(φ−φB2) + A2 cos 3(φ−φA2)) + ¼θ⁴(C3 + …) + …
   * </pre>
   */
  public double waveMetres(double thetaX, double thetaY) {
    double[] powers = powers(thetaX, thetaY);
    double sum = 0;
    for (Coefficient c : ALL) {
      double[] z = times(powers, c.powers(), c.conjugatePowers());
      sum += c.factor() * (real(c) * z[0] + imaginary(c) * z[1]);
    }
    return sum;
  }

  /**
   * Where the ray of one angle meets the specimen, metres off the axis: the gradient of W. Returns
   * x and y.
   */
  public double[] rayMetres(double thetaX, double thetaY) {
    double[] powers = powers(thetaX, thetaY);
    double x = 0;
    double y = 0;
    for (Coefficient c : ALL) {
      double re = real(c) * c.factor();
      double im = imaginary(c) * c.factor();
      int m = c.powers();
      int n = c.conjugatePowers();
      if (n > 0) {
        double[] z = times(powers, m, n - 1);
        x += n * (re * z[0] + im * z[1]);
        y += n * (re * z[1] - im * z[0]);
      }
      double[] z = times(powers, n, m - 1);
      x += m * (re * z[0] - im * z[1]);
      y += m * (re * z[1] + im * z[0]);
    }
    return new double[] {x, y};
  }

  /** The farthest ray of an aperture, metres off the axis, to about 1 %. */
  public double blurMetres(double convergenceRadians) {
    double farthest = 0;
    for (int i = 0; i < 48; i++) {
      double azimuth = 2 * Math.PI * i / 48;
      double[] ray =
          rayMetres(
              convergenceRadians * StrictMath.cos(azimuth),
              convergenceRadians * StrictMath.sin(azimuth));
      farthest = Math.max(farthest, Math.sqrt(ray[0] * ray[0] + ray[1] * ray[1]));
    }
    return farthest;
  }

  /** 1, w, w², … as pairs. */
  private static double[] powers(double re, double im) {
    double[] w = new double[2 * HIGHEST_POWER];
    w[0] = 1;
    for (int i = 1; i < HIGHEST_POWER; i++) {
      w[2 * i] = w[2 * i - 2] * re - w[2 * i - 1] * im;
      w[2 * i + 1] = w[2 * i - 2] * im + w[2 * i - 1] * re;
    }
    return w;
  }

  /** w^m w̄^n. */
  private static double[] times(double[] w, int m, int n) {
    return new double[] {
      w[2 * m] * w[2 * n] + w[2 * m + 1] * w[2 * n + 1],
      w[2 * m + 1] * w[2 * n] - w[2 * m] * w[2 * n + 1]
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Aberrations that && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Aberrations[m");
    for (Coefficient c : ALL) {
      text.append(", ").append(c).append('=').append(real(c));
      if (!c.isRound()) {
        text.append(" + i").append(imaginary(c));
      }
    }
    return text.append(']').toString();
  }
}
