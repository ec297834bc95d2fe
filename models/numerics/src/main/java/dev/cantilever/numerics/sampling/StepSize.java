package dev.cantilever.numerics.sampling;

/**
 * Step size by dual averaging (Hoffman and Gelman, J. Mach. Learn. Res. 15 (2014) 1593, section
 * 3.2.1, equation 6, with their constants).
 */
final class StepSize {

  private static final double GAMMA = 0.05;
  private static final double OFFSET = 10;
  private static final double KAPPA = 0.75;
  private static final double LOG_TEN = 2.302585092994046;

  private final double target;
  private double shrinkTowards;
  private double logStep;
  private double logAverage;
  private double error;
  private int count;

  StepSize(double target) {
    this.target = target;
  }

  /** Begins again from a rough guess; what was learnt before is forgotten. */
  void restart(double guess) {
    logStep = StrictMath.log(guess);
    shrinkTowards = logStep + LOG_TEN;
    logAverage = 0;
    error = 0;
    count = 0;
  }

  /** Learns from the mean acceptance of one trajectory. */
  void learn(double acceptance) {
    count++;
    double share = 1 / (count + OFFSET);
    error += share * (target - acceptance - error);
    logStep = shrinkTowards - error * Math.sqrt(count) / GAMMA;
    double weight = StrictMath.pow(count, -KAPPA);
    logAverage += weight * (logStep - logAverage);
  }

  /** The step for the next transition of the warm-up. */
  double trial() {
    return StrictMath.exp(logStep);
  }

  /** The step after the warm-up. */
  double average() {
    return StrictMath.exp(count == 0 ? logStep : logAverage);
  }
}
