package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.numerics.surrogate.PriorMean;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code log v(x) ~ GP(level, k_n)}. Unknowns: the parameters of k_n, the level where that is
 * drawn, and one whitened number for each observation.
 *
 * @param level mean of log v
 * @param x where observations were made
 */
record LatentNoise(KernelPriors kernel, MeanTreatment level, Points x) implements NoisePart {

  @Override
  public List<Unknown> unknowns() {
    List<Unknown> all = new ArrayList<>(kernel.unknowns("noise "));
    all.addAll(Means.unknowns(level, "log noise level"));
    all.addAll(Unknown.latent("whitened log noise", x.size()));
    return all;
  }

  private int levelAt() {
    return kernel.template().parameters().size();
  }

  private int etaAt() {
    return levelAt() + Means.unknowns(level, "").size();
  }

  private Kernel kernel(double[] values) {
    return kernel.kernel(Arrays.copyOf(values, levelAt()));
  }

  private PriorMean mean(double[] values) {
    return Means.prior(level, Arrays.copyOfRange(values, levelAt(), etaAt()));
  }

  private Whitened whitened(double[] values) {
    return new Whitened(kernel(values), x, Arrays.copyOfRange(values, etaAt(), values.length));
  }

  private double[] logVariances(double[] values, Whitened whitened) {
    double[] logarithms = mean(values).at(x);
    double[] around = whitened.values();
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] += around[i];
    }
    return logarithms;
  }

  @Override
  public Here at(double[] values) {
    Whitened whitened = whitened(values);
    double[] variances = logVariances(values, whitened);
    for (int i = 0; i < variances.length; i++) {
      variances[i] = StrictMath.exp(variances[i]);
      if (!(variances[i] <= Unknown.LARGEST && variances[i] >= 1 / Unknown.LARGEST)) {
        throw new NotPositiveDefinite("a noise variance of " + variances[i]);
      }
    }
    return new Here() {
      @Override
      public double[] variances() {
        return variances;
      }

      @Override
      public double[] slopes(GaussianProcess process, LikelihoodGradient common) {
        return LatentNoise.this.slopes(values, whitened, logSlopes(process));
      }
    };
  }

  /** {@code ∂ℓ/∂log v_i = ½ (α_i² − Q_ii) v_i} with {@code Q = A⁻¹}. */
  private static double[] logSlopes(GaussianProcess process) {
    double[] slopes = process.alpha();
    double[] variances = process.noiseVariance();
    var leftOut = process.leaveOneOut().variance();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = 0.5 * (slopes[i] * slopes[i] - 1 / leftOut.get(i)) * variances[i];
    }
    return slopes;
  }

  private double[] slopes(double[] values, Whitened whitened, double[] logSlopes) {
    double[] slopes = new double[values.length];
    double[] eta = whitened.etaSlopes(logSlopes);
    System.arraycopy(eta, 0, slopes, etaAt(), eta.length);
    double[] fitted = whitened.kernelSlopes(eta);
    double[] ofKernel = kernel.slopes(Series.of(fitted), values);
    System.arraycopy(ofKernel, 0, slopes, 0, ofKernel.length);
    if (etaAt() > levelAt()) {
      slopes[levelAt()] = Arrays.stream(logSlopes).sum();
    }
    return slopes;
  }

  /** Noise that is the same everywhere. */
  @Override
  public double[] known(double noiseVariance) {
    double[] values = new double[etaAt() + x.size()];
    Arrays.fill(values, 0, levelAt(), Double.NaN);
    Arrays.fill(values, levelAt(), etaAt(), StrictMath.log(noiseVariance));
    return values;
  }

  /** The geometric mean over the observations. */
  @Override
  public double typical(double[] values) {
    double sum = 0;
    for (double logarithm : logVariances(values, whitened(values))) {
      sum += logarithm / x.size();
    }
    return StrictMath.exp(sum);
  }

  /** {@code exp} of the posterior mean of log v. */
  @Override
  public Optional<PredictedNoise> predicted(List<double[]> draws) {
    double[] nugget = new double[x.size()];
    Arrays.fill(nugget, Whitened.NUGGET);
    List<Posterior> parts = new ArrayList<>();
    for (double[] values : draws) {
      double[] logarithms = logVariances(values, whitened(values));
      parts.add(GaussianProcess.given(kernel(values), mean(values), x, logarithms, nugget));
    }
    return Optional.of(new LogNoise(new MixturePosterior(parts)));
  }
}
