package dev.cantilever.drivers.stem.sample;

/**
 * Two variants that alternate along x, walls at multiples of half the period: the sign is
 * sin(kx)/√(sin²(kx) + δ²), close to ±1 inside a domain and 0 on a wall, and its integral is known
 * in closed form.
 *
 * @param periodMetres two domains together
 * @param wallMetres distance over which the sign turns
 */
public record Stripes(double periodMetres, double wallMetres) {

  public Stripes {
    if (!(wallMetres > 0 && periodMetres > 4 * wallMetres)) {
      throw new IllegalArgumentException("stripes are wider than their walls");
    }
  }

  /** −1 to 1. */
  public double sign(double x) {
    double sine = StrictMath.sin(k() * x);
    return sine / Math.sqrt(sine * sine + delta() * delta());
  }

  /** {@code slope} · ∫ sign dx: a ramp that turns at each wall. */
  SmoothField ramp(double slope) {
    return new Ramp(this, slope);
  }

  private double k() {
    return 2 * Math.PI / periodMetres;
  }

  private double delta() {
    return k() * wallMetres / 2;
  }

  private record Ramp(Stripes stripes, double slope) implements SmoothField {

    @Override
    public double value(double x, double y) {
      double k = stripes.k();
      double delta = stripes.delta();
      return -slope / k * StrictMath.asin(StrictMath.cos(k * x) / Math.sqrt(1 + delta * delta));
    }

    @Override
    public double slopeX(double x, double y) {
      return slope * stripes.sign(x);
    }

    @Override
    public double slopeY(double x, double y) {
      return 0;
    }
  }
}
