package dev.cantilever.numerics.pareto;

/** Lowest and highest value of every objective over a set of outcomes, of which there is one. */
final class Spread {

  private final double[] lowest;
  private final double[] highest;

  private Spread(double[] lowest, double[] highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  static Spread of(double[][] outcomes) {
    double[] lowest = outcomes[0].clone();
    double[] highest = outcomes[0].clone();
    for (double[] outcome : outcomes) {
      for (int k = 0; k < outcome.length; k++) {
        lowest[k] = Math.min(lowest[k], outcome[k]);
        highest[k] = Math.max(highest[k], outcome[k]);
      }
    }
    return new Spread(lowest, highest);
  }

  double lowest(int objective) {
    return lowest[objective];
  }

  double range(int objective) {
    return highest[objective] - lowest[objective];
  }

  /** How far a value lies from the lowest, 0, to the highest, 1; 0 where they are the same. */
  double position(int objective, double value) {
    double range = range(objective);
    return range > 0 ? (value - lowest[objective]) / range : 0;
  }

  /** How far a value falls short of the highest, 0, to the lowest, 1; 0 where they are the same. */
  double shortfall(int objective, double value) {
    double range = range(objective);
    return range > 0 ? (highest[objective] - value) / range : 0;
  }
}
