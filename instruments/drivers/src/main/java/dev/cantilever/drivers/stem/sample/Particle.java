package dev.cantilever.drivers.stem.sample;

/**
 * One particle on the film.
 *
 * @param kind shape and substance
 * @param x centre, metres
 * @param y centre, metres
 * @param radiusMetres radius of a sphere, half side of a cube
 * @param angleRadians angle of a cube's side to x
 */
public record Particle(
    ParticleKind kind, double x, double y, double radiusMetres, double angleRadians) {

  /** Length of the beam's way through the particle, metres. */
  public double thicknessMetres(double atX, double atY) {
    double dx = atX - x;
    double dy = atY - y;
    double square = radiusMetres * radiusMetres;
    if (dx * dx + dy * dy >= (kind.isCubic() ? 2 * square : square)) {
      return 0;
    }
    if (!kind.isCubic()) {
      return 2 * Math.sqrt(square - dx * dx - dy * dy);
    }
    return Math.max(Math.abs(along(dx, dy)), Math.abs(across(dx, dy))) < radiusMetres
        ? 2 * radiusMetres
        : 0;
  }

  /** Weight of the corner mode, 0 to 1: exp(−d/ℓ) from the nearest corner; 0 for a sphere. */
  public double cornerWeight(double atX, double atY) {
    if (!kind.isCubic()) {
      return 0;
    }
    double u = Math.abs(along(atX - x, atY - y)) - radiusMetres;
    double v = Math.abs(across(atX - x, atY - y)) - radiusMetres;
    return decayed(Math.sqrt(u * u + v * v));
  }

  /** Weight of the edge mode: from the middle three fifths of the nearest side, or the surface. */
  public double edgeWeight(double atX, double atY) {
    double dx = atX - x;
    double dy = atY - y;
    if (!kind.isCubic()) {
      return decayed(Math.abs(Math.sqrt(dx * dx + dy * dy) - radiusMetres));
    }
    double u = Math.abs(along(dx, dy));
    double v = Math.abs(across(dx, dy));
    return decayed(Math.min(toSide(u, v), toSide(v, u)));
  }

  /** Weight of the face mode: from the inner half of a cube's face; 0 for a sphere. */
  public double faceWeight(double atX, double atY) {
    if (!kind.isCubic()) {
      return 0;
    }
    double u = Math.max(0, Math.abs(along(atX - x, atY - y)) - 0.5 * radiusMetres);
    double v = Math.max(0, Math.abs(across(atX - x, atY - y)) - 0.5 * radiusMetres);
    return decayed(Math.sqrt(u * u + v * v));
  }

  private double toSide(double outward, double sideways) {
    double off = outward - radiusMetres;
    double beyond = Math.max(0, sideways - 0.6 * radiusMetres);
    return Math.sqrt(off * off + beyond * beyond);
  }

  private double decayed(double distance) {
    return StrictMath.exp(-distance / kind.resonances().decayMetres());
  }

  private double along(double dx, double dy) {
    return StrictMath.cos(angleRadians) * dx + StrictMath.sin(angleRadians) * dy;
  }

  private double across(double dx, double dy) {
    return StrictMath.cos(angleRadians) * dy - StrictMath.sin(angleRadians) * dx;
  }

  /** Whether two particles could touch, by the circles around them. */
  boolean touches(Particle other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double reach = circle() + other.circle();
    return dx * dx + dy * dy < reach * reach;
  }

  private double circle() {
    return kind.isCubic() ? radiusMetres * Math.sqrt(2) : radiusMetres;
  }
}
