package dev.cantilever.numerics.pareto;

/**
 * How far a found front is from the true one: the mean, over points of the true front, of the
 * straight-line distance to the nearest point found (Coello Coello and Reyes Sierra, MICAI 2004,
 * doi:10.1007/978-3-540-24694-7_71). 0 where all are found. It depends on the scales of the
 * objectives and on how evenly the true front is given.
 */
public final class InvertedGenerationalDistance {

  private InvertedGenerationalDistance() {}

  /**
   * The distance.
   *
   * @param found not empty
   * @param truth points of the true front, n × m, within ±1e50, n at least 1
   */
  public static double of(Front found, double[]... truth) {
    if (found.size() == 0) {
      throw new IllegalArgumentException("an empty front has no distance; find one point first");
    }
    double[][] targets = Outcomes.checked("true point", truth, found.objectives());
    if (targets.length == 0) {
      throw new IllegalArgumentException("at least one point of the true front is needed");
    }
    double[][] points = found.toArray();
    double sum = 0;
    for (double[] target : targets) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[] point : points) {
        nearest = Math.min(nearest, squaredDistance(target, point));
      }
      sum += Math.sqrt(nearest);
    }
    return sum / targets.length;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
