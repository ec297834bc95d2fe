package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {

  private static final FitSettings WIDE =
      FitSettings.dimensionScaled(KernelFamily.RBF, 2, new Range(0.02, 20), new Range(1e-4, 1));

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
    Fit.Result fit = Fit.of(WIDE, x, waves(x), Optional.empty(), 5, RandomStream.of(1, "fit"));
    assertThat(fit.hyperparameters().lengthscales().get(0))
        .isGreaterThan(2 * fit.hyperparameters().lengthscales().get(1));
    assertThat(fit.atBound()).contains("noise variance").doesNotContain("lengthscale 1");
  }

  @ParameterizedTest
  @EnumSource(KernelFamily.class)
  void noNeighbourIsMoreProbable(KernelFamily family) {
    Points x = scattered(40);
    double[] y = waves(x);
    FitSettings settings =
        FitSettings.dimensionScaled(family, 2, new Range(0.02, 20), new Range(1e-2, 1));
    Fit.Result fit = Fit.of(settings, x, y, Optional.empty(), 6, RandomStream.of(2, "fit"));
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
    double[] lengthscales = h.lengthscales().toArray();
    lengthscales[1] *= lengthscaleFactor;
    double[] noise = new double[y.length];
    Arrays.fill(noise, h.noiseVariance());
    Kernel kernel =
        new Kernel(settings.family(), h.outputScale() * scaleFactor, Series.of(lengthscales));
    double value = GaussianProcess.given(kernel, h.mean(), x, y, noise).logMarginalLikelihood();
    for (double lengthscale : lengthscales) {
      value += settings.lengthscalePrior().logDensity(StrictMath.log(lengthscale));
    }
    return value;
  }

  @Test
  void goingOnFromTheOptimumBeforeCostsLessAndEndsThere() {
    Points x = scattered(50);
    double[] y = waves(x);
    Fit.Result first = Fit.of(WIDE, x, y, Optional.empty(), 5, RandomStream.of(1, "fit"));
    Fit.Result again =
        Fit.of(WIDE, x, y, Optional.of(first.hyperparameters()), 0, RandomStream.of(1, "fit"));
    assertThat(again.evaluations()).isLessThan(first.evaluations() / 3);
    assertThat(again.logMarginalLikelihood())
        .isCloseTo(first.logMarginalLikelihood(), within(0.05));
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    Points x = scattered(30);
    Fit.Result one = Fit.of(WIDE, x, waves(x), Optional.empty(), 3, RandomStream.of(9, "fit"));
    Fit.Result two = Fit.of(WIDE, x, waves(x), Optional.empty(), 3, RandomStream.of(9, "fit"));
    assertThat(two.hyperparameters()).isEqualTo(one.hyperparameters());
  }
}
