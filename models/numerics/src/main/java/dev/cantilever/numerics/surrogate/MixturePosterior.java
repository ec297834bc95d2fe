package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.function.Function;

/**
 * Equally likely posteriors, one for each draw of the hyper-parameters: the mean is the average of
 * the means, the variance the average of {@code variance + mean²} less the square of that.
 *
 * @param parts at least one
 */
public record MixturePosterior(List<Posterior> parts) implements Posterior {

  public MixturePosterior {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a mixture needs at least one posterior");
    }
  }

  @Override
  public Moments at(Points points) {
    double[] mean = new double[points.size()];
    double[] square = new double[points.size()];
    for (Posterior part : parts) {
      Moments own = part.at(points);
      for (int i = 0; i < mean.length; i++) {
        double mu = own.mean().get(i);
        mean[i] += mu / parts.size();
        square[i] += (own.variance().get(i) + mu * mu) / parts.size();
      }
    }
    for (int i = 0; i < mean.length; i++) {
      square[i] -= mean[i] * mean[i];
    }
    return Moments.of(mean, square);
  }

  @Override
  public MomentSlopes slopes(Points one) {
    int d = one.dimension();
    double mean = 0;
    double square = 0;
    double[] means = new double[d];
    double[] squares = new double[d];
    for (Posterior part : parts) {
      MomentSlopes own = part.slopes(one);
      mean += own.mean() / parts.size();
      square += (own.variance() + own.mean() * own.mean()) / parts.size();
      for (int k = 0; k < d; k++) {
        double slope = own.meanSlopes().get(k);
        means[k] += slope / parts.size();
        squares[k] += (own.varianceSlopes().get(k) + 2 * own.mean() * slope) / parts.size();
      }
    }
    for (int k = 0; k < d; k++) {
      squares[k] -= 2 * mean * means[k];
    }
    return new MomentSlopes(mean, square - mean * mean, Series.of(means), Series.of(squares));
  }

  @Override
  public double[][] covariance(Points points) {
    Moments whole = at(points);
    double[][] sum = new double[points.size()][points.size()];
    for (Posterior part : parts) {
      Series mean = part.at(points).mean();
      double[][] own = part.covariance(points);
      for (int a = 0; a < sum.length; a++) {
        for (int b = 0; b < sum.length; b++) {
          double apart = (mean.get(a) - whole.mean().get(a)) * (mean.get(b) - whole.mean().get(b));
          sum[a][b] += (own[a][b] + apart) / parts.size();
        }
      }
    }
    return sum;
  }

  @Override
  public PoolPosterior over(Points pool) {
    return MixturePool.of(each(part -> part.over(pool)));
  }

  @Override
  public MixturePosterior plus(Points one, double y, double noiseVariance) {
    return new MixturePosterior(each(part -> part.plus(one, y, noiseVariance)));
  }

  /** From one part, drawn first. */
  @Override
  public FunctionDraw draw(RandomStream stream) {
    return parts.get(stream.nextInt(parts.size())).draw(stream);
  }

  private <T> List<T> each(Function<Posterior, T> work) {
    return parts.stream().map(work).toList();
  }
}
