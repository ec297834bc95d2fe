package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.minimise.BoundedLbfgs;
import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Hyper-parameters of greatest posterior density (type II, Rasmussen and Williams 2006, section
 * 5.4) over log lengthscales, log output scale and log noise variance, with the constant mean
 * profiled out. Starts from the optimum before, if any, and from random places.
 */
public final class Fit {

  private static final int ITERATIONS = 40;
  private static final double TOLERANCE = 1e-2;

  private final FitSettings settings;
  private final Points x;
  private final double[] y;
  private int evaluations;

  private Fit(FitSettings settings, Points x, double[] y) {
    this.settings = settings;
    this.x = x;
    this.y = y;
  }

  /**
   * The best of several starts.
   *
   * @param process the process given all observations
   * @param atBound names of the hyper-parameters that sit at a bound: there the bound decides and
   *     not the data
   * @param evaluations how often the likelihood was computed
   */
  public record Result(
      Hyperparameters hyperparameters,
      GaussianProcess process,
      double logMarginalLikelihood,
      List<String> atBound,
      int evaluations) {

    public Result {
      atBound = List.copyOf(atBound);
    }
  }

  /**
   * Fits.
   *
   * @param x n scaled inputs, n at least 1
   * @param y n standardised observations
   * @param before where to start, if known
   * @param restarts number of random starts; at least 1 where {@code before} is empty
   * @throws NotPositiveDefinite where no start can be evaluated
   */
  public static Result of(
      FitSettings settings,
      Points x,
      double[] y,
      Optional<Hyperparameters> before,
      int restarts,
      RandomStream stream) {
    return new Fit(settings, x, y).best(before, restarts, stream);
  }

  private Result best(Optional<Hyperparameters> before, int restarts, RandomStream stream) {
    List<double[]> starts = new ArrayList<>();
    before.ifPresent(known -> starts.add(logarithms(known)));
    for (int i = 0; i < restarts; i++) {
      starts.add(randomStart(stream));
    }
    BoundedLbfgs minimiser = new BoundedLbfgs(lower(), upper(), ITERATIONS, TOLERANCE);
    Minimum best = new Minimum(Series.of(), Double.POSITIVE_INFINITY, 0);
    for (double[] start : starts) {
      Minimum minimum = minimiser.minimise(this::negativeLogPosterior, start);
      evaluations += minimum.evaluations();
      if (minimum.value() < best.value()) {
        best = minimum;
      }
    }
    if (Double.isInfinite(best.value())) {
      throw new NotPositiveDefinite("no hyper-parameters make these observations possible");
    }
    return result(best.x().toArray());
  }

  private Result result(double[] theta) {
    int d = x.dimension();
    Kernel kernel = kernel(theta);
    double noise = StrictMath.exp(theta[d + 1]);
    Profiled profiled = profiled(kernel, noise);
    Hyperparameters found =
        new Hyperparameters(kernel.lengthscales(), kernel.outputScale(), noise, profiled.mean());
    return new Result(
        found,
        profiled.process(),
        profiled.process().logMarginalLikelihood(),
        atBound(found),
        evaluations);
  }

  private List<String> atBound(Hyperparameters found) {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < found.lengthscales().size(); j++) {
      if (settings.lengthscale().isAtEnd(found.lengthscales().get(j))) {
        names.add("lengthscale " + (j + 1));
      }
    }
    if (settings.outputScale().isAtEnd(found.outputScale())) {
      names.add("output scale");
    }
    if (settings.noise().isAtEnd(found.noiseVariance())) {
      names.add("noise variance");
    }
    return names;
  }

  private Objective.Evaluation negativeLogPosterior(double[] theta) {
    int d = x.dimension();
    try {
      double noise = StrictMath.exp(theta[d + 1]);
      Profiled profiled = profiled(kernel(theta), noise);
      LikelihoodGradient slope = profiled.process().likelihoodGradient(same(noise));
      double value = profiled.process().logMarginalLikelihood();
      double[] gradient = new double[d + 2];
      for (int j = 0; j < d; j++) {
        value += settings.lengthscalePrior().logDensity(theta[j]);
        gradient[j] =
            -(slope.logLengthscales().get(j) + settings.lengthscalePrior().slope(theta[j]));
      }
      gradient[d] = -slope.logOutputScale();
      value += settings.noisePrior().logDensity(theta[d + 1]);
      gradient[d + 1] = -(slope.logNoise() + settings.noisePrior().slope(theta[d + 1]));
      return new Objective.Evaluation(-value, gradient);
    } catch (NotPositiveDefinite impossible) {
      return Objective.Evaluation.impossible(d + 2);
    }
  }

  private record Profiled(GaussianProcess process, double mean) {}

  /** The process with the constant mean of greatest likelihood. */
  private Profiled profiled(Kernel kernel, double noise) {
    GaussianProcess zero = GaussianProcess.given(kernel, 0, x, y, same(noise));
    double mean = zero.bestConstantMean();
    return new Profiled(zero.withMean(mean), mean);
  }

  private Kernel kernel(double[] theta) {
    int d = x.dimension();
    double[] lengthscales = new double[d];
    for (int j = 0; j < d; j++) {
      lengthscales[j] = StrictMath.exp(theta[j]);
    }
    return new Kernel(settings.family(), StrictMath.exp(theta[d]), Series.of(lengthscales));
  }

  private double[] same(double noise) {
    double[] variances = new double[x.size()];
    Arrays.fill(variances, noise);
    return variances;
  }

  private double[] lower() {
    return corner(
        settings.lengthscale().min(), settings.outputScale().min(), settings.noise().min());
  }

  private double[] upper() {
    return corner(
        settings.lengthscale().max(), settings.outputScale().max(), settings.noise().max());
  }

  private double[] corner(double lengthscale, double outputScale, double noise) {
    double[] theta = new double[x.dimension() + 2];
    Arrays.fill(theta, StrictMath.log(lengthscale));
    theta[x.dimension()] = StrictMath.log(outputScale);
    theta[x.dimension() + 1] = StrictMath.log(noise);
    return theta;
  }

  private double[] randomStart(RandomStream stream) {
    double[] low = lower();
    double[] high = upper();
    double[] theta = new double[low.length];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = low[i] + stream.nextDouble() * (high[i] - low[i]);
    }
    return theta;
  }

  private double[] logarithms(Hyperparameters known) {
    int d = x.dimension();
    double[] theta = new double[d + 2];
    for (int j = 0; j < d; j++) {
      theta[j] = StrictMath.log(known.lengthscales().get(j));
    }
    theta[d] = StrictMath.log(known.outputScale());
    theta[d + 1] = StrictMath.log(known.noiseVariance());
    return theta;
  }
}
