package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;

/**
 * How new an outcome is: its Euclidean distances to the k nearest measured outcomes (Lehman and
 * Stanley, Evol. Comput. 19 (2011) 189, doi:10.1162/EVCO_a_00025; Tang, Chakrabarty and Paulson,
 * arXiv:2406.03616). Larger is newer. Outcomes of unlike units are to be scaled first.
 */
public final class OutcomeNovelty {

  private final Points measured;
  private final int neighbours;
  private final double floor;
  private final Neighbours nearest;

  private OutcomeNovelty(Points measured, int neighbours, double floor) {
    this.measured = measured;
    this.neighbours = neighbours;
    this.floor = floor;
    this.nearest = new Neighbours(measured, neighbours, floor);
  }

  /**
   * Against all measured outcomes.
   *
   * @param measured n × m, each within ±1e100; n at least 1
   * @param neighbours k, at least 1; where it exceeds n, all n count
   */
  public static OutcomeNovelty against(Points measured, int neighbours) {
    Require.atLeast("the number of measured outcomes", 1, measured.size());
    Require.atLeast("the number of neighbours", 1, neighbours);
    Require.bounded("measured outcome", measured);
    return new OutcomeNovelty(measured, neighbours, 0);
  }

  /**
   * The same where distances below a floor count as 0, so that noise is not taken for novelty: two
   * standard deviations of it are a good floor.
   *
   * @param distance finite, at least 0
   */
  public OutcomeNovelty withFloor(double distance) {
    Require.between("the distance floor", distance, 0, Double.MAX_VALUE);
    return new OutcomeNovelty(measured, neighbours, distance);
  }

  /** The same with one more measured outcome. */
  public OutcomeNovelty plus(double... outcome) {
    return new OutcomeNovelty(measured.plus(Points.of(checked(outcome))), neighbours, floor);
  }

  /** {@code Σ} of the k smallest distances to measured outcomes. */
  public double sumOfNearest(double... outcome) {
    return nearest.sum(checked(outcome));
  }

  /** The same divided by the number of distances. */
  public double meanOfNearest(double... outcome) {
    return sumOfNearest(outcome) / nearest.count();
  }

  private double[] checked(double[] outcome) {
    Require.dimension("the outcome", outcome.length, measured.dimension());
    Require.bounded("the outcome", outcome);
    return outcome;
  }
}
