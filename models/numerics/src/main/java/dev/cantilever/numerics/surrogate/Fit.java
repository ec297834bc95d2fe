package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.minimise.BoundedLbfgs;
import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hyper-parameters of greatest posterior density (type II, Rasmussen and Williams 2006, section
 * 5.4) with the constant mean profiled out. Starts from the optimum before, if any, and from random
 * places.
 */
public final class Fit {

  private static final int ITERATIONS = 40;

  /** The largest slope at which a fit ends; in large sets what moves a hyper-parameter by 2e-4. */
  private static final double TOLERANCE = 1e-2;

  private static final double ENOUGH = 2e-4;

  private final HyperparameterSpace space;
  private final Observations data;
  private int evaluations;

  /** The best so far: as a rule what the fit ends with, which then is not computed again. */
  private Optional<Evaluated> leader = Optional.empty();

  private Fit(FitSettings settings, Observations data) {
    this.space = new HyperparameterSpace(settings, data.noiseVariance().isEmpty());
    this.data = data;
  }

  private record Evaluated(Series theta, double value, GaussianProcess process) {}

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
   * @param data standardised observations
   * @param before where to start, if known
   * @param restarts number of random starts; at least 1 where {@code before} is empty
   * @throws NotPositiveDefinite where no start can be evaluated
   */
  public static Result of(
      FitSettings settings,
      Observations data,
      Optional<Hyperparameters> before,
      int restarts,
      RandomStream stream) {
    return new Fit(settings, data).best(before, restarts, stream);
  }

  private Result best(Optional<Hyperparameters> before, int restarts, RandomStream stream) {
    List<double[]> starts = new ArrayList<>();
    before.ifPresent(known -> starts.add(space.coordinates(known)));
    for (int i = 0; i < restarts; i++) {
      starts.add(space.draw(stream));
    }
    double curvature = Math.max(1, 0.5 * data.size()); // as of the logarithm of a noise variance
    double tolerance = Math.max(TOLERANCE, ENOUGH * curvature);
    BoundedLbfgs minimiser =
        new BoundedLbfgs(space.lower(), space.upper(), ITERATIONS, tolerance).expecting(curvature);
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
    return result(best.x());
  }

  private Result result(Series x) {
    double[] theta = x.toArray();
    GaussianProcess process =
        leader
            .filter(evaluated -> evaluated.theta().equals(x))
            .map(Evaluated::process)
            .orElseGet(() -> profiled(space.kernel(theta), noise(theta)));
    Hyperparameters found =
        new Hyperparameters(
            process.kernel().parameters(), space.noise(theta), process.mean().at(data.x())[0]);
    return new Result(
        found, process, process.logMarginalLikelihood(), space.atBound(found), evaluations);
  }

  private Objective.Evaluation negativeLogPosterior(double[] theta) {
    try {
      GaussianProcess process = profiled(space.kernel(theta), noise(theta));
      LikelihoodGradient slope = process.likelihoodGradient();
      double value = -process.logMarginalLikelihood() - space.logPrior(theta);
      if (leader.isEmpty() || value < leader.get().value()) {
        leader = Optional.of(new Evaluated(Series.of(theta), value, process));
      }
      double[] gradient = space.logPriorSlopes(theta);
      for (int p = 0; p < gradient.length; p++) {
        double ofLikelihood = p < slope.kernel().size() ? slope.kernel().get(p) : slope.logNoise();
        gradient[p] = -gradient[p] - ofLikelihood;
      }
      return new Objective.Evaluation(value, gradient);
    } catch (NotPositiveDefinite impossible) {
      return Objective.Evaluation.impossible(theta.length);
    }
  }

  /** The process with the constant mean of greatest likelihood. */
  private GaussianProcess profiled(Kernel kernel, double[] noise) {
    GaussianProcess zero = GaussianProcess.given(kernel, 0, data.x(), data.y().toArray(), noise);
    return zero.withMean(zero.bestShift());
  }

  private double[] noise(double[] theta) {
    return space.noise(theta, data);
  }
}
