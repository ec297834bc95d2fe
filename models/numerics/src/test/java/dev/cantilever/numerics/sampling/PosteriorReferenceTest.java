package dev.cantilever.numerics.sampling;

import static dev.cantilever.numerics.sampling.Targets.assertDeviation;
import static dev.cantilever.numerics.sampling.Targets.assertMean;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.LogDensity.Evaluation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posteriors of physical models against dense quadrature. */
class PosteriorReferenceTest {

  private static final JsonNode CASES = Reference.read("bayes_quadrature.json").get("cases");

  /** {@code y = a x^b + N(0, sd²)}; coordinates a, b and log sd. */
  @Test
  void powerLawWithUnknownNoiseHasThePosteriorOfQuadrature() {
    JsonNode one = CASES.get("physical_model");
    double[] x = Reference.numbers(one.get("X"));
    double[] y = Reference.numbers(one.get("y"));
    List<Prior> priors =
        List.of(new Prior.Normal(1, 1), new Prior.Normal(1, 1), new Prior.LogNormal(0, 1));
    LogDensity density = theta -> plus(priors, theta, powerLaw(x, y, theta));
    RestartRule.Result result =
        RestartRule.STANDARD.draw(
            new BlockSampler(SamplerSettings.of(500, 1_000)),
            density,
            Start.medianOfDraws(priors, 10),
            RandomStream.of(1, "power law"));
    assertThat(result.isAccepted()).isTrue();
    String[] names = {"a", "b", "log_noise_sd"};
    for (int j = 0; j < names.length; j++) {
      int at = j;
      double[] expected = Reference.numbers(one.at("/expected/" + names[j] + "_mean_sd"));
      assertMean(result.draws(), theta -> theta[at], expected[0]);
      assertDeviation(result.draws(), theta -> theta[at], expected[0], expected[1]);
    }
    double[] means = Reference.numbers(one.at("/expected/f_mean_at_0p5_1p5_2p5"));
    double[] deviations = Reference.numbers(one.at("/expected/f_sd"));
    for (int k = 0; k < 3; k++) {
      double at = 0.5 + k;
      assertMean(result.draws(), theta -> theta[0] * StrictMath.pow(at, theta[1]), means[k]);
      assertDeviation(
          result.draws(),
          theta -> theta[0] * StrictMath.pow(at, theta[1]),
          means[k],
          deviations[k]);
    }
  }

  private static Evaluation powerLaw(double[] x, double[] y, double[] theta) {
    double precision = StrictMath.exp(-2 * theta[2]);
    double value = -x.length * theta[2];
    double[] gradient = {0, 0, -x.length};
    for (int i = 0; i < x.length; i++) {
      double shape = StrictMath.pow(x[i], theta[1]);
      double residual = y[i] - theta[0] * shape;
      value -= 0.5 * residual * residual * precision;
      gradient[0] += residual * precision * shape;
      gradient[1] += residual * precision * theta[0] * shape * StrictMath.log(x[i]);
      gradient[2] += residual * residual * precision;
    }
    return new Evaluation(value, gradient);
  }

  /** {@code x < t ? x^b1 : x^b2} under a Gaussian process; coordinates b1, b2 and that of t. */
  @Test
  void changePointUnderAGaussianProcessIsFoundBySlicesBesideTrajectories() {
    JsonNode one = CASES.get("structured_gp_hypotheses");
    double[][] x = Reference.matrix(one.get("X"));
    double[] y = Reference.numbers(one.get("y"));
    double[] precision = covariance(one, x).inverse();
    Prior t = new Prior.Uniform(0.5, 2);
    List<Prior> priors = List.of(new Prior.Normal(3, 1), new Prior.Normal(3, 1), t);
    LogDensity density =
        theta ->
            plus(priors, theta, twoPowers(x, y, precision, theta, t.support().value(theta[2])));
    Draws draws =
        new BlockSampler(SamplerSettings.of(500, 1_500), 2)
            .draw(density, Start.medianOfDraws(priors, 10), RandomStream.of(1, "change"));
    JsonNode expected = one.at("/expected/power|power");
    double[] powers = Reference.numbers(expected.get("param_mean"));
    assertMean(draws, theta -> theta[0], powers[0]);
    assertMean(draws, theta -> theta[1], powers[1]);
    assertMean(draws, theta -> t.support().value(theta[2]), expected.get("t_mean").doubleValue());
    assertThat(RestartRule.STANDARD.accepts(draws)).isTrue();
  }

  private static Cholesky covariance(JsonNode one, double[][] x) {
    Stationary kernel =
        new Stationary(
            KernelFamily.MATERN52,
            one.at("/params/outputscale").doubleValue(),
            Series.of(Reference.numbers(one.at("/params/lengthscale"))));
    Points points = Points.of(x);
    double[][] rows = kernel.covariance(points, points);
    int n = x.length;
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], 0, matrix, i * n, n);
      matrix[i * n + i] += one.get("noise_variance").doubleValue();
    }
    return Cholesky.factor(matrix, n);
  }

  private static Evaluation twoPowers(
      double[][] x, double[] y, double[] precision, double[] theta, double t) {
    int n = x.length;
    double[] residual = new double[n];
    for (int i = 0; i < n; i++) {
      residual[i] = y[i] - StrictMath.pow(x[i][0], theta[x[i][0] < t ? 0 : 1]);
    }
    double value = 0;
    double[] gradient = new double[3];
    for (int i = 0; i < n; i++) {
      double solved = 0;
      for (int k = 0; k < n; k++) {
        solved += precision[i * n + k] * residual[k];
      }
      value -= 0.5 * residual[i] * solved;
      gradient[x[i][0] < t ? 0 : 1] += solved * (y[i] - residual[i]) * StrictMath.log(x[i][0]);
    }
    return new Evaluation(value, gradient);
  }

  /** Likelihood times priors, in unconstrained coordinates. */
  private static Evaluation plus(List<Prior> priors, double[] theta, Evaluation likelihood) {
    double value = likelihood.value();
    double[] gradient = likelihood.gradient().clone();
    for (int j = 0; j < theta.length; j++) {
      value += priors.get(j).unconstrainedLogDensity(theta[j]);
      gradient[j] += priors.get(j).unconstrainedSlope(theta[j]);
    }
    return new Evaluation(value, gradient);
  }
}
