package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * What the process says of each observation when it is left out, without fitting anew: {@code μ_i =
 * y_i − α_i/Q_ii}, {@code σ_i² = 1/Q_ii} with {@code Q = A⁻¹} (Rasmussen and Williams 2006,
 * equations 5.10 to 5.12).
 *
 * @param mean n predictions
 * @param variance n variances, noise of the observation included
 * @param logDensity n log predictive densities of the observations
 */
public record LeaveOneOut(Series mean, Series variance, Series logDensity) {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  /**
   * From the residuals' weights and the inverse of the covariance.
   *
   * @param inverse lower triangle as rows
   */
  static LeaveOneOut of(double[] y, double[] alpha, double[][] inverse) {
    int n = y.length;
    double[] mean = new double[n];
    double[] variance = new double[n];
    double[] logDensity = new double[n];
    for (int i = 0; i < n; i++) {
      double own = inverse[i][i];
      double residual = alpha[i] / own;
      mean[i] = y[i] - residual;
      variance[i] = 1 / own;
      logDensity[i] =
          -0.5 * (LOG_TWO_PI + StrictMath.log(variance[i]) + residual * residual / variance[i]);
    }
    return new LeaveOneOut(Series.of(mean), Series.of(variance), Series.of(logDensity));
  }

  /** Mean log predictive density: larger is better; comparable between models of the same data. */
  public double meanLogDensity() {
    double sum = 0;
    for (int i = 0; i < logDensity.size(); i++) {
      sum += logDensity.get(i);
    }
    return sum / logDensity.size();
  }
}
