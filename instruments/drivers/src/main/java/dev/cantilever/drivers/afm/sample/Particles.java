package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Spheres that lie on a faintly rough plane without overlap, on a tile of 4 µm that repeats. Of a
 * sphere the upper half counts: what hangs over cannot be touched from above.
 */
public final class Particles implements Sample {

  private static final int CELLS = 64;
  private static final Sample PLANE = new Plane(Material.HARD_FILM);
  private static final List<Material> MATERIALS =
      List.of(Material.HARD_FILM, new Material(70e9, 2e-19, 20));

  private final double tile;
  private final List<List<Sphere>> cells = new ArrayList<>();
  private final double largest;
  private final Sample substrate;

  private record Sphere(double x, double y, double radius) {}

  private Particles(double tile, List<Sphere> spheres, Sample substrate) {
    this.tile = tile;
    for (int i = 0; i < CELLS * CELLS; i++) {
      cells.add(new ArrayList<>());
    }
    double most = 0;
    for (Sphere sphere : spheres) {
      most = Math.max(most, sphere.radius());
      cells.get(cell(sphere.x(), sphere.y(), 0, 0)).add(sphere);
    }
    largest = most;
    this.substrate = substrate;
  }

  /**
   * Scatters spheres with normally distributed logarithm of their radius (σ = 0.2), at most 30 nm.
   *
   * @param perSquareMetre in [0, 4e14]; where no room is left, fewer
   * @param medianRadiusMetres in [1e-9, 2e-8]
   */
  public static Particles scattered(double perSquareMetre, double medianRadiusMetres, long seed) {
    Require.inside("particles per m²", perSquareMetre, 0, 4e14);
    Require.inside("median radius in m", medianRadiusMetres, 1e-9, 2e-8);
    double side = 4e-6;
    NormalDraws draws = NormalDraws.of(seed, "afm particles");
    Particles placed = new Particles(side, List.of(), PLANE);
    List<Sphere> spheres = new ArrayList<>();
    long wanted = Math.round(perSquareMetre * side * side);
    for (long tried = 0; tried < wanted; tried++) {
      double radius = medianRadiusMetres * StrictMath.exp(0.2 * draws.normal());
      Sphere sphere =
          new Sphere(draws.uniform(0, side), draws.uniform(0, side), Math.min(radius, 30e-9));
      if (placed.hasRoomFor(sphere)) {
        placed.cells.get(placed.cell(sphere.x(), sphere.y(), 0, 0)).add(sphere);
        spheres.add(sphere);
      }
    }
    return new Particles(
        side, spheres, new FractalFilm(0.15e-9, 0.7, 150e-9, Material.HARD_FILM, seed));
  }

  /** One sphere on a perfect plane, its centre over the origin; it repeats after 4 µm. */
  public static Particles single(double radiusMetres) {
    Require.inside("radius in m", radiusMetres, 1e-10, 3e-8);
    return new Particles(4e-6, List.of(new Sphere(0, 0, radiusMetres)), PLANE);
  }

  /** 60 particles of about 8 nm radius per square micrometre. */
  public static Particles typical(long seed) {
    return scattered(60e12, 8e-9, seed);
  }

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    double top = substrate.heightMetres(xMetres, yMetres);
    Sphere sphere = over(xMetres, yMetres);
    if (sphere == null) {
      return top;
    }
    double distance = distance(sphere, xMetres, yMetres);
    double radius = sphere.radius();
    return Math.max(top, radius + Math.sqrt(radius * radius - distance * distance));
  }

  @Override
  public double reliefMetres() {
    return 2 * largest + substrate.reliefMetres();
  }

  /** The substrate, and the particles. */
  @Override
  public List<Material> materials() {
    return MATERIALS;
  }

  @Override
  public int materialAt(double xMetres, double yMetres) {
    return over(xMetres, yMetres) == null ? 0 : 1;
  }

  private Sphere over(double x, double y) {
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (Sphere sphere : cells.get(cell(x, y, i, j))) {
          if (distance(sphere, x, y) < sphere.radius()) {
            return sphere;
          }
        }
      }
    }
    return null;
  }

  private boolean hasRoomFor(Sphere newcomer) {
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (Sphere other : cells.get(cell(newcomer.x(), newcomer.y(), i, j))) {
          double apart = distance(other, newcomer.x(), newcomer.y());
          if (apart < other.radius() + newcomer.radius()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private double distance(Sphere sphere, double x, double y) {
    double dx = x - sphere.x();
    double dy = y - sphere.y();
    dx -= tile * Math.rint(dx / tile);
    dy -= tile * Math.rint(dy / tile);
    return Math.sqrt(dx * dx + dy * dy);
  }

  private int cell(double x, double y, int right, int up) {
    int column = (int) Math.floor(x / tile * CELLS) + right;
    int row = (int) Math.floor(y / tile * CELLS) + up;
    return (row & (CELLS - 1)) * CELLS + (column & (CELLS - 1));
  }
}
