package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * A demixed film of two polymers: the sign of a random field with one dominant wavelength says
 * which of them is at the surface (Cahn, J. Chem. Phys. 42 (1965) 93, doi:10.1063/1.1695731). The
 * hard phase stands a little higher.
 */
public final class TwoPhasePolymer implements Sample {

  /** Index of the soft phase. */
  public static final int SOFT = 0;

  /** Index of the hard phase. */
  public static final int HARD = 1;

  private static final double PROUD = 1.5e-9;

  private final RandomField demixing;
  private final double threshold;
  private final FractalFilm roughness;
  private final List<Material> materials;

  /**
   * Draws a film.
   *
   * @param periodMetres of the pattern, in [4e-8, 6e-7]
   * @param threshold the field, of mean 0 and mean square 1, above which the hard phase lies, in
   *     [−2, 2]: 0 gives a labyrinth, 0.7 hard drops in a soft matrix
   */
  public TwoPhasePolymer(
      double periodMetres, double threshold, Material soft, Material hard, long seed) {
    Require.inside("period in m", periodMetres, 4e-8, 6e-7);
    this.threshold = Require.inside("threshold", threshold, -2, 2);
    double centre = 2 * Math.PI / periodMetres;
    double width = 0.2 * centre;
    demixing =
        new RandomField(
            q -> StrictMath.exp(-(q - centre) * (q - centre) / (width * width)),
            1024,
            periodMetres / 24,
            NormalDraws.of(seed, "afm polymer, phases"));
    roughness = new FractalFilm(0.3e-9, 0.7, 80e-9, soft, seed);
    materials = List.of(soft, hard);
  }

  /**
   * E* 0.1 and 2 GPa, friction 0.6 and 0.3, a pattern of 150 nm with about a third of the hard
   * phase.
   */
  public static TwoPhasePolymer typical(long seed) {
    return new TwoPhasePolymer(
        150e-9, 0.4, new Material(0.1e9, 5e-20, 20, 0.6), new Material(2e9, 7e-20, 100, 0.3), seed);
  }

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    double field = (demixing.at(xMetres, yMetres) - threshold) / 0.3;
    return PROUD * field / Math.sqrt(1 + field * field) + roughness.heightMetres(xMetres, yMetres);
  }

  @Override
  public double reliefMetres() {
    return 2 * PROUD + roughness.reliefMetres();
  }

  /** Soft, then hard. */
  @Override
  public List<Material> materials() {
    return materials;
  }

  @Override
  public int materialAt(double xMetres, double yMetres) {
    return demixing.at(xMetres, yMetres) > threshold ? HARD : SOFT;
  }
}
