package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.special.Normal;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * What measuring a candidate promises, for maximisation. {@code mean} and {@code deviation} are
 * those of the noise-free posterior, {@code deviation} above 0; {@code best} is the incumbent.
 */
public sealed interface AcquisitionFunction {

  double value(double mean, double deviation, double best);

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
      implements AcquisitionFunction {

    public UpperConfidenceBound {
      requireNotNegative("beta", beta);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return mean + Math.sqrt(beta) * deviation;
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
      implements AcquisitionFunction {

    public ProbabilityOfImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return Normal.cumulative((mean - best - xi) / deviation);
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
      implements AcquisitionFunction {

    public ExpectedImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return deviation * Normal.improvement((mean - best - xi) / deviation);
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
      implements AcquisitionFunction {

    public LogExpectedImprovement {
      requireNotNegative("xi", xi);
    }

    @Override
    public double value(double mean, double deviation, double best) {
      return StrictMath.log(deviation) + Normal.logImprovement((mean - best - xi) / deviation);
    }
  }

  /** {@code σ}: measure where least is known. */
  record MaximumUncertainty() implements AcquisitionFunction {

    @Override
    public double value(double mean, double deviation, double best) {
      return deviation;
    }
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and at least 0, not " + value);
    }
  }
}
