package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeteroscedasticSurrogateTest {

  private static final Kernel RBF = Functions.kernel(KernelFamily.RBF, 1);

  /** Tenfold from one end to the other. */
  private static double deviation(double x) {
    return 0.05 * StrictMath.exp(x * StrictMath.log(10));
  }

  private static double function(double x) {
    return StrictMath.sin(2 * StrictMath.PI * x);
  }

  private static Observations data(int count, long seed) {
    return Functions.observed(
        Functions.grid(count),
        HeteroscedasticSurrogateTest::function,
        HeteroscedasticSurrogateTest::deviation,
        0,
        RandomStream.of(seed, "data"));
  }

  private static HeteroscedasticSurrogate surrogate(InferenceSettings settings) {
    HeteroscedasticSurrogate usual = HeteroscedasticSurrogate.usual(RBF, RBF);
    return new HeteroscedasticSurrogate(
        usual.kernel(), usual.mean(), usual.noiseKernel(), usual.logNoise(), settings);
  }

  private static BayesianFit fit(Observations data, InferenceSettings settings) {
    return surrogate(settings).fit(data, Optional.empty(), RandomStream.of(1, "fit"));
  }

  /** Share of intervals of 90 % that hold one of 400 further observations within a stretch. */
  private static double coverage(BayesianFit fit, double from, double to) {
    RandomStream stream = RandomStream.of(9, "further");
    double[] places = new double[400];
    for (int i = 0; i < places.length; i++) {
      places[i] = from + (to - from) * stream.nextDouble();
    }
    Points at = Functions.line(places);
    Moments observed = fit.noise().orElseThrow().observed(fit.learned().posterior(), at);
    int held = 0;
    for (int i = 0; i < places.length; i++) {
      double y = function(places[i]) + deviation(places[i]) * stream.nextNormal();
      double z = (y - observed.mean().get(i)) / observed.deviation(i);
      held += Math.abs(z) < 1.6448536 ? 1 : 0;
    }
    return held / 400.0;
  }

  /** Found over true noise deviation at five places. */
  private static double[] relative(BayesianFit fit) {
    double[] places = {0.05, 0.25, 0.5, 0.75, 0.95};
    double[] found = fit.noise().orElseThrow().variances(Functions.line(places));
    Arrays.setAll(found, i -> Math.sqrt(found[i]) / deviation(places[i]));
    return found;
  }

  private static Condition<double[]> withinTwofold() {
    return new Condition<>(
        factors -> Arrays.stream(factors).allMatch(factor -> factor > 0.5 && factor < 2),
        "within a factor of two");
  }

  @Test
  void recoversATenfoldChangeOfTheNoise() {
    BayesianFit fit = fit(data(40, 1), Functions.brief(80, 60));
    assertThat(relative(fit)).is(withinTwofold());
    assertThat(coverage(fit, 0, 0.3)).isBetween(0.8, 0.99);
    assertThat(coverage(fit, 0.7, 1)).isBetween(0.8, 0.99);
  }

  @Test
  void oneNoiseForAllIsTooMuchWhereItIsQuietAndTooLittleWhereItIsNot() {
    BayesianFit same =
        new FullyBayesianSurrogate(
                KernelPriors.usual(RBF),
                new Prior.LogNormal(0, 1),
                MeanTreatment.zero(),
                Functions.brief(100, 80))
            .fit(data(40, 1), Optional.empty(), RandomStream.of(1, "fit"));
    assertThat(relative(same)[0]).isGreaterThan(3);
    assertThat(coverage(same, 0, 0.3)).isGreaterThan(0.99);
    assertThat(coverage(same, 0.7, 1)).isLessThan(0.85);
  }

  @Tag("long")
  @Test
  void recoversTheProfileFromMoreDataWithAcceptedDraws() {
    for (int seed = 1; seed <= 2; seed++) {
      BayesianFit fit = fit(data(60, seed), InferenceSettings.STANDARD);
      assertThat(fit.isAccepted()).isTrue();
      assertThat(fit.draws().divergences()).isLessThan(10);
      assertThat(relative(fit)).is(withinTwofold());
      assertThat(coverage(fit, 0, 1)).isBetween(0.83, 0.97);
    }
  }

  /** Otherwise the mean would pass through every observation. */
  @Test
  void noiseIsPartOfTheCovarianceOfTheTrainingInputs() {
    Observations data = data(20, 3);
    BayesianFit fit = fit(data, Functions.brief(40, 20));
    MixturePosterior mixture = (MixturePosterior) fit.learned().posterior();
    GaussianProcess part = (GaussianProcess) mixture.parts().getFirst();
    assertThat(part.noiseVariance()).doesNotContain(0).hasSize(20);
    double distance = 0;
    for (int i = 0; i < 20; i++) {
      double apart = part.at(data.x()).mean().get(i) - data.y().get(i);
      distance += apart * apart / 20;
    }
    assertThat(distance).isGreaterThan(1e-3);
  }

  @Test
  void sameStreamGivesTheSameBits() {
    BayesianFit one = fit(data(12, 1), Functions.brief(30, 20));
    BayesianFit same = fit(data(12, 1), Functions.brief(30, 20));
    assertThat(same.learned().hyperparameters()).isEqualTo(one.learned().hyperparameters());
    assertThat(same.noise().orElseThrow().variances(Functions.SIX))
        .isEqualTo(one.noise().orElseThrow().variances(Functions.SIX));
  }

  @Test
  void beginsFromAFitBefore() {
    BayesianFit before = fit(data(10, 1), Functions.brief(30, 20));
    BayesianFit after =
        surrogate(Functions.brief(30, 20))
            .fit(
                data(12, 1),
                Optional.of(before.learned().hyperparameters()),
                RandomStream.of(1, "fit"));
    assertThat(after.learned().noiseVariance()).isPositive();
    assertThat(after.draws().names())
        .containsExactly(
            "output scale",
            "lengthscale 1",
            "noise output scale",
            "noise lengthscale 1",
            "log noise level");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    Observations measured =
        Observations.of(Functions.SIX, Functions.SIX_Y, new double[] {1, 1, 1, 1, 1, 1});
    assertThatThrownBy(() -> fit(measured, Functions.brief(20, 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the noise was measured");
    KernelPriors kernel = KernelPriors.usual(RBF);
    MeanTreatment profiled = new MeanTreatment.Profiled();
    assertThatThrownBy(
            () ->
                new HeteroscedasticSurrogate(
                    kernel, profiled, kernel, profiled, InferenceSettings.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be profiled");
  }
}
