package dev.cantilever.numerics.multitask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.Fit;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiTaskModelTest {

  private static final double STEP = 1e-5;

  static Stream<MultiTaskModel> models() {
    return Stream.of(
        new MultiTaskModel.Intrinsic(KernelFamily.RBF, 1, 2, 1),
        new MultiTaskModel.Intrinsic(KernelFamily.MATERN52, 1, 2, 2),
        new MultiTaskModel.Linear(KernelFamily.RBF, 1, 2, 2, 1),
        new MultiTaskModel.Autoregression(KernelFamily.MATERN52, 1),
        new MultiTaskModel.Autoregression(KernelFamily.MATERN52, 1, true),
        new MultiTaskModel.Distance(KernelFamily.RBF, 1, 2));
  }

  /** A wave at task 0, and twice that and a slope at task 1. */
  private static Observations waves(int n) {
    RandomStream stream = RandomStream.of(5, "waves");
    double[][] rows = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double x = stream.nextDouble();
      int task = i % 3 == 0 ? 1 : 0;
      double wave = StrictMath.sin(7 * x);
      rows[i] = new double[] {x, task};
      y[i] = task == 0 ? wave : 2 * wave + x - 0.5;
    }
    double[] noise = new double[n];
    Arrays.fill(noise, 1e-3);
    return Observations.of(Points.of(rows), y, noise);
  }

  private static GaussianProcess process(Kernel kernel, Observations data) {
    return GaussianProcess.given(
        kernel, 0, data.x(), data.y().toArray(), data.noiseVariance().orElseThrow().toArray());
  }

  private static double[] values(Kernel kernel) {
    return kernel.parameters().stream().mapToDouble(Parameter::value).toArray();
  }

  @ParameterizedTest
  @MethodSource("models")
  void gradientOfTheLikelihoodIsTheDifferenceQuotient(MultiTaskModel model) {
    Observations data = waves(14);
    Kernel kernel = model.template();
    double[] gradient = process(kernel, data).likelihoodGradient().kernel().toArray();
    assertThat(gradient).hasSameSizeAs(kernel.parameters());
    for (int p = 0; p < gradient.length; p++) {
      Parameter parameter = kernel.parameters().get(p);
      double[] above = values(kernel);
      double[] below = values(kernel);
      above[p] = parameter.role().value(parameter.coordinate() + STEP);
      below[p] = parameter.role().value(parameter.coordinate() - STEP);
      double difference =
          process(kernel.with(above), data).logMarginalLikelihood()
              - process(kernel.with(below), data).logMarginalLikelihood();
      double expected = difference / (2 * STEP);
      assertThat(gradient[p])
          .as(parameter.name())
          .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void noNeighbourOfTheFitIsMoreProbable(MultiTaskModel model) {
    Observations data = waves(24);
    FitSettings settings = model.settings();
    Fit.Result fit = Fit.of(settings, data, Optional.empty(), 1, RandomStream.of(2, "fit"));
    double best = logPosterior(settings, fit, data, values(fit.process().kernel()));
    for (int p = 0; p < fit.hyperparameters().kernel().size(); p++) {
      for (double step : new double[] {-0.3, 0.3}) {
        Parameter parameter = fit.hyperparameters().kernel().get(p);
        double[] moved = values(fit.process().kernel());
        moved[p] = parameter.role().value(parameter.coordinate() + step);
        Range range = settings.kernel().get(parameter.role()).range();
        if (moved[p] >= range.min() && moved[p] <= range.max()) {
          assertThat(logPosterior(settings, fit, data, moved))
              .as(parameter.name() + " moved by " + step)
              .isLessThan(best);
        }
      }
    }
  }

  private static double logPosterior(
      FitSettings settings, Fit.Result fit, Observations data, double[] values) {
    GaussianProcess process =
        GaussianProcess.given(
            settings.template().with(values),
            fit.hyperparameters().mean(),
            data.x(),
            data.y().toArray(),
            data.noiseVariance().orElseThrow().toArray());
    double sum = process.logMarginalLikelihood();
    List<Parameter> parameters = process.kernel().parameters();
    for (Parameter parameter : parameters) {
      Hyperprior said = settings.kernel().get(parameter.role());
      sum += said.prior().orElseThrow().logDensity(parameter.value());
    }
    return sum;
  }

  @Test
  void learnsTheRatioOfTwoFidelities() {
    MultiTaskModel model = new MultiTaskModel.Autoregression(KernelFamily.RBF, 1);
    Learned learned =
        new ExactSurrogate(model.settings(), 5)
            .learn(waves(30), Optional.empty(), RandomStream.of(3, "fit"));
    double ratio =
        learned.hyperparameters().kernel().stream()
            .filter(own -> own.role() == Role.FIDELITY_RATIO)
            .mapToDouble(Parameter::value)
            .sum();
    assertThat(ratio).isCloseTo(2, within(0.1));
  }

  /** K_11 = ρ² k + k_δ + s x·z, at x = 0.3 and z = 0.8, with every scale and ratio 1. */
  @Test
  void aTrendAddsAStraightLineToTheDifferenceAlone() {
    Kernel plain = new MultiTaskModel.Autoregression(KernelFamily.RBF, 1).template();
    Kernel trending = new MultiTaskModel.Autoregression(KernelFamily.RBF, 1, true).template();
    Points x = Points.of(new double[][] {{0.3, 0}, {0.3, 1}});
    Points z = Points.of(new double[][] {{0.8, 0}, {0.8, 1}});
    double[][] without = plain.covariance(x, z);
    double[][] with = trending.covariance(x, z);
    assertThat(with[0]).containsExactly(without[0]);
    assertThat(with[1][0]).isEqualTo(without[1][0]);
    assertThat(with[1][1] - without[1][1]).isCloseTo(0.24, within(1e-15));
  }

  @Test
  void whatOneTaskShowsIsExpectedOfTheOther() {
    MultiTaskModel model = new MultiTaskModel.Autoregression(KernelFamily.RBF, 1);
    Observations data = waves(30);
    GaussianProcess alone = alone(model, data);
    GaussianProcess together =
        Fit.of(model.settings(), data, Optional.empty(), 5, RandomStream.of(3, "fit")).process();
    Points places = TaskPoints.of(Points.of(grid()), 1);
    assertThat(worstError(together, places)).isLessThan(0.1);
    assertThat(worstError(alone, places)).isGreaterThan(2 * worstError(together, places));
  }

  /** From the few observations of task 1 only. */
  private static GaussianProcess alone(MultiTaskModel model, Observations data) {
    int[] own =
        IntStream.range(0, data.size()).filter(i -> data.x().get(i, 1) == 1).limit(5).toArray();
    double[] y = Arrays.stream(own).mapToDouble(data.y()::get).toArray();
    double[] noise = new double[own.length];
    Arrays.fill(noise, 1e-3);
    Observations few = Observations.of(data.x().select(own), y, noise);
    return Fit.of(model.settings(), few, Optional.empty(), 5, RandomStream.of(3, "fit")).process();
  }

  private static double[][] grid() {
    double[][] rows = new double[21][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i / 20.0;
    }
    return rows;
  }

  private static double worstError(GaussianProcess process, Points places) {
    double worst = 0;
    for (int i = 0; i < places.size(); i++) {
      double x = places.get(i, 0);
      double truth = 2 * StrictMath.sin(7 * x) + x - 0.5;
      worst = Math.max(worst, Math.abs(process.at(places).mean().get(i) - truth));
    }
    return worst;
  }

  @Test
  void fidelitiesOfADistanceAreCorrelatedByTheirDifference() {
    Kernel kernel =
        new MultiTaskModel.Distance(KernelFamily.RBF, 1, 3)
            .template()
            .with(new double[] {1.7, 0.4, 1 / 0.8});
    Points fidelities = TaskPoints.of(Points.of(new double[][] {{0.3}, {0.3}}), List.of(0, 2));
    assertThat(kernel.covariance(fidelities, fidelities)[0])
        .containsExactly(new double[] {1.7, 1.7 * StrictMath.exp(-1.6)}, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyParameterHasAPriorForDrawing(MultiTaskModel model) {
    assertThat(model.priors().template()).isEqualTo(model.template());
    model
        .template()
        .parameters()
        .forEach(own -> assertThat(model.priors().priors()).containsKey(own.role()));
  }

  @Test
  void refusesSizesThatMakeNoModel() {
    assertThatThrownBy(() -> new MultiTaskModel.Intrinsic(KernelFamily.RBF, 2, 3, 4))
        .hasMessage("rank must be from 1 to 3, not 4");
    assertThatThrownBy(() -> new MultiTaskModel.Linear(KernelFamily.RBF, 2, 3, 6, 1))
        .hasMessage("latents must be from 1 to 5, not 6");
    assertThatThrownBy(() -> new MultiTaskModel.Distance(KernelFamily.RBF, 0, 2))
        .hasMessage("inputs must be from 1 to 1000, not 0");
    assertThatThrownBy(() -> new MultiTaskModel.Distance(KernelFamily.RBF, 1, 1))
        .hasMessage("tasks must be from 2 to 100, not 1");
  }
}
