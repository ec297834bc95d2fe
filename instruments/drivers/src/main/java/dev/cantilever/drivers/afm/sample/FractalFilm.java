package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * A self-affine film: power spectrum ∝ (q² + q0²)^−(α+1), that is q^−(2α+2) above q0 = 2π/ξ and
 * flat below it (Palasantzas, Phys. Rev. B 48 (1993) 14472, doi:10.1103/PhysRevB.48.14472). Waves
 * longer than 160 nm come from a tile of 20.48 µm, shorter ones from one of 1.28 µm with 1.25 nm
 * between grid points.
 */
public final class FractalFilm implements Sample {

  private static final double SPLIT = 2 * Math.PI / 160e-9;
  private static final double FINEST = Math.PI / 1.25e-9;

  private final double coarseRms;
  private final double fineRms;
  private final RandomField coarse;
  private final RandomField fine;
  private final List<Material> materials;

  /**
   * Draws a film.
   *
   * @param rmsMetres root mean square height, in [0, 1e-7]; films have 0.3–3 nm
   * @param hurst α in [0.1, 1]; 0.7 is typical
   * @param correlationMetres ξ in [1e-8, 2e-6]
   */
  public FractalFilm(
      double rmsMetres, double hurst, double correlationMetres, Material material, long seed) {
    Require.inside("rms height in m", rmsMetres, 0, 1e-7);
    Require.inside("Hurst exponent", hurst, 0.1, 1);
    Require.inside("correlation length in m", correlationMetres, 1e-8, 2e-6);
    double knee = 2 * Math.PI / correlationMetres;
    double low = power(0, SPLIT, knee, hurst);
    double high = power(SPLIT, FINEST, knee, hurst);
    coarseRms = rmsMetres * Math.sqrt(low / (low + high));
    fineRms = rmsMetres * Math.sqrt(high / (low + high));
    coarse =
        new RandomField(
            q -> q < SPLIT ? density(q, knee, hurst) : 0,
            512,
            40e-9,
            NormalDraws.of(seed, "afm film, long waves"));
    fine =
        new RandomField(
            q -> q >= SPLIT && q < FINEST ? density(q, knee, hurst) : 0,
            1024,
            1.25e-9,
            NormalDraws.of(seed, "afm film, short waves"));
    materials = List.of(material);
  }

  /** 1 nm rms of a hard oxide, α = 0.7, ξ = 300 nm. */
  public static FractalFilm typical(long seed) {
    return new FractalFilm(1e-9, 0.7, 300e-9, Material.HARD_FILM, seed);
  }

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    return coarseRms * coarse.at(xMetres, yMetres) + fineRms * fine.at(xMetres, yMetres);
  }

  @Override
  public double reliefMetres() {
    return 8 * Math.sqrt(coarseRms * coarseRms + fineRms * fineRms);
  }

  @Override
  public List<Material> materials() {
    return materials;
  }

  private static double density(double q, double knee, double hurst) {
    return StrictMath.pow((q * q + knee * knee) / (knee * knee), -(hurst + 1));
  }

  /** ∝ ∫ q (q² + q0²)^−(α+1) dq between two wave vectors. */
  private static double power(double from, double to, double knee, double hurst) {
    return StrictMath.pow(from * from + knee * knee, -hurst)
        - StrictMath.pow(to * to + knee * knee, -hurst);
  }
}
