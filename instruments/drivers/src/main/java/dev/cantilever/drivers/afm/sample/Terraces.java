package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;
import java.util.Arrays;
import java.util.List;

/**
 * A vicinal surface: unit-cell steps down along one direction, terraces of uneven width, meandering
 * edges and a faint roughness. 256 widths repeat.
 */
public final class Terraces implements Sample {

  private static final int WIDTHS = 256;
  private static final double NARROWEST = 50e-9;
  private static final double WIDEST = 300e-9;

  private final double step;
  private final double cosine;
  private final double sine;
  private final double[] edges = new double[WIDTHS + 1];
  private final RandomField meander;
  private final FractalFilm roughness;
  private final List<Material> materials;

  /**
   * Draws a surface.
   *
   * @param stepMetres height of a step, in [1e-11, 1e-8]; 0.40 nm for a perovskite
   * @param directionRadians in which the surface descends, from x towards y
   */
  public Terraces(double stepMetres, double directionRadians, Material material, long seed) {
    step = Require.inside("step height in m", stepMetres, 1e-11, 1e-8);
    Require.finite("direction in rad", directionRadians);
    cosine = StrictMath.cos(directionRadians);
    sine = StrictMath.sin(directionRadians);
    NormalDraws draws = NormalDraws.of(seed, "afm terraces, widths");
    for (int i = 0; i < WIDTHS; i++) {
      edges[i + 1] = edges[i] + draws.uniform(NARROWEST, WIDEST);
    }
    meander =
        new RandomField(
            q -> StrictMath.pow(1 + q * q / 6.4e13, -2),
            512,
            20e-9,
            NormalDraws.of(seed, "afm terraces, meander"));
    roughness = new FractalFilm(0.05e-9, 0.7, 100e-9, material, seed);
    materials = List.of(material);
  }

  /** Steps of 0.40 nm on a hard oxide. */
  public static Terraces typical(long seed) {
    return new Terraces(0.40e-9, 0.5, Material.HARD_FILM, seed);
  }

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    return -step * terrace(xMetres, yMetres) + roughness.heightMetres(xMetres, yMetres);
  }

  @Override
  public double reliefMetres() {
    return 3 * step + roughness.reliefMetres();
  }

  @Override
  public List<Material> materials() {
    return materials;
  }

  private double terrace(double x, double y) {
    double along = x * cosine + y * sine + 22e-9 * meander.at(x, y);
    double period = edges[WIDTHS];
    double turns = Math.floor(along / period);
    int found = Arrays.binarySearch(edges, along - turns * period);
    return turns * WIDTHS + (found >= 0 ? found : -found - 2);
  }
}
