package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * Square pits half a pitch wide in a flat surface, their walls a few nanometres wide. The upper
 * face has height 0 and one pit has its centre at the origin.
 */
public final class CalibrationGrid implements Sample {

  private static final double WALL = 4e-9;

  private final double depth;
  private final double pitch;
  private final double cosine;
  private final double sine;
  private final Sample roughness;

  /**
   * Makes a grid.
   *
   * @param depthMetres of the pits, in [1e-9, 5e-7]; 20–100 nm are usual
   * @param pitchMetres in [5e-8, 2e-5]; 1–3 µm are usual
   * @param angleRadians by which the rows of pits are turned from x towards y
   * @param roughMetres rms roughness of both faces, in [0, 1e-8]
   */
  public CalibrationGrid(
      double depthMetres, double pitchMetres, double angleRadians, double roughMetres, long seed) {
    depth = Require.inside("depth in m", depthMetres, 1e-9, 5e-7);
    pitch = Require.inside("pitch in m", pitchMetres, 5e-8, 2e-5);
    Require.finite("angle in rad", angleRadians);
    Require.inside("roughness in m", roughMetres, 0, 1e-8);
    cosine = StrictMath.cos(angleRadians);
    sine = StrictMath.sin(angleRadians);
    roughness =
        roughMetres == 0
            ? new Plane(Material.HARD_FILM)
            : new FractalFilm(roughMetres, 0.7, 200e-9, Material.HARD_FILM, seed);
  }

  /** Pits of 20 nm every 1 µm, a little turned. */
  public static CalibrationGrid typical(long seed) {
    return new CalibrationGrid(20e-9, 1e-6, 0.03, 0.2e-9, seed);
  }

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    double across = fromWall(xMetres * cosine + yMetres * sine);
    double up = fromWall(yMetres * cosine - xMetres * sine);
    double inside = Math.min(1, Math.max(0, 0.5 + Math.min(across, up) / WALL));
    return roughness.heightMetres(xMetres, yMetres) - depth * inside;
  }

  @Override
  public double reliefMetres() {
    return depth + roughness.reliefMetres();
  }

  @Override
  public List<Material> materials() {
    return roughness.materials();
  }

  /** How far inside the nearest pit, along one axis. */
  private double fromWall(double along) {
    double offset = along - pitch * Math.rint(along / pitch);
    return pitch / 4 - Math.abs(offset);
  }
}
