package dev.cantilever.numerics.surrogate;

import java.util.List;

/** A mixture over a pool; see {@link MixturePosterior}. */
final class MixturePool implements PoolPosterior {

  private final List<PoolPosterior> parts;
  private final double[] mean;
  private final double[] variance;

  private MixturePool(List<PoolPosterior> parts, double[] mean, double[] variance) {
    this.parts = parts;
    this.mean = mean;
    this.variance = variance;
  }

  static MixturePool of(List<PoolPosterior> parts) {
    double[] mean = new double[parts.getFirst().size()];
    double[] variance = new double[mean.length];
    for (PoolPosterior part : parts) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += part.mean(c) / parts.size();
        variance[c] += (part.variance(c) + part.mean(c) * part.mean(c)) / parts.size();
      }
    }
    for (int c = 0; c < mean.length; c++) {
      variance[c] -= mean[c] * mean[c];
    }
    return new MixturePool(parts, mean, variance);
  }

  @Override
  public int size() {
    return mean.length;
  }

  @Override
  public double mean(int candidate) {
    return mean[candidate];
  }

  @Override
  public double variance(int candidate) {
    return Math.max(Moments.SMALLEST_VARIANCE, variance[candidate]);
  }

  @Override
  public double[] covarianceWith(int candidate) {
    double[] sum = new double[mean.length];
    for (PoolPosterior part : parts) {
      double[] own = part.covarianceWith(candidate);
      double apart = part.mean(candidate) - mean[candidate];
      for (int c = 0; c < sum.length; c++) {
        sum[c] += (own[c] + apart * (part.mean(c) - mean[c])) / parts.size();
      }
    }
    return sum;
  }

  @Override
  public MixturePool given(int candidate, double y, double noiseVariance) {
    return of(parts.stream().map(part -> part.given(candidate, y, noiseVariance)).toList());
  }
}
