package dev.cantilever.drivers.afm;

/**
 * What lies under a way of the probe, at equidistant points of it.
 *
 * @param heights apparent height that the tip follows, in metres: dilated, with bow and drift
 * @param trueHeights of the sample under the apex, in metres
 * @param materials index of the material under the apex
 * @param onSample the way as it leads over the sample
 */
record Followed(double[] heights, double[] trueHeights, int[] materials, Path onSample) {

  /** The true height at a share of the way, linear between the points. */
  double trueHeight(double share) {
    double place = share * (trueHeights.length - 1);
    int i = Math.min((int) place, trueHeights.length - 2);
    return trueHeights[i] + (place - i) * (trueHeights[i + 1] - trueHeights[i]);
  }
}
