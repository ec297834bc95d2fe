package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Diagnostics;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FullyBayesianSurrogateTest {

  private static final double STANDARD_ERRORS = 4;
  private static final Prior UNIT = new Prior.LogNormal(0, 1);

  private static FullyBayesianSurrogate surrogate(KernelFamily family, InferenceSettings settings) {
    return new FullyBayesianSurrogate(
        KernelPriors.usual(Functions.kernel(family, 1)), UNIT, MeanTreatment.zero(), settings);
  }

  private static InferenceSettings everyDraw(int warmUp, int draws) {
    return new InferenceSettings(SamplerSettings.of(warmUp, draws), RestartRule.STANDARD, draws);
  }

  private static BayesianFit fit(FullyBayesianSurrogate surrogate, Observations data, long seed) {
    return surrogate.fit(data, Optional.empty(), RandomStream.of(seed, "fit"));
  }

  /** Means and variances over a grid of 129³ hyper-parameters. */
  @Test
  void agreesWithQuadratureWithinMonteCarloError() {
    JsonNode one = Reference.read("bayes_quadrature.json").at("/cases/fully_bayesian_gp");
    Observations data =
        Observations.of(Reference.points(one.get("X")), Reference.numbers(one.get("y")));
    BayesianFit fit = fit(surrogate(KernelFamily.RBF, everyDraw(300, 1_200)), data, 1);
    assertThat(fit.isAccepted()).isTrue();
    assertLogarithm(fit, "lengthscale 1", one.at("/expected/log_lengthscale_mean_sd"));
    assertLogarithm(fit, "output scale", one.at("/expected/log_outputscale_mean_sd"));
    assertLogarithm(fit, "noise variance", one.at("/expected/log_noise_variance_mean_sd"));
    Points at = Reference.points(one.get("Xstar"));
    assertMixture(
        fit.learned().posterior(),
        at,
        Reference.numbers(one.at("/expected/predictive_mean")),
        Reference.numbers(one.at("/expected/predictive_var_noiseless")));
  }

  /** Mean and deviation; the latter through the mean of squared distances. */
  private static void assertLogarithm(BayesianFit fit, String name, JsonNode meanAndDeviation) {
    double[] expected = Reference.numbers(meanAndDeviation);
    Summary logarithm = fit.draws().summary(name, StrictMath::log);
    assertThat(logarithm.effectiveSize()).isGreaterThan(100);
    assertThat(logarithm.mean())
        .as(name)
        .isCloseTo(expected[0], within(STANDARD_ERRORS * logarithm.standardError()));
    Summary squares =
        fit.draws()
            .summary(
                name,
                value -> {
                  double distance = StrictMath.log(value) - expected[0];
                  return distance * distance;
                });
    assertThat(squares.mean())
        .as(name)
        .isCloseTo(expected[1] * expected[1], within(STANDARD_ERRORS * squares.standardError()));
  }

  private static void assertMixture(
      Posterior posterior, Points at, double[] means, double[] variances) {
    List<Moments> parts =
        ((MixturePosterior) posterior).parts().stream().map(part -> part.at(at)).toList();
    Moments whole = posterior.at(at);
    for (int i = 0; i < at.size(); i++) {
      int point = i;
      double[] mean = parts.stream().mapToDouble(part -> part.mean().get(point)).toArray();
      double[] spread =
          parts.stream()
              .mapToDouble(
                  part -> {
                    double apart = part.mean().get(point) - means[point];
                    return part.variance().get(point) + apart * apart;
                  })
              .toArray();
      assertThat(whole.mean().get(i))
          .isCloseTo(means[i], within(STANDARD_ERRORS * standardError(mean)));
      assertThat(whole.variance().get(i))
          .isCloseTo(variances[i], within(STANDARD_ERRORS * standardError(spread)));
    }
  }

  private static double standardError(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / Diagnostics.effectiveSize(values));
  }

  /**
   * Means that the authors of the method printed, from one chain worth 300 to 550 draws. An
   * independent quadrature over 121³ hyper-parameters gives 0.6102, 18.54 and 0.2772.
   */
  @Test
  void agreesWithPublishedMeansOfThePiecewiseExample() {
    JsonNode one = Reference.read("published_anchors.json").get("cases").get(0);
    Points x = Functions.line(Reference.numbers(one.get("X")));
    Observations data = Observations.of(x, Reference.numbers(one.get("y")));
    BayesianFit fit = fit(surrogate(KernelFamily.MATERN52, everyDraw(300, 1_000)), data, 2);
    assertThat(fit.isAccepted()).isTrue();
    assertPublished(fit, "lengthscale 1", one.at("/expected/plain_gp/k_length"));
    assertPublished(fit, "output scale", one.at("/expected/plain_gp/k_scale"));
    assertPublished(fit, "noise variance", one.at("/expected/plain_gp/noise"));
  }

  private static void assertPublished(BayesianFit fit, String name, JsonNode meanAndDeviation) {
    double[] published = Reference.numbers(meanAndDeviation);
    double allowed = 3 * published[1] / Math.sqrt(300) + 0.02 * published[0];
    assertThat(fit.draws().summary(name).mean()).as(name).isCloseTo(published[0], within(allowed));
  }

  @Test
  void sameStreamGivesTheSameBits() {
    FullyBayesianSurrogate surrogate = surrogate(KernelFamily.RBF, Functions.brief(60, 40));
    BayesianFit one = fit(surrogate, Functions.six(), 5);
    BayesianFit same = fit(surrogate, Functions.six(), 5);
    BayesianFit other = fit(surrogate, Functions.six(), 6);
    assertThat(same.learned().hyperparameters()).isEqualTo(one.learned().hyperparameters());
    assertThat(same.learned().posterior().at(Functions.grid(7)))
        .isEqualTo(one.learned().posterior().at(Functions.grid(7)));
    assertThat(other.learned().hyperparameters()).isNotEqualTo(one.learned().hyperparameters());
  }

  @Test
  void hyperparametersAreThoseOfTheDensestDraw() {
    FullyBayesianSurrogate surrogate = surrogate(KernelFamily.RBF, Functions.brief(60, 40));
    BayesianFit fit = fit(surrogate, Functions.six(), 5);
    Model model = surrogate.model(Functions.six());
    double best = density(model, fit.learned().hyperparameters());
    for (int i = 0; i < fit.draws().size(); i++) {
      double[] theta = fit.draws().draw(i).toArray();
      Arrays.setAll(theta, j -> StrictMath.log(theta[j]));
      assertThat(model.at(theta).value()).isLessThan(best + 1e-9);
    }
    assertThat(fit.learned().logMarginalLikelihood())
        .isEqualTo(
            model.process(model.known(fit.learned().hyperparameters())).logMarginalLikelihood());
  }

  private static double density(Model model, Hyperparameters of) {
    return model.at(Arrays.stream(model.known(of)).map(StrictMath::log).toArray()).value();
  }

  @Test
  void mixtureKeepsEvenlySpacedDraws() {
    InferenceSettings few =
        new InferenceSettings(SamplerSettings.of(60, 40), new RestartRule(1.1, 0), 4);
    BayesianFit fit = fit(surrogate(KernelFamily.RBF, few), Functions.six(), 5);
    MixturePosterior mixture = (MixturePosterior) fit.learned().posterior();
    Model model = surrogate(KernelFamily.RBF, few).model(Functions.six());
    assertThat(mixture.parts()).hasSize(4);
    for (int k = 0; k < 4; k++) {
      double[] values = fit.draws().draw(5 + 10 * k).toArray();
      assertThat(mixture.parts().get(k).at(Functions.grid(3)).mean().toArray())
          .containsExactly(
              model.process(values).at(Functions.grid(3)).mean().toArray(), within(1e-12));
    }
  }

  @Test
  void noiseOfAnObservationIsTheMeanOfTheDrawnNoise() {
    InferenceSettings all =
        new InferenceSettings(SamplerSettings.of(60, 40), new RestartRule(1.1, 0), 40);
    BayesianFit fit = fit(surrogate(KernelFamily.RBF, all), Functions.six(), 5);
    Moments function = fit.learned().posterior().at(Functions.SIX);
    Moments observed = fit.noise().orElseThrow().observed(fit.learned().posterior(), Functions.SIX);
    assertThat(observed.mean()).isEqualTo(function.mean());
    assertThat(observed.variance().get(2) - function.variance().get(2))
        .isCloseTo(fit.draws().summary("noise variance").mean(), within(1e-12));
  }

  @Test
  void measuredNoiseIsTakenAsItIs() {
    double[] noise = {0.1, 0.2, 0.1, 0.1, 0.1, 0.1};
    Observations data = Observations.of(Functions.SIX, Functions.SIX_Y, noise);
    BayesianFit fit = fit(surrogate(KernelFamily.RBF, Functions.brief(60, 40)), data, 1);
    assertThat(fit.draws().names()).containsExactly("output scale", "lengthscale 1");
    assertThat(fit.noise()).isEmpty();
    assertThat(fit.learned().noiseVariance()).isZero();
  }

  /** The stream is the same, so that only the place to begin differs. */
  @Test
  void beginsWhereTheFitBeforeEnded() {
    FullyBayesianSurrogate surrogate = surrogate(KernelFamily.RBF, Functions.brief(20, 10));
    double[] elsewhere = {0.1, 4};
    Hyperparameters before =
        new Hyperparameters(
            Functions.kernel(KernelFamily.RBF, 1).with(elsewhere).parameters(), 0.5, 0);
    Learned cold = surrogate.learn(Functions.six(), Optional.empty(), RandomStream.of(1, "w"));
    Learned warm = surrogate.learn(Functions.six(), Optional.of(before), RandomStream.of(1, "w"));
    assertThat(warm.hyperparameters()).isNotEqualTo(cold.hyperparameters());
  }

  @Test
  void saysSoWhereTheDrawsAreNotAccepted() {
    SamplerSettings chains = new SamplerSettings(2, 30, 50, 0.8, 10);
    InferenceSettings never = new InferenceSettings(chains, new RestartRule(1.000001, 1), 8);
    BayesianFit fit = fit(surrogate(KernelFamily.RBF, never), Functions.six(), 1);
    assertThat(fit.isAccepted()).isFalse();
    assertThat(fit.attempts()).isEqualTo(2);
    assertThat(fit.learned().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .matches("not accepted: split R-hat is 1\\.\\d+ \\((output|length|noise).*"))
        .anySatisfy(warning -> assertThat(warning).contains("draw longer chains"));
  }

  @Test
  void summariesAreNamedInOrder() {
    MeanTreatment drawn = new MeanTreatment.Constant(new Prior.Normal(0, 1));
    FullyBayesianSurrogate surrogate =
        new FullyBayesianSurrogate(
            KernelPriors.usual(Functions.kernel(KernelFamily.RBF, 1)),
            UNIT,
            drawn,
            Functions.brief(60, 40));
    BayesianFit fit = fit(surrogate, Functions.six(), 5);
    assertThat(fit.draws().summaries().keySet())
        .containsExactly("output scale", "lengthscale 1", "mean", "noise variance");
    Series first = fit.draws().draw(0);
    assertThat(first.size()).isEqualTo(4);
    assertThatThrownBy(() -> fit.draws().summary("lengthscale"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has [output scale, lengthscale 1");
  }

  @Test
  void priorsThatDoNotSuitAreRefused() {
    KernelPriors usual = KernelPriors.usual(Functions.kernel(KernelFamily.RBF, 1));
    Prior signed = new Prior.Normal(0, 1);
    assertThatThrownBy(() -> usual.with(Role.LENGTHSCALE, signed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lengthscale 1 allows values below 0");
    assertThatThrownBy(
            () ->
                new FullyBayesianSurrogate(
                    usual, signed, MeanTreatment.zero(), InferenceSettings.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise variance");
    assertThatThrownBy(() -> new KernelPriors(usual.template(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing is believed of the kernel's output scale");
    assertThatThrownBy(
            () -> new InferenceSettings(SamplerSettings.of(20, 20), RestartRule.STANDARD, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inputsOfAnotherDimensionAreRefused() {
    Observations plane =
        Observations.of(Points.of(new double[] {0, 1}, new double[] {1, 0}), new double[] {1, 2});
    assertThatThrownBy(() -> fit(surrogate(KernelFamily.RBF, Functions.brief(20, 20)), plane, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the kernel is for 1 inputs and the points have 2");
  }
}
