package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.minimise.BoundedLbfgs;
import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.HyperparameterSpace;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hyper-parameters θ and inducing points of greatest bound times priors, with the constant mean
 * profiled out: first θ alone, then both together, the points inside the box of the inputs.
 */
final class SparseFit {

  private static final int ITERATIONS = 40;

  /** Of a sum over thousands of observations, in which a gain of 0.01 means nothing. */
  private static final double TOLERANCE = 1;

  /**
   * On a two-dimensional wave with 3,000 observations and 10 to 100 inducing points, squared errors
   * were up to 70 times what the variances said where more was left, never twice where less was.
   */
  private static final double MOST_UNEXPLAINED = 0.05;

  private final HyperparameterSpace space;
  private final Observations data;
  private final Points begin;
  private int evaluations;

  /**
   * A fit.
   *
   * @param begin where the inducing points begin
   * @param evaluations how many likelihoods the starts have cost
   */
  SparseFit(FitSettings settings, Observations data, Points begin, int evaluations) {
    this.space = new HyperparameterSpace(settings, data.noiseVariance().isEmpty());
    this.data = data;
    this.begin = begin;
    this.evaluations = evaluations;
  }

  /**
   * The best from the best of these starts.
   *
   * @param positionSteps most steps in which the inducing points move; 0 keeps them
   * @throws NotPositiveDefinite where no start can be evaluated
   */
  Learned best(List<Hyperparameters> starts, int positionSteps) {
    double[] start = bestStart(starts);
    Minimum fixed =
        new BoundedLbfgs(space.lower(), space.upper(), ITERATIONS, TOLERANCE)
            .minimise(this::negative, start);
    evaluations += fixed.evaluations();
    if (!Double.isFinite(fixed.value())) {
      throw new NotPositiveDefinite("no hyper-parameters make these observations possible");
    }
    double[] found = joined(fixed.x().toArray(), flat(begin));
    if (positionSteps > 0) {
      Minimum moved =
          new BoundedLbfgs(lower(), upper(), positionSteps, TOLERANCE)
              .minimise(this::negative, found);
      evaluations += moved.evaluations();
      found = moved.x().toArray();
    }
    return learned(found);
  }

  private double[] bestStart(List<Hyperparameters> starts) {
    double[] best = space.coordinates(starts.getFirst());
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < starts.size() && starts.size() > 1; s++) {
      double[] theta = space.coordinates(starts.get(s));
      double value = negative(theta).value();
      evaluations++;
      if (value < least) {
        least = value;
        best = theta;
      }
    }
    return best;
  }

  /** At θ, or at θ followed by the inducing points. */
  private Objective.Evaluation negative(double[] x) {
    double[] theta = Arrays.copyOf(x, space.size());
    boolean moves = x.length > theta.length;
    try {
      CollapsedBound bound = bound(theta, points(x));
      BoundGradient slope = bound.gradient(moves);
      double value = -bound.value() - space.logPrior(theta);
      double[] gradient = joined(space.logPriorSlopes(theta), new double[x.length - theta.length]);
      double[] ofKernel = slope.kernel();
      double[] ofPositions = flat(slope.positions());
      for (int p = 0; p < x.length; p++) {
        double ofBound =
            p >= theta.length
                ? ofPositions[p - theta.length]
                : p < ofKernel.length ? ofKernel[p] : slope.logNoise();
        gradient[p] = -gradient[p] - ofBound;
      }
      return new Objective.Evaluation(value, gradient);
    } catch (NotPositiveDefinite impossible) {
      return Objective.Evaluation.impossible(x.length);
    }
  }

  private CollapsedBound bound(double[] theta, Points u) {
    Observations noisy = Observations.of(data.x(), data.y().toArray(), space.noise(theta, data));
    return CollapsedBound.profiled(space.kernel(theta), noisy, InducingPoints.of(u));
  }

  private Learned learned(double[] x) {
    double[] theta = Arrays.copyOf(x, space.size());
    CollapsedBound bound = bound(theta, points(x));
    Hyperparameters found =
        new Hyperparameters(bound.kernel().parameters(), space.noise(theta), bound.mean());
    return new Learned(
        bound.posterior(),
        found,
        bound.value(),
        bound.jitter(),
        warnings(found, bound),
        evaluations);
  }

  private List<String> warnings(Hyperparameters found, CollapsedBound bound) {
    List<String> warnings = new ArrayList<>();
    for (String name : space.atBound(found)) {
      warnings.add(name + " sits at its bound: there the bound decides, not the data");
    }
    if (bound.unexplained() > MOST_UNEXPLAINED) {
      warnings.add(
          ("%d inducing points leave variance unexplained, %.2f of the noise's on average (usual is"
                  + " below %s): detail is taken for noise and predictions are too sure; allow more"
                  + " inducing points")
              .formatted(bound.inducing().size(), bound.unexplained(), MOST_UNEXPLAINED));
    }
    return warnings;
  }

  private Points points(double[] x) {
    if (x.length == space.size()) {
      return begin;
    }
    double[][] rows = new double[begin.size()][];
    for (int j = 0; j < rows.length; j++) {
      int from = space.size() + j * begin.dimension();
      rows[j] = Arrays.copyOfRange(x, from, from + begin.dimension());
    }
    return Points.of(rows);
  }

  private double[] lower() {
    return joined(space.lower(), corner(true));
  }

  private double[] upper() {
    return joined(space.upper(), corner(false));
  }

  /** The least or the greatest inputs, once for each inducing point. */
  private double[] corner(boolean least) {
    double[] ends = data.x().row(0);
    for (int i = 0; i < data.size(); i++) {
      for (int k = 0; k < ends.length; k++) {
        double input = data.x().get(i, k);
        ends[k] = least ? Math.min(ends[k], input) : Math.max(ends[k], input);
      }
    }
    double[][] each = new double[begin.size()][];
    Arrays.fill(each, ends);
    return flat(each);
  }

  private static double[] flat(Points points) {
    double[][] rows = new double[points.size()][];
    Arrays.setAll(rows, points::row);
    return flat(rows);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
