package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Periodic;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Polynomial;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.SumKernel;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.PriorMean;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

  private static final Prior UNIT = new Prior.LogNormal(0, 1);
  private static final MeanTreatment ZERO = MeanTreatment.zero();
  private static final MeanTreatment DRAWN = new MeanTreatment.Constant(new Prior.Normal(0, 2));
  private static final InferenceSettings ANY = InferenceSettings.STANDARD;
  private static final List<Series> ERRORS =
      DoubleStream.of(0.05, 0.02, 0, 0.1, 0.05, 0.03).mapToObj(Series::of).toList();
  private static final KernelPriors RBF = KernelPriors.usual(Functions.kernel(KernelFamily.RBF, 1));
  private static final KernelPriors MATERN =
      KernelPriors.usual(Functions.kernel(KernelFamily.MATERN52, 1));

  /** A slope everywhere, and a mean that is not the same at all inputs. */
  private static final MeanTreatment BENT =
      new MeanTreatment.Fixed(
          x -> {
            double[] mean = new double[x.size()];
            for (int i = 0; i < mean.length; i++) {
              mean[i] = StrictMath.sin(3 * x.get(i, 0));
            }
            return mean;
          });

  private static Observations plane() {
    RandomStream stream = RandomStream.of(3, "plane");
    double[][] rows = new double[9][2];
    double[] y = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = new double[] {stream.nextDouble(), stream.nextDouble()};
      y[i] = StrictMath.sin(4 * rows[i][0]) + rows[i][1] + 0.1 * stream.nextNormal();
    }
    return Observations.of(Points.of(rows), y);
  }

  static Stream<Arguments> models() {
    Observations six = Functions.six();
    Kernel sum =
        SumKernel.of(
            Functions.kernel(KernelFamily.MATERN52, 2),
            new Periodic(1, Series.of(1, 1), Series.of(1, 1)));
    KernelPriors bounded =
        KernelPriors.usual(sum)
            .with(Role.LENGTHSCALE, new Prior.Uniform(0, 3))
            .with(Role.OUTPUT_SCALE, new Prior.Gamma(2, 1));
    KernelPriors sloping =
        KernelPriors.usual(
            SumKernel.of(Functions.kernel(KernelFamily.RBF, 1), new Polynomial(1, 1, 2)));
    double[] measured = {0.01, 0.2, 0.05, 0.05, 0.3, 0.1};
    KernelPriors plane = KernelPriors.usual(Functions.kernel(KernelFamily.MATERN52, 2));
    return Stream.of(
        Arguments.of("zero mean", new FullyBayesianSurrogate(RBF, UNIT, ZERO, ANY).model(six)),
        Arguments.of(
            "drawn mean, bounded priors",
            new FullyBayesianSurrogate(bounded, new Prior.HalfNormal(0.3), DRAWN, ANY)
                .model(plane())),
        Arguments.of(
            "profiled mean",
            new FullyBayesianSurrogate(RBF, UNIT, new MeanTreatment.Profiled(), ANY).model(six)),
        Arguments.of(
            "measured noise",
            new FullyBayesianSurrogate(RBF, UNIT, DRAWN, ANY)
                .model(Observations.of(Functions.SIX, Functions.SIX_Y, measured))),
        Arguments.of(
            "latent noise, drawn level",
            new HeteroscedasticSurrogate(RBF, ZERO, MATERN, DRAWN, ANY).model(six)),
        Arguments.of(
            "latent noise, known level",
            new HeteroscedasticSurrogate(plane, DRAWN, plane, BENT, ANY).model(plane())),
        Arguments.of(
            "uncertain inputs",
            new UncertainInputsSurrogate(sloping, UNIT, BENT, new Prior.HalfNormal(0.1), ANY)
                .model(six)),
        Arguments.of(
            "inputs of known errors, one of them exact",
            new InputErrorsSurrogate(sloping, UNIT, BENT, ERRORS, ANY).model(six)),
        Arguments.of(
            "uncertain inputs in a plane",
            new UncertainInputsSurrogate(bounded, UNIT, DRAWN, new Prior.Uniform(0, 0.3), ANY)
                .model(plane())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void gradientsAreThoseOfCentralDifferences(String name, Model model) {
    RandomStream stream = RandomStream.of(7, name);
    for (int trial = 0; trial < 5; trial++) {
      double[] theta = new double[model.unknowns().size()];
      for (int j = 0; j < theta.length; j++) {
        theta[j] = -0.5 + 0.7 * stream.nextNormal();
      }
      double[] gradient = model.at(theta).gradient();
      for (int j = 0; j < theta.length; j++) {
        double expected = difference(model, theta, j);
        assertThat(gradient[j])
            .as("%s, %s, trial %d", name, model.unknowns().all().get(j).name(), trial)
            .isCloseTo(expected, within(2e-6 * (1 + Math.abs(expected))));
      }
    }
  }

  private static double difference(Model model, double[] theta, int j) {
    double step = 1e-5;
    double[] above = theta.clone();
    above[j] += step;
    double[] below = theta.clone();
    below[j] -= step;
    return (model.at(above).value() - model.at(below).value()) / (2 * step);
  }

  private static double[] theta(Model model, double... values) {
    double[] theta = new double[values.length];
    for (int j = 0; j < theta.length; j++) {
      theta[j] = model.unknowns().all().get(j).prior().support().theta(values[j]);
    }
    return theta;
  }

  /** Computed with numpy 2 and scipy.stats from the definition, with L of numpy. */
  @Test
  void latentNoiseHasTheDensityOfItsDefinition() {
    MeanTreatment level = new MeanTreatment.Constant(new Prior.Normal(-3, 2));
    Model model =
        new HeteroscedasticSurrogate(MATERN, ZERO, RBF, level, ANY).model(Functions.six());
    double[] theta = theta(model, 1.3, 0.35, 0.8, 0.6, -2.5, 0.5, -1.0, 0.3, 0.8, -0.2, 1.1);
    assertThat(model.at(theta).value()).isCloseTo(-19.561644688189496, within(1e-9));
    double[] noise = model.process(model.unknowns().values(theta)).noiseVariance();
    assertThat(StrictMath.log(noise[4])).isCloseTo(-2.55427462, within(1e-8));
  }

  /** Computed with numpy 2 and scipy.stats from the definition. */
  @Test
  void uncertainInputsHaveTheDensityOfTheirDefinition() {
    Model model =
        new UncertainInputsSurrogate(MATERN, UNIT, ZERO, new Prior.HalfNormal(0.1), ANY)
            .model(Functions.six());
    double[] theta = theta(model, 1.3, 0.35, 0.05, 0.04, 0.5, -1.0, 0.3, 0.8, -0.2, 1.1);
    assertThat(model.at(theta).value()).isCloseTo(-22.530455168625554, within(1e-9));
  }

  /** Computed with numpy 2 and scipy.stats from the definition. */
  @Test
  void inputsOfKnownErrorsHaveTheDensityOfTheirDefinition() {
    Model model = new InputErrorsSurrogate(MATERN, UNIT, ZERO, ERRORS, ANY).model(Functions.six());
    double[] theta = theta(model, 1.3, 0.35, 0.05, 0.5, -1.0, 0.8, -0.2, 1.1);
    assertThat(model.at(theta).value()).isCloseTo(-20.357031027924208, within(1e-9));
  }

  @Test
  void inputErrorsThatAreNoneAreRefused() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      List<Series> errors = List.of(Series.of(bad));
      assertThatThrownBy(() -> new InputErrorsSurrogate(RBF, UNIT, ZERO, errors, ANY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the error of input 1 of observation 0");
    }
    InputErrorsSurrogate few =
        new InputErrorsSurrogate(RBF, UNIT, ZERO, List.of(Series.of(0.1)), ANY);
    assertThatThrownBy(() -> few.model(Functions.six()))
        .hasMessageContaining("6 rows of 1 errors are needed");
  }

  /** No other constant is more likely. */
  @Test
  void profiledMeanIsTheConstantOfGreatestLikelihood() {
    Model profiled =
        new FullyBayesianSurrogate(RBF, UNIT, new MeanTreatment.Profiled(), ANY)
            .model(Functions.six());
    double[] values = {1, 0.3, 0.1};
    double mean = profiled.hyperparameters(values).mean();
    for (double shift : new double[] {-0.01, 0.01}) {
      PriorMean beside = new PriorMean.Constant(mean + shift);
      Model other =
          new FullyBayesianSurrogate(RBF, UNIT, new MeanTreatment.Fixed(beside), ANY)
              .model(Functions.six());
      assertThat(other.process(values).logMarginalLikelihood())
          .isLessThan(profiled.process(values).logMarginalLikelihood());
    }
  }

  @Test
  void everyParameterHasThePriorOfItsRole() {
    Prior lengthscale = new Prior.Uniform(0, 3);
    KernelPriors priors = RBF.with(Role.LENGTHSCALE, lengthscale);
    Model model = new FullyBayesianSurrogate(priors, UNIT, DRAWN, ANY).model(Functions.six());
    assertThat(model.unknowns().all())
        .containsExactly(
            Unknown.positive("output scale", UNIT),
            Unknown.positive("lengthscale 1", lengthscale),
            Unknown.signed("mean", new Prior.Normal(0, 2)),
            Unknown.positive("noise variance", UNIT));
  }

  @Test
  void placesBeyondAllReasonAreImpossibleAndNotAnError() {
    Model model = new HeteroscedasticSurrogate(RBF, ZERO, RBF, DRAWN, ANY).model(Functions.six());
    for (double far : new double[] {-1e300, -800, -40, 40, 709.7, 800, 1e300}) {
      for (int j = 0; j < 5; j++) {
        double[] theta = new double[model.unknowns().size()];
        theta[j] = far;
        double value = model.at(theta).value();
        assertThat(value).isNotNaN().isLessThan(0);
      }
    }
  }

  @Test
  void knownValuesAreWhereTheFirstChainBegins() {
    Model model = new FullyBayesianSurrogate(RBF, UNIT, DRAWN, ANY).model(Functions.six());
    List<Parameter> kernel = RBF.template().with(new double[] {2, 0.3}).parameters();
    double[] known = model.known(new Hyperparameters(kernel, 0.04, -0.2));
    assertThat(known).containsExactly(2, 0.3, -0.2, 0.04);
    RandomStream stream = RandomStream.of(1, "start");
    var start = model.unknowns().start(known);
    double[] first = model.unknowns().values(start.from(stream));
    assertThat(first).containsExactly(known, within(1e-12));
    double[] second = model.unknowns().values(start.from(stream));
    assertThat(second[0]).isNotCloseTo(2, within(1e-3));
  }

  @Test
  void aPlaceToStartFromOfAnotherKernelIsRefused() {
    Model model = new FullyBayesianSurrogate(RBF, UNIT, ZERO, ANY).model(Functions.six());
    Hyperparameters other = new Hyperparameters(List.of(), 0.1, 0);
    assertThatThrownBy(() -> model.known(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 hyper-parameters to start from for a kernel that has 2");
  }

  /**
   * A drawn number that the prior excludes, as the noise of a fit with measured noise, is unknown.
   */
  @Test
  void whatThePriorExcludesIsNoPlaceToStartFrom() {
    Model model = new FullyBayesianSurrogate(RBF, UNIT, ZERO, ANY).model(Functions.six());
    double[] known = {Double.NaN, 0.3, 0};
    double[] theta = model.unknowns().start(known).from(RandomStream.of(1, "start"));
    assertThat(Arrays.stream(theta).allMatch(Double::isFinite)).isTrue();
    assertThat(theta[1]).isEqualTo(StrictMath.log(0.3));
  }
}
