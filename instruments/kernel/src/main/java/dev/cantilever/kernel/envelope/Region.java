package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.SurfacePoint;

/**
 * A rectangle of the surface that the probe may not touch or cross, its edge included.
 *
 * @param reason why, in words; shown when a move is refused
 */
public record Region(SurfacePoint lowerLeft, SurfacePoint upperRight, String reason) {

  public Region {
    if (!(lowerLeft.x().metres() <= upperRight.x().metres())
        || !(lowerLeft.y().metres() <= upperRight.y().metres())) {
      throw new IllegalArgumentException("a region needs lower_left below and left of upper_right");
    }
  }

  /**
   * Whether the straight segment stays clear of this rectangle; false where a coordinate or a
   * difference of two is not finite. Method: clipping of the segment's parameter interval against
   * both slabs (Liang and Barsky, ACM Trans. Graph. 3 (1984) 1, doi:10.1145/357332.357333).
   */
  boolean isClearOf(SurfacePoint from, SurfacePoint to) {
    double[] interval = {0, 1};
    boolean crosses =
        crossesSlab(
                from.x().metres(),
                to.x().metres(),
                lowerLeft.x().metres(),
                upperRight.x().metres(),
                interval)
            && crossesSlab(
                from.y().metres(),
                to.y().metres(),
                lowerLeft.y().metres(),
                upperRight.y().metres(),
                interval);
    boolean finite =
        Double.isFinite(to.x().metres() - from.x().metres())
            && Double.isFinite(to.y().metres() - from.y().metres());
    return finite && !crosses;
  }

  private static boolean crossesSlab(
      double from, double to, double low, double high, double[] interval) {
    double step = to - from;
    if (step == 0) {
      return from >= low && from <= high;
    }
    double atLow = (low - from) / step;
    double atHigh = (high - from) / step;
    interval[0] = Math.max(interval[0], Math.min(atLow, atHigh));
    interval[1] = Math.min(interval[1], Math.max(atLow, atHigh));
    return interval[0] <= interval[1];
  }
}
