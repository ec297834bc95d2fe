package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.ErrorFunction;
import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Loops by composition: one loop about zero bias, mixed beyond the boundary with the two narrow
 * loops about ±2.5 V of field-induced antiferroelectric switching. Not safe for several threads.
 */
final class PiezoLoops {

  private static final int STEPS = 64;
  private static final double AMPLITUDE_VOLTS = 8;
  private static final double BRANCH_WIDTH_VOLTS = 0.4;
  private static final double ANTIFERROELECTRIC_VOLTS = 2.5;

  /** Half-width of the two narrow loops relative to the coercive bias. */
  private static final double NARROW = 0.25;

  private final LibraryFilm film;
  private final LibrarySettings.PfmNoise noise;
  private final NormalDraws detector;

  PiezoLoops(LibraryFilm film, NormalDraws detector) {
    this.film = film;
    this.detector = detector;
    noise = film.settings().pfm();
  }

  LibraryLoop measure(double uMetres) {
    double gain = film.piezoresponse(uMetres) * (1 + noise.relative() * detector.normal());
    double coercive = film.coerciveVolts(uMetres);
    double offset = noise.voltsOfCoercive() * detector.normal();
    double pinched = film.pinched(uMetres);
    double[] bias = new double[STEPS];
    double[] response = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double phase = (double) i / STEPS;
      bias[i] = AMPLITUDE_VOLTS * (phase <= 0.5 ? 4 * phase - 1 : 3 - 4 * phase);
      double shape = shape(bias[i] + offset, phase <= 0.5 ? 1 : -1, coercive, pinched);
      response[i] = gain * shape + noise.metresPerVolt() * detector.normal();
    }
    return new LibraryLoop(
        noise.seconds(),
        bias,
        response,
        film.wallDensity(uMetres) * (1 + noise.relative() * detector.normal()),
        film.domainMetres(uMetres) * (1 + noise.relative() * detector.normal()));
  }

  /** In [−1, 1]; {@code sense} is +1 while the bias rises. */
  private static double shape(double volts, int sense, double coercive, double pinched) {
    double single = branch(volts - sense * coercive);
    double narrow = sense * NARROW * coercive;
    double twin =
        0.5
            * (branch(volts - ANTIFERROELECTRIC_VOLTS - narrow)
                + branch(volts + ANTIFERROELECTRIC_VOLTS - narrow));
    return (1 - pinched) * single + pinched * twin;
  }

  private static double branch(double volts) {
    return 2 * ErrorFunction.normalBelow(volts / BRANCH_WIDTH_VOLTS) - 1;
  }
}
