package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * A simple harmonic oscillator under a harmonic drive,
 *
 * <p>X(ω) = a ω0² e^{iφ} / (ω² − i ω ω0/Q − ω0²),
 *
 * <p>with |X| = a Q and phase φ + π/2 at resonance (Jesse et al., Nanotechnology 18 (2007) 435503,
 * doi:10.1088/0957-4484/18/43/435503).
 *
 * @param amplitudeMetres a, at least 0
 * @param phaseRadians φ
 * @param resonanceHertz ω0/2π
 * @param qualityFactor Q
 */
public record Sho(
    double amplitudeMetres, double phaseRadians, double resonanceHertz, double qualityFactor) {

  public Sho {
    Require.notNegative("amplitude in metres", amplitudeMetres);
    Require.finite("phase in radians", phaseRadians);
    Require.positive("resonance in hertz", resonanceHertz);
    Require.positive("quality factor", qualityFactor);
  }

  /** One that moves with the drive for a positive response and against it for a negative one. */
  static Sho of(
      double signedMetres, double offsetRadians, double resonanceHertz, double qualityFactor) {
    double phase = signedMetres < 0 ? offsetRadians + Math.PI : offsetRadians;
    return new Sho(Math.abs(signedMetres), wrapped(phase), resonanceHertz, qualityFactor);
  }

  /** The complex motion in metres at each frequency. */
  ComplexSpectrum response(double[] hertz) {
    double[] real = new double[hertz.length];
    double[] imaginary = new double[hertz.length];
    double top = amplitudeMetres * resonanceHertz * resonanceHertz;
    double topReal = top * StrictMath.cos(phaseRadians);
    double topImaginary = top * StrictMath.sin(phaseRadians);
    for (int i = 0; i < hertz.length; i++) {
      double down = (hertz[i] - resonanceHertz) * (hertz[i] + resonanceHertz);
      double loss = -hertz[i] * resonanceHertz / qualityFactor;
      double square = down * down + loss * loss;
      real[i] = (topReal * down + topImaginary * loss) / square;
      imaginary[i] = (topImaginary * down - topReal * loss) / square;
    }
    return new ComplexSpectrum(hertz, real, imaginary);
  }

  /** The same angle in (−π, π]. */
  static double wrapped(double radians) {
    double turns = radians - 2 * Math.PI * Math.floor((radians + Math.PI) / (2 * Math.PI));
    return turns <= -Math.PI ? Math.PI : turns;
  }
}
