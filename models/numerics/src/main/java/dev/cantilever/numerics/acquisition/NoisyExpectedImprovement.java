package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.surrogate.JointDraws;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Arrays;

/**
 * Expected improvement over the best of the observed candidates when no one knows which that is:
 * averaged over draws of the function there (Letham et al., Bayesian Anal. 14 (2019) 495, equation
 * 4, doi:10.1214/18-BA1110). Given a draw the improvement has the usual closed form.
 *
 * @param draws number of quasi-random draws
 * @param screened so many candidates of greatest plain expected improvement are looked at
 */
public record NoisyExpectedImprovement(
    @Doc("Number of quasi-random draws at the observed candidates.")
        @Bounds(min = 8, max = 1024)
        @Default("64")
        int draws,
    @Doc("Only so many candidates of greatest plain expected improvement are looked at.")
        @Bounds(min = 1, max = 100_000)
        @Default("1000")
        int screened)
    implements AcquisitionFunction {

  /**
   * More observed places than a quasi-random sequence has dimensions fall back on the best ones.
   */
  private static final int MOST_OBSERVED = 60;

  @Override
  public Scale scale() {
    return Scale.POSITIVE;
  }

  @Override
  public double[] values(Situation situation) {
    int[] observed = bestObserved(situation);
    if (observed.length == 0) {
      return new Pointwise.ExpectedImprovement(0).values(situation);
    }
    int[] ranks = Screening.best(situation, screened);
    int[] candidates = Arrays.stream(ranks).map(situation::candidate).toArray();
    Moments there = situation.moments(observed);
    double[][] between = situation.covariance(observed, observed);
    double[][] drawn =
        JointDraws.from(there, between, Sobol.normals(draws, observed.length, situation.stream()));
    double[][] reach = situation.covariance(observed, candidates);
    return Screening.spread(
        situation.size(), ranks, improvements(situation, candidates, there, between, drawn, reach));
  }

  private static int[] bestObserved(Situation situation) {
    return Arrays.stream(situation.observed())
        .boxed()
        .sorted(
            (a, b) ->
                Double.compare(upper(situation, b), upper(situation, a)) == 0
                    ? Integer.compare(a, b)
                    : Double.compare(upper(situation, b), upper(situation, a)))
        .limit(MOST_OBSERVED)
        .mapToInt(c -> c)
        .toArray();
  }

  private static double upper(Situation situation, int c) {
    return situation.posterior().mean(c) + 3 * situation.posterior().deviation(c);
  }

  private static double[] improvements(
      Situation situation,
      int[] candidates,
      Moments there,
      double[][] between,
      double[][] drawn,
      double[][] reach) {
    int n = between.length;
    double[] flat = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(between[i], 0, flat, i * n, n);
    }
    Cholesky factor = Cholesky.factor(flat, n);
    double[] left = new double[candidates.length];
    for (int c = 0; c < left.length; c++) {
      left[c] = situation.posterior().variance(candidates[c]);
    }
    double[][] v = new double[n][];
    for (int i = 0; i < n; i++) {
      v[i] = reach[i].clone();
    }
    factor.forward(v);
    for (double[] row : v) {
      for (int c = 0; c < left.length; c++) {
        left[c] -= row[c] * row[c];
      }
    }
    double[] sum = new double[candidates.length];
    for (double[] draw : drawn) {
      add(situation, candidates, new Draw(draw, there, factor), reach, left, sum);
    }
    for (int c = 0; c < sum.length; c++) {
      sum[c] /= drawn.length;
    }
    return sum;
  }

  /** One draw at the observed places and what it changes elsewhere. */
  private static final class Draw {
    private final double best;
    private final double[] weights;

    Draw(double[] values, Moments there, Cholesky factor) {
      double[] apart = values.clone();
      for (int i = 0; i < apart.length; i++) {
        apart[i] -= there.mean().get(i);
      }
      best = Arrays.stream(values).max().orElseThrow();
      weights = factor.solve(apart);
    }
  }

  private static void add(
      Situation situation,
      int[] candidates,
      Draw draw,
      double[][] reach,
      double[] left,
      double[] sum) {
    double[] mean = new double[sum.length];
    for (int i = 0; i < reach.length; i++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += draw.weights[i] * reach[i][c];
      }
    }
    for (int c = 0; c < mean.length; c++) {
      double deviation = Math.sqrt(Math.max(Moments.SMALLEST_VARIANCE, left[c]));
      double gain = situation.posterior().mean(candidates[c]) + mean[c] - draw.best;
      sum[c] += deviation * Improvement.of(gain / deviation);
    }
  }
}
