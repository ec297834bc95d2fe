package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/**
 * An acquisition function of mean and standard deviation alone. {@code mean} and {@code deviation}
 * are those of the noise-free posterior, {@code deviation} above 0; {@code best} is the incumbent.
 */
public sealed interface Pointwise extends AcquisitionFunction {

  double value(double mean, double deviation, double best);

  /** Derivatives with respect to mean and deviation. */
  Slopes slopes(double mean, double deviation, double best);

  /** What the value is made of, for people: how much by exploiting and how much by exploring. */
  List<Term> terms(double mean, double deviation, double best);

  /** See {@link #slopes}. */
  record Slopes(double byMean, double byDeviation) {}

  @Override
  default double[] values(Situation situation) {
    PoolPosterior posterior = situation.posterior();
    double best = situation.best();
    double[] values = new double[situation.size()];
    for (int rank = 0; rank < values.length; rank++) {
      int c = situation.candidate(rank);
      values[rank] = value(posterior.mean(c), posterior.deviation(c), best);
    }
    return values;
  }

  /**
   * {@code μ + √β σ} (Srinivas et al., ICML 2010, arXiv:0912.3995).
   *
   * @param beta at least 0
   */
  record UpperConfidenceBound(
      @Doc("Weight of the posterior variance; 4 weighs two standard deviations.")
          @Bounds(min = 0, max = 1e6)
          @Default("4")
          double beta)
      implements Pointwise {

    public UpperConfidenceBound {
      requireNotNegative("beta", beta);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return mean + Math.sqrt(beta) * deviation;
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      return new Slopes(1, Math.sqrt(beta));
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of(
          new Term("expected value", mean),
          new Term("uncertainty, weighted", Math.sqrt(beta) * deviation));
    }
  }

  /**
   * {@code α μ + β σ}.
   *
   * @param alpha weight of the mean, at least 0
   * @param beta weight of the standard deviation, at least 0
   */
  record WeightedBound(
      @Doc("Weight of the expected value.") @Bounds(min = 0, max = 1e6) @Default("0") double alpha,
      @Doc("Weight of the standard deviation.") @Bounds(min = 0, max = 1e6) @Default("1")
          double beta)
      implements Pointwise {

    public WeightedBound {
      requireNotNegative("alpha", alpha);
      requireNotNegative("beta", beta);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return alpha * mean + beta * deviation;
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      return new Slopes(alpha, beta);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of(
          new Term("expected value, weighted", alpha * mean),
          new Term("uncertainty, weighted", beta * deviation));
    }
  }

  /**
   * {@code Φ((μ − best − ξ)/σ)} (Kushner, J. Basic Eng. 86 (1964) 97, doi:10.1115/1.3653121).
   *
   * @param xi at least 0; larger means more exploration
   */
  record ProbabilityOfImprovement(
      @Doc("Margin over the incumbent, in standard deviations of the data; larger explores more.")
          @Bounds(min = 0, max = 1e6)
          @Default("0")
          double xi)
      implements Pointwise {

    public ProbabilityOfImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public Scale scale() {
      return Scale.POSITIVE;
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return Normal.cumulative((mean - best - xi) / deviation);
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      double u = (mean - best - xi) / deviation;
      double density = Normal.density(u) / deviation;
      return new Slopes(density, -u * density);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of(
          new Term("expected gain over the incumbent", mean - best - xi),
          new Term("uncertainty", deviation));
    }
  }

  /**
   * {@code σ h((μ − best − ξ)/σ)} (Jones, Schonlau and Welch, J. Glob. Optim. 13 (1998) 455,
   * equation 15, doi:10.1023/A:1008306431147).
   *
   * @param xi at least 0; larger means more exploration
   */
  record ExpectedImprovement(
      @Doc("Margin over the incumbent, in standard deviations of the data; larger explores more.")
          @Bounds(min = 0, max = 1e6)
          @Default("0")
          double xi)
      implements Pointwise {

    public ExpectedImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public Scale scale() {
      return Scale.POSITIVE;
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return deviation * Improvement.of((mean - best - xi) / deviation);
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      double u = (mean - best - xi) / deviation;
      return new Slopes(Normal.cumulative(u), Normal.density(u));
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return improvement(mean - best - xi, deviation);
    }
  }

  /**
   * The logarithm of expected improvement, which ranks candidates also where the improvement itself
   * underflows (Ament et al., NeurIPS 2023, arXiv:2310.20708).
   *
   * @param xi at least 0; larger means more exploration
   */
  record LogExpectedImprovement(
      @Doc("Margin over the incumbent, in standard deviations of the data; larger explores more.")
          @Bounds(min = 0, max = 1e6)
          @Default("0")
          double xi)
      implements Pointwise {

    public LogExpectedImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public Scale scale() {
      return Scale.LOGARITHM;
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return StrictMath.log(deviation) + Improvement.log((mean - best - xi) / deviation);
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      double u = (mean - best - xi) / deviation;
      double improvement = Improvement.log(u);
      return new Slopes(
          StrictMath.exp(Normal.logCumulative(u) - improvement) / deviation,
          StrictMath.exp(Normal.logDensity(u) - improvement) / deviation);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return improvement(mean - best - xi, deviation);
    }
  }

  /** {@code σ}: measure where least is known. */
  record MaximumUncertainty() implements Pointwise {

    @Override
    public Scale scale() {
      return Scale.POSITIVE;
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return deviation;
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      return new Slopes(0, 1);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of(new Term("uncertainty", deviation));
    }
  }

  /** {@code μ}: measure where most is expected; never explores. */
  record PosteriorMean() implements Pointwise {

    @Override
    public double value(double mean, double deviation, double best) {
      return mean;
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      return new Slopes(1, 0);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of(new Term("expected value", mean));
    }
  }

  /** The same for all: whoever chooses the best draws among all candidates; a control. */
  record RandomChoice() implements Pointwise {

    @Override
    public double value(double mean, double deviation, double best) {
      return 0;
    }

    @Override
    public Slopes slopes(double mean, double deviation, double best) {
      return new Slopes(0, 0);
    }

    @Override
    public List<Term> terms(double mean, double deviation, double best) {
      return List.of();
    }
  }

  /** The two parts of {@code (μ − best) Φ(u) + σ φ(u)}. */
  private static List<Term> improvement(double gain, double deviation) {
    double u = gain / deviation;
    return List.of(
        new Term("improvement by exploiting", gain * Normal.cumulative(u)),
        new Term("improvement by exploring", deviation * Normal.density(u)));
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and at least 0, not " + value);
    }
  }
}
