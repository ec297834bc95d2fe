package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * Least squares of a complex oscillator on the spectra of one band.
 *
 * <p>With u = ω/ωc the model is X = N/(u² − i u g − k), N complex, k = (ω0/ωc)² and g = √k/Q. Times
 * its denominator it is linear in N, g and k; two linear solutions, the second weighted by the
 * denominators of the first (Sanathanan and Koerner, IEEE Trans. Autom. Control 8 (1963) 56), are a
 * start from which Gauss and Newton need about three steps. Steps that make the fit worse are
 * damped as by Levenberg and Marquardt. Not safe for several threads.
 */
public final class ShoFitter {

  private static final int MOST_STEPS = 25;
  private static final double LOWEST_Q = 5;
  private static final double HIGHEST_Q = 1000;

  private final double centre;
  private final double[] u;

  /** The spectrum in hand, divided by its greatest component. */
  private final double[] real;

  private final double[] imaginary;

  /** Normal equations of the last {@link #assemble}: JᵀJ and Jᵀr. */
  private final double[][] normal = new double[4][4];

  private final double[] slope = new double[4];

  public ShoFitter(double[] hertz) {
    Require.inside("number of frequencies", hertz.length, 4, 1 << 20);
    for (int i = 1; i < hertz.length; i++) {
      Require.positive("step between frequencies in hertz", hertz[i] - hertz[i - 1]);
    }
    centre =
        0.5 * (Require.positive("lowest frequency in hertz", hertz[0]) + hertz[hertz.length - 1]);
    u = new double[hertz.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = hertz[i] / centre;
    }
    real = new double[u.length];
    imaginary = new double[u.length];
  }

  /** The oscillator of a spectrum over the frequencies of this fitter. */
  public ShoFit fit(ComplexSpectrum spectrum) {
    double scale = load(spectrum);
    if (!(scale > 0 && scale <= Double.MAX_VALUE)) {
      return new ShoFit(new Sho(0, 0, centre, 100), ShoFit.Errors.UNKNOWN, false);
    }
    double[] weights = new double[u.length];
    Arrays.fill(weights, 1);
    double[] p = linear(weights);
    weigh(weights, p);
    p = linear(weights);
    double cost = assemble(p);
    double damping = 0;
    boolean converged = false;
    for (int step = 0; step < MOST_STEPS && !converged; step++) {
      double[] next = stepped(p, damping);
      double[][] matrix = copyOf(normal);
      double[] gradient = slope.clone();
      double nextCost = assemble(next);
      if (nextCost <= cost) {
        converged = cost - nextCost <= 1e-10 * cost;
        damping *= 0.1;
        p = next;
        cost = nextCost;
      } else {
        damping = Math.max(1e-3, 10 * damping);
        converged = damping > 1e8;
        restore(matrix, gradient);
      }
    }
    return described(p, cost, scale, converged && inside(p));
  }

  private double load(ComplexSpectrum spectrum) {
    if (spectrum.size() != u.length) {
      throw new IllegalArgumentException(
          "a spectrum of %d bins does not fit a band of %d".formatted(spectrum.size(), u.length));
    }
    double scale = 0;
    for (int i = 0; i < u.length; i++) {
      double re = spectrum.real()[i];
      double im = spectrum.imaginary()[i];
      scale = Math.max(scale, Math.max(Math.abs(re), Math.abs(im)));
    }
    for (int i = 0; i < u.length; i++) {
      real[i] = spectrum.real()[i] / scale;
      imaginary[i] = spectrum.imaginary()[i] / scale;
    }
    return scale;
  }

  /** Solves u² X = N + k X + i u g X with a weight for each frequency. */
  private double[] linear(double[] weights) {
    clear();
    for (int i = 0; i < u.length; i++) {
      double square = u[i] * u[i];
      double re = real[i];
      double im = imaginary[i];
      add(weights[i], square * re, 1, 0, -u[i] * im, re);
      add(weights[i], square * im, 0, 1, u[i] * re, im);
    }
    Optional<SmallSystem> system = SmallSystem.factorized(copyOf(normal));
    return held(system.map(s -> s.solve(slope)).orElseGet(() -> new double[] {0, 0, 0.01, 1}));
  }

  private void weigh(double[] weights, double[] p) {
    for (int i = 0; i < u.length; i++) {
      double down = u[i] * u[i] - p[3];
      double loss = u[i] * p[2];
      weights[i] = 1 / (down * down + loss * loss);
    }
  }

  private void add(double weight, double right, double a, double b, double c, double d) {
    double[] row = {a, b, c, d};
    for (int i = 0; i < 4; i++) {
      slope[i] += weight * row[i] * right;
      for (int j = 0; j <= i; j++) {
        normal[i][j] += weight * row[i] * row[j];
      }
    }
  }

  /** Sum of squares of X − N/D at the parameters; fills the normal equations of a step. */
  private double assemble(double[] p) {
    clear();
    double cost = 0;
    for (int i = 0; i < u.length; i++) {
      double down = u[i] * u[i] - p[3];
      double loss = u[i] * p[2];
      double square = down * down + loss * loss;
      // c = 1/D and m = N/D² are the derivatives by N and k; that by g is i u m.
      double cr = down / square;
      double ci = loss / square;
      double xr = p[0] * cr - p[1] * ci;
      double xi = p[0] * ci + p[1] * cr;
      double mr = xr * cr - xi * ci;
      double mi = xr * ci + xi * cr;
      double dr = real[i] - xr;
      double di = imaginary[i] - xi;
      cost += dr * dr + di * di;
      add(1, dr, cr, -ci, -u[i] * mi, mr);
      add(1, di, ci, cr, u[i] * mr, mi);
    }
    return cost;
  }

  private double[] stepped(double[] p, double damping) {
    double[][] matrix = copyOf(normal);
    for (int i = 0; i < 4; i++) {
      matrix[i][i] *= 1 + damping;
    }
    double[] step = SmallSystem.factorized(matrix).map(s -> s.solve(slope)).orElse(new double[4]);
    double[] next = new double[4];
    for (int i = 0; i < 4; i++) {
      next[i] = p[i] + step[i];
    }
    return held(next);
  }

  /** The parameters with resonance and Q moved to the border of what is looked for. */
  private double[] held(double[] p) {
    double k = Math.min(u[u.length - 1] * u[u.length - 1], Math.max(u[0] * u[0], p[3]));
    double root = Math.sqrt(k);
    double g = Math.min(root / LOWEST_Q, Math.max(root / HIGHEST_Q, p[2]));
    return new double[] {p[0], p[1], g, k};
  }

  private boolean inside(double[] p) {
    double root = Math.sqrt(p[3]);
    double q = root / p[2];
    return root > u[0] && root < u[u.length - 1] && q > 1.001 * LOWEST_Q && q < 0.999 * HIGHEST_Q;
  }

  private ShoFit described(double[] p, double cost, double scale, boolean converged) {
    double root = Math.sqrt(p[3]);
    double top = Math.sqrt(p[0] * p[0] + p[1] * p[1]);
    Sho oscillator =
        new Sho(scale * top / p[3], StrictMath.atan2(p[1], p[0]), centre * root, root / p[2]);
    double variance = cost / Math.max(1, 2 * u.length - 4);
    ShoFit.Errors errors =
        SmallSystem.factorized(copyOf(normal))
            .map(system -> errors(p, system.inverse(), variance, scale))
            .orElse(ShoFit.Errors.UNKNOWN);
    return new ShoFit(oscillator, errors, converged);
  }

  private ShoFit.Errors errors(double[] p, double[][] inverse, double variance, double scale) {
    double root = Math.sqrt(p[3]);
    double top = Math.sqrt(p[0] * p[0] + p[1] * p[1]);
    double[] amplitude = {p[0] / (top * p[3]), p[1] / (top * p[3]), 0, -top / (p[3] * p[3])};
    double[] phase = {-p[1] / (top * top), p[0] / (top * top), 0, 0};
    double[] resonance = {0, 0, 0, centre / (2 * root)};
    double[] quality = {0, 0, -root / (p[2] * p[2]), 1 / (2 * root * p[2])};
    return new ShoFit.Errors(
        scale * deviation(amplitude, inverse, variance),
        deviation(phase, inverse, variance),
        deviation(resonance, inverse, variance),
        deviation(quality, inverse, variance));
  }

  private static double deviation(double[] gradient, double[][] inverse, double variance) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        sum += gradient[i] * inverse[i][j] * gradient[j];
      }
    }
    return Math.sqrt(Math.max(0, sum * variance));
  }

  private void clear() {
    for (int i = 0; i < 4; i++) {
      slope[i] = 0;
      Arrays.fill(normal[i], 0);
    }
  }

  private void restore(double[][] matrix, double[] gradient) {
    for (int i = 0; i < 4; i++) {
      System.arraycopy(matrix[i], 0, normal[i], 0, 4);
    }
    System.arraycopy(gradient, 0, slope, 0, 4);
  }

  private static double[][] copyOf(double[][] matrix) {
    double[][] copy = new double[4][];
    for (int i = 0; i < 4; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
