package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;

/**
 * Weak stripe domains of a magnetic film: a magnetisation across the film that is uniform through
 * its thickness t and varies sinusoidally along it with one period p, here a main wave and eight
 * fainter ones of directions nearby, by which the stripes waver. Since every wave has the wave
 * number k = 2π/p, the stray field falls off as exp(−kz) above each point,
 *
 * <pre>
 * Hz(x, y, z) = ½ Mz(x, y) exp(−kz) (1 − exp(−kt))
 * </pre>
 *
 * that of two sheets of the magnetic charge ±Mz (Hartmann, Annu. Rev. Mater. Sci. 29 (1999) 53,
 * doi:10.1146/annurev.matsci.29.1.53, whose stripes have higher harmonics as well). A tip that acts
 * as a dipole m along z feels ∂F/∂z = μ0 m ∂²Hz/∂z² = μ0 m k² Hz (Kazakova et al., J. Appl. Phys.
 * 125 (2019) 060901, doi:10.1063/1.5050712).
 */
public final class StripeDomains {

  private static final double VACUUM_PERMEABILITY = 1.25663706212e-6;

  /** Effective moment of a coated tip along z, in A m²; 1e-13 emu. */
  private static final double TIP_MOMENT = 1e-16;

  private static final int SIDE_WAVES = 8;
  private static final double MAIN = 0.5;
  private static final double SPREAD = 0.6;

  private final double waveNumber;
  private final double magnetisation;
  private final double thickness;
  private final double[] kx = new double[SIDE_WAVES + 1];
  private final double[] ky = new double[SIDE_WAVES + 1];
  private final double[] phase = new double[SIDE_WAVES + 1];

  /**
   * Draws a pattern.
   *
   * @param periodMetres p, in [5e-8, 1e-5]
   * @param magnetisation greatest |Mz| in A/m, in [0, 2e6]
   * @param thicknessMetres t, in [1e-9, 1e-5]
   */
  public StripeDomains(
      double periodMetres, double magnetisation, double thicknessMetres, long seed) {
    waveNumber = 2 * Math.PI / Require.inside("period in m", periodMetres, 5e-8, 1e-5);
    this.magnetisation = Require.inside("magnetisation in A/m", magnetisation, 0, 2e6);
    thickness = Require.inside("thickness in m", thicknessMetres, 1e-9, 1e-5);
    NormalDraws draws = NormalDraws.of(seed, "afm magnetic domains");
    double main = draws.uniform(-Math.PI, Math.PI);
    for (int i = 0; i <= SIDE_WAVES; i++) {
      double direction = main + (i == 0 ? 0 : SPREAD * draws.uniform(-1, 1));
      kx[i] = waveNumber * StrictMath.cos(direction);
      ky[i] = waveNumber * StrictMath.sin(direction);
      phase[i] = draws.uniform(-Math.PI, Math.PI);
    }
  }

  /** Up to 400 kA/m across a film of 100 nm. */
  public static StripeDomains typical(double periodMetres, long seed) {
    return new StripeDomains(periodMetres, 4e5, 100e-9, seed);
  }

  /** Mz in A/m at a point in metres. */
  public double magnetisation(double xMetres, double yMetres) {
    double sum = 0;
    for (int i = 0; i <= SIDE_WAVES; i++) {
      double weight = i == 0 ? MAIN : (1 - MAIN) / SIDE_WAVES;
      sum += weight * StrictMath.cos(kx[i] * xMetres + ky[i] * yMetres + phase[i]);
    }
    return magnetisation * sum;
  }

  /** Hz in A/m at a height above a point. */
  public double strayField(double xMetres, double yMetres, double heightMetres) {
    return magnetisation(xMetres, yMetres)
        / 2
        * StrictMath.exp(-waveNumber * heightMetres)
        * (1 - StrictMath.exp(-waveNumber * thickness));
  }

  /** ∂F/∂z in N/m on a coated tip at a height above a point. */
  public double gradient(double xMetres, double yMetres, double heightMetres) {
    return VACUUM_PERMEABILITY
        * TIP_MOMENT
        * waveNumber
        * waveNumber
        * strayField(xMetres, yMetres, heightMetres);
  }

  /**
   * By how much the gradient that a lever feels exceeds the one at the middle of its swing. The
   * virial of exp(−kz) over a swing A has the factor 2 I1(kA)/(kA), here to the fourth order.
   *
   * @param amplitudeMetres A, below p/4; the error is then below 0.2 %
   */
  public double swingFactor(double amplitudeMetres) {
    double square = waveNumber * amplitudeMetres * waveNumber * amplitudeMetres;
    return 1 + square / 8 + square * square / 192;
  }
}
