package dev.cantilever.numerics.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundGradientTest {

  private static final double STEP = 1e-5;

  /** Enough observations for two blocks; the second input names a task where a kernel has tasks. */
  private static Observations data() {
    RandomStream random = RandomStream.of(4, "observations");
    double[][] rows = new double[90][2];
    double[] y = new double[rows.length];
    double[] noise = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 2 * random.nextDouble() - 1;
      rows[i][1] = random.nextInt(2);
      y[i] = StrictMath.sin(3 * rows[i][0]) + rows[i][1] + 0.3 * random.nextNormal();
      noise[i] = 0.05 + 0.1 * random.nextDouble();
    }
    return Observations.of(Points.of(rows), y, noise);
  }

  /** A jitter that leaves more than rounding errors of the differences. */
  private static CollapsedBound bound(Kernel kernel, Observations data, Points u) {
    return CollapsedBound.of(kernel, Scenes.MEAN, data, new InducingPoints(u, 1e-4));
  }

  private static double difference(DoubleUnaryOperator value) {
    return (value.applyAsDouble(STEP) - value.applyAsDouble(-STEP)) / (2 * STEP);
  }

  private static Offset<Double> closely(double expected) {
    return within(1e-5 * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @MethodSource("dev.cantilever.numerics.kernel.KernelTest#kernels")
  void isThatOfDifferencesForEveryParameterOfEveryKernel(Kernel kernel) {
    Observations data = data();
    Points u = data.x().select(0, 11, 22, 33, 44, 55);
    double[] found = bound(kernel, data, u).gradient(false).kernel();
    for (int p = 0; p < found.length; p++) {
      int which = p;
      double expected = difference(step -> bound(moved(kernel, which, step), data, u).value());
      assertThat(found[p]).isCloseTo(expected, closely(expected));
    }
  }

  private static Kernel moved(Kernel kernel, int which, double step) {
    double[] values = kernel.parameters().stream().mapToDouble(Parameter::value).toArray();
    Parameter parameter = kernel.parameters().get(which);
    values[which] = parameter.role().value(parameter.coordinate() + step);
    return kernel.with(values);
  }

  @ParameterizedTest
  @MethodSource("dev.cantilever.numerics.kernel.KernelTest#kernels")
  void isThatOfDifferencesForEveryInducingPoint(Kernel kernel) {
    Observations data = data();
    boolean hasTasks = kernel.toString().contains("TaskKernel");
    Points u = hasTasks ? data.x().select(0, 11, 22, 33) : Scenes.scattered(4, "inducing");
    double[][] found = bound(kernel, data, u).gradient(true).positions();
    for (int j = 0; j < u.size(); j++) {
      for (int k = 0; k < (hasTasks ? 1 : 2); k++) {
        int point = j;
        int input = k;
        double expected =
            difference(step -> bound(kernel, data, moved(u, point, input, step)).value());
        assertThat(found[j][k]).isCloseTo(expected, closely(expected));
      }
      assertThat(!hasTasks || found[j][1] == 0).as("a task number never moves").isTrue();
    }
  }

  private static Points moved(Points u, int point, int input, double step) {
    double[][] rows = new double[u.size()][];
    Arrays.setAll(rows, u::row);
    rows[point][input] += step;
    return Points.of(rows);
  }

  @Test
  void isThatOfDifferencesForTheNoise() {
    Observations data = data();
    Points u = data.x().select(0, 11, 22, 33);
    double found = bound(Scenes.rough(), data, u).gradient(false).logNoise();
    double expected =
        difference(
            step -> {
              double[] noise = data.noiseVariance().orElseThrow().toArray();
              Arrays.setAll(noise, i -> noise[i] * StrictMath.exp(step));
              Observations louder = Observations.of(data.x(), data.y().toArray(), noise);
              return bound(Scenes.rough(), louder, u).value();
            });
    assertThat(found).isCloseTo(expected, closely(expected));
  }

  @Test
  void withAllInputsInducingItIsThatOfTheLikelihood() {
    Observations data = Scenes.noisy(30);
    CollapsedBound bound =
        CollapsedBound.of(Scenes.rough(), Scenes.MEAN, data, new InducingPoints(data.x(), 0));
    double[] expected = Scenes.exact(Scenes.rough(), data).likelihoodGradient().kernel().toArray();
    assertThat(bound.gradient(false).kernel()).containsExactly(expected, within(1e-6));
    double ofNoise = Scenes.exact(Scenes.rough(), data).likelihoodGradient().logNoise();
    assertThat(bound.gradient(false).logNoise()).isCloseTo(ofNoise, within(1e-6));
  }
}
