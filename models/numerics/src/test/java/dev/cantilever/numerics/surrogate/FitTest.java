package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FitTest {

  private static final FitSettings WIDE = settings(KernelFamily.RBF, 1e-4);

  private static FitSettings settings(KernelFamily family, double leastNoise) {
    return FitSettings.usual(family, 2)
        .with(Role.LENGTHSCALE, Hyperprior.of(0.02, 20, FitSettings.lengthscalePrior(2)))
        .withNoise(Hyperprior.of(leastNoise, 1, new Prior.LogNormal(-4, 1)));
  }

  /** A slow wave along the first input and a fast one along the second. */
  private static double wave(Points x, int i) {
    return StrictMath.sin(2 * x.get(i, 0)) + StrictMath.sin(9 * x.get(i, 1));
  }

  private static Points scattered(int n) {
    RandomStream stream = RandomStream.of(3, "places");
    double[][] rows = new double[n][2];
    for (double[] row : rows) {
      row[0] = stream.nextDouble();
      row[1] = stream.nextDouble();
    }
    return Points.of(rows);
  }

  private static double[] waves(Points x) {
    double[] y = new double[x.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = wave(x, i);
    }
    return Standardisation.of(y).apply(y);
  }

  @Test
  void findsThatOneDirectionVariesFaster() {
    Points x = scattered(60);
    Fit.Result fit =
        Fit.of(WIDE, Observations.of(x, waves(x)), Optional.empty(), 5, RandomStream.of(1, "fit"));
    assertThat(fit.hyperparameters().kernel().get(1).value())
        .isGreaterThan(2 * fit.hyperparameters().kernel().get(2).value());
    assertThat(fit.atBound()).contains("noise variance").doesNotContain("lengthscale 1");
  }

  @ParameterizedTest
  @EnumSource(KernelFamily.class)
  void noNeighbourIsMoreProbable(KernelFamily family) {
    Points x = scattered(40);
    double[] y = waves(x);
    FitSettings settings = settings(family, 1e-2);
    Fit.Result fit =
        Fit.of(settings, Observations.of(x, y), Optional.empty(), 6, RandomStream.of(2, "fit"));
    double best = logPosterior(settings, x, y, fit.hyperparameters(), 1, 1);
    for (double factor : new double[] {0.8, 1.25}) {
      assertThat(logPosterior(settings, x, y, fit.hyperparameters(), factor, 1)).isLessThan(best);
      assertThat(logPosterior(settings, x, y, fit.hyperparameters(), 1, factor)).isLessThan(best);
    }
  }

  private static double logPosterior(
      FitSettings settings,
      Points x,
      double[] y,
      Hyperparameters h,
      double lengthscaleFactor,
      double scaleFactor) {
    double[] values = h.kernel().stream().mapToDouble(Parameter::value).toArray();
    values[0] *= scaleFactor;
    values[2] *= lengthscaleFactor;
    double[] noise = new double[y.length];
    Arrays.fill(noise, h.noiseVariance());
    Kernel kernel = settings.template().with(values);
    double value = GaussianProcess.given(kernel, h.mean(), x, y, noise).logMarginalLikelihood();
    Prior prior = FitSettings.lengthscalePrior(2);
    value += prior.logDensity(values[1]) + prior.logDensity(values[2]);
    return value;
  }

  @Test
  void goingOnFromTheOptimumBeforeCostsLessAndEndsThere() {
    Points x = scattered(50);
    double[] y = waves(x);
    Fit.Result first =
        Fit.of(WIDE, Observations.of(x, y), Optional.empty(), 5, RandomStream.of(1, "fit"));
    Fit.Result again =
        Fit.of(
            WIDE,
            Observations.of(x, y),
            Optional.of(first.hyperparameters()),
            0,
            RandomStream.of(1, "fit"));
    assertThat(again.evaluations()).isLessThan(first.evaluations() / 3);
    assertThat(again.logMarginalLikelihood())
        .isCloseTo(first.logMarginalLikelihood(), within(0.05));
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    Points x = scattered(30);
    Fit.Result one =
        Fit.of(WIDE, Observations.of(x, waves(x)), Optional.empty(), 3, RandomStream.of(9, "fit"));
    Fit.Result two =
        Fit.of(WIDE, Observations.of(x, waves(x)), Optional.empty(), 3, RandomStream.of(9, "fit"));
    assertThat(two.hyperparameters()).isEqualTo(one.hyperparameters());
  }

  static Stream<JsonNode> problems() {
    return Reference.cases("gp_mle2.json");
  }

  @ParameterizedTest
  @MethodSource("problems")
  void reachesTheGreatestLikelihoodOfTheReference(JsonNode one) {
    Points x = Reference.points(one.get("X"));
    KernelFamily family = KernelFamily.valueOf(one.get("kernel").asText().toUpperCase(Locale.ROOT));
    FitSettings flat =
        FitSettings.usual(family, x.dimension())
            .with(Role.LENGTHSCALE, Hyperprior.flat(0.02, 20))
            .with(Role.OUTPUT_SCALE, Hyperprior.flat(1e-3, 1e3))
            .withNoise(Hyperprior.flat(1e-5, 1));
    Observations data = Observations.of(x, Reference.numbers(one.get("y")));
    Fit.Result fit = Fit.of(flat, data, Optional.empty(), 8, RandomStream.of(1, "fit"));
    assertThat(fit.logMarginalLikelihood())
        .isCloseTo(one.at("/expected/max_log_marginal_likelihood").doubleValue(), within(1e-3));
  }

  @Test
  void measuredNoiseIsTakenAsItIs() {
    Points x = scattered(20);
    double[] noise = new double[20];
    Arrays.fill(noise, 0.3);
    Fit.Result fit =
        Fit.of(
            WIDE,
            Observations.of(x, waves(x), noise),
            Optional.empty(),
            2,
            RandomStream.of(1, "fit"));
    assertThat(fit.hyperparameters().noiseVariance()).isZero();
    GaussianProcess same =
        GaussianProcess.given(
            fit.process().kernel(), fit.hyperparameters().mean(), x, waves(x), noise);
    assertThat(same.logMarginalLikelihood()).isEqualTo(fit.logMarginalLikelihood());
  }
}
