package dev.cantilever.drivers.pfm;

import java.util.Optional;

/**
 * The oscillator behind the complex amplitudes at two frequencies, without an approximation: the
 * equation X1 D1 = X2 D2 of {@link Sho} is linear in ω0² and ω0/Q (four readings, four unknowns;
 * for dual-frequency resonance tracking see Gannepalli et al., Nanotechnology 22 (2011) 355705,
 * doi:10.1088/0957-4484/22/35/355705).
 */
final class DualFrequency {

  private DualFrequency() {}

  /** Nothing where the two readings belong to no damped oscillator. */
  static Optional<Sho> invert(ComplexSpectrum pair) {
    double centre = 0.5 * (pair.hertz()[0] + pair.hertz()[1]);
    double u1 = pair.hertz()[0] / centre;
    double u2 = pair.hertz()[1] / centre;
    double r1 = pair.real()[0];
    double i1 = pair.imaginary()[0];
    double r2 = pair.real()[1];
    double i2 = pair.imaginary()[1];
    // u1² X1 − u2² X2 = i g (u1 X1 − u2 X2) + k (X1 − X2), real and imaginary part.
    double leftReal = u1 * u1 * r1 - u2 * u2 * r2;
    double leftImaginary = u1 * u1 * i1 - u2 * u2 * i2;
    double gReal = -(u1 * i1 - u2 * i2);
    double gImaginary = u1 * r1 - u2 * r2;
    double kReal = r1 - r2;
    double kImaginary = i1 - i2;
    double determinant = gReal * kImaginary - gImaginary * kReal;
    double g = (leftReal * kImaginary - leftImaginary * kReal) / determinant;
    double k = (gReal * leftImaginary - gImaginary * leftReal) / determinant;
    if (!(g > 0 && k > 0 && g < Double.MAX_VALUE && k < Double.MAX_VALUE)) {
      return Optional.empty();
    }
    double down = u1 * u1 - k;
    double loss = -u1 * g;
    double topReal = r1 * down - i1 * loss;
    double topImaginary = r1 * loss + i1 * down;
    double root = Math.sqrt(k);
    double amplitude = Math.sqrt(topReal * topReal + topImaginary * topImaginary) / k;
    double phase = StrictMath.atan2(topImaginary, topReal);
    return Optional.of(new Sho(amplitude, phase, centre * root, root / g));
  }
}
