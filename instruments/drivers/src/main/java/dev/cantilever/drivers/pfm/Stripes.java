package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.Arrays;

/**
 * Ferroelastic variants: parallel stripes of a-domains between c-domains, bounded by straight walls
 * at drawn distances along the normal. Even intervals between walls are c, odd ones a.
 */
final class Stripes {

  private final double cosine;
  private final double sine;
  private final double[] walls;

  /**
   * @param reachMetres half the length that has to be covered along the normal
   */
  Stripes(StripeSettings settings, double reachMetres, NormalDraws draws) {
    cosine = StrictMath.cos(settings.normalRadians());
    sine = StrictMath.sin(settings.normalRadians());
    double shortest = settings.shortestPeriodMetres();
    int most = 2 * (int) Math.ceil(2 * reachMetres / shortest) + 8;
    double[] drawn = new double[most];
    int count = 0;
    double at = -reachMetres - settings.longestPeriodMetres() * draws.uniform(1, 2);
    while (at < reachMetres + settings.longestPeriodMetres() && count + 2 <= most) {
      double period = draws.uniform(shortest, settings.longestPeriodMetres());
      double a = period * settings.fractionOfA() * draws.uniform(0.8, 1.2);
      drawn[count++] = at + period - Math.min(a, 0.95 * period);
      drawn[count++] = at + period;
      at += period;
    }
    walls = Arrays.copyOf(drawn, count);
  }

  /** Distance to the nearest wall, in metres. */
  double distance(double xMetres, double yMetres) {
    double along = along(xMetres, yMetres);
    return Math.abs(along - walls[nearest(along)]);
  }

  /** Distance to the nearest wall, positive in c-domains and negative in a-domains. */
  double signedDistance(double xMetres, double yMetres) {
    double along = along(xMetres, yMetres);
    int next = next(along);
    double distance = Math.abs(along - walls[nearest(along)]);
    return next % 2 == 0 ? distance : -distance;
  }

  private double along(double x, double y) {
    return x * cosine + y * sine;
  }

  /** Index of the first wall beyond a coordinate; even inside a c-domain. */
  private int next(double along) {
    int found = Arrays.binarySearch(walls, along);
    return found >= 0 ? found : -found - 1;
  }

  private int nearest(double along) {
    int next = next(along);
    if (next == 0 || next == walls.length) {
      return next == 0 ? 0 : walls.length - 1;
    }
    return along - walls[next - 1] < walls[next] - along ? next - 1 : next;
  }
}
