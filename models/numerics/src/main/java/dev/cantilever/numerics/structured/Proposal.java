package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;

/**
 * {@code g = (1 − w) N(μ, Σ) + w · prior}: a normal density with mean and covariance of some draws,
 * made safe by a share of the prior wherever the posterior has a tail or a mode that these draws do
 * not show (a defensive mixture; Hesterberg, Technometrics 37 (1995) 185,
 * doi:10.1080/00401706.1995.10484303).
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Proposal(Unknowns unknowns, double[] mean, Cholesky factor) {

  private static final double OF_PRIOR = 0.1;
  private static final double LOG_TWO_PI = 1.8378770664093453;

  /** Added to each variance, so that few or equal draws still make a density. */
  private static final double LEAST_VARIANCE = 1e-6;

  static Proposal fitted(Unknowns unknowns, double[][] draws) {
    int d = unknowns.size();
    double[] mean = new double[d];
    for (double[] theta : draws) {
      for (int a = 0; a < d; a++) {
        mean[a] += theta[a] / draws.length;
      }
    }
    double[] covariance = new double[d * d];
    for (double[] theta : draws) {
      for (int a = 0; a < d; a++) {
        for (int b = 0; b < d; b++) {
          covariance[a * d + b] += (theta[a] - mean[a]) * (theta[b] - mean[b]) / (draws.length - 1);
        }
      }
    }
    for (int a = 0; a < d; a++) {
      covariance[a * d + a] += LEAST_VARIANCE;
    }
    return new Proposal(unknowns, mean, Cholesky.factor(covariance, d));
  }

  double[] draw(RandomStream stream) {
    if (stream.nextDouble() < OF_PRIOR) {
      return unknowns.draw(stream);
    }
    double[] theta = new double[mean.length];
    for (int a = 0; a < theta.length; a++) {
      theta[a] = stream.nextNormal();
    }
    theta = factor.times(theta);
    for (int a = 0; a < theta.length; a++) {
      theta[a] += mean[a];
    }
    return theta;
  }

  double logDensity(double[] theta) {
    double[] apart = new double[theta.length];
    for (int a = 0; a < theta.length; a++) {
      apart[a] = theta[a] - mean[a];
    }
    double squares = 0;
    for (double z : factor.forward(apart)) {
      squares += z * z;
    }
    double normal =
        StrictMath.log(1 - OF_PRIOR)
            - 0.5 * (squares + factor.logDeterminant() + theta.length * LOG_TWO_PI);
    double prior = StrictMath.log(OF_PRIOR) + unknowns.logPrior(theta);
    double greater = Math.max(normal, prior);
    return greater + StrictMath.log1p(StrictMath.exp(-Math.abs(normal - prior)));
  }
}
