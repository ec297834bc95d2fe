package dev.cantilever.drivers.stem.sample;

/** Particles that lie on a film: their shape, size, substance and surface modes. */
public enum ParticleKind {
  GOLD_SPHERES(false, Material.GOLD, 2e-9, 30e-9, new Resonances(2.2, 2.4, 2.6, 0.2, 0.03, 8e-9)),
  SILVER_CUBES(true, Material.SILVER, 15e-9, 30e-9, new Resonances(2.5, 3.0, 3.5, 0.2, 0.05, 8e-9)),
  DOPED_OXIDE_CUBES(
      true,
      Material.DOPED_INDIUM_OXIDE,
      10e-9,
      25e-9,
      new Resonances(0.4, 0.55, 0.75, 0.1, 0.06, 8e-9));

  private final boolean cubic;
  private final Material material;
  private final double smallestMetres;
  private final double largestMetres;
  private final Resonances resonances;

  ParticleKind(
      boolean cubic, Material material, double smallest, double largest, Resonances resonances) {
    this.cubic = cubic;
    this.material = material;
    smallestMetres = smallest;
    largestMetres = largest;
    this.resonances = resonances;
  }

  /** A cube that lies on a face, or a sphere. */
  public boolean isCubic() {
    return cubic;
  }

  public Material material() {
    return material;
  }

  /** Smallest radius of a sphere or half side of a cube. */
  public double smallestMetres() {
    return smallestMetres;
  }

  /** Largest radius of a sphere or half side of a cube. */
  public double largestMetres() {
    return largestMetres;
  }

  public Resonances resonances() {
    return resonances;
  }

  /** Farthest point of the largest particle from its centre. */
  double reachMetres() {
    return cubic ? largestMetres * Math.sqrt(2) : largestMetres;
  }
}
