package dev.cantilever.numerics.space;

/** How far apart points are. */
final class Spacing {

  /** Continuous settings that are nearer are one place. */
  private static final double ONE_PLACE = 1e-3;

  private Spacing() {}

  /** Straight-line distance. */
  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - b[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** Whether two judged points are different enough to be called two. */
  static boolean areTwoPlaces(SearchSpace space, Survey survey, int a, int b) {
    for (int c = 0; c < space.layout().size(); c++) {
      if (space.layout().columns().get(c).kind().isDiscrete()
          && survey.natural(a)[c] != survey.natural(b)[c]) {
        return true;
      }
    }
    return distance(survey.inputs(a), survey.inputs(b)) >= ONE_PLACE;
  }
}
