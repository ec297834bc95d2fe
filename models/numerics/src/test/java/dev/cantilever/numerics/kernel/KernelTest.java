package dev.cantilever.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {

  private static final double STEP = 1e-6;

  static Stream<JsonNode> cases() {
    return Reference.cases("kernels.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void covariancesAreThoseOfTheReference(JsonNode one) {
    Points x = Reference.points(one.get("X"));
    Points z = Reference.points(one.get("Z"));
    Kernel kernel = Reference.kernel(one);
    assertClose(kernel.covariance(x, z), Reference.matrix(one.get("K")));
    assertClose(kernel.covariance(x, x), Reference.matrix(one.get("K_XX")));
    for (int i = 0; i < x.size(); i++) {
      assertThat(kernel.variances(x)[i])
          .isCloseTo(one.get("K_XX").get(i).get(i).doubleValue(), within(1e-9));
    }
  }

  private static void assertClose(double[][] found, double[][] expected) {
    assertThat(found.length).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).containsExactly(expected[i], within(1e-9));
    }
  }

  /** Every leaf, and what can be made of them, for two inputs. */
  static Stream<Kernel> kernels() {
    Series lengthscales = Series.of(0.4, 0.9);
    Kernel rbf = new Stationary(KernelFamily.RBF, 1.3, lengthscales);
    Kernel periodic = new Periodic(0.8, lengthscales, Series.of(0.7, 1.1));
    Kernel shaped = new RationalQuadratic(1.2, lengthscales, 0.8);
    Kernel polynomial = new Polynomial(0.6, 0.5, 3);
    Kernel task =
        new TaskKernel(
            new TaskCovariance.LowRank(
                List.of(Series.of(0.3, -0.5), Series.of(1.1, 0.2)), Series.of(0.4, 0.6)));
    return Stream.of(
        rbf,
        new Stationary(KernelFamily.MATERN12, 1.3, lengthscales),
        new Stationary(KernelFamily.MATERN32, 1.3, lengthscales),
        new Stationary(KernelFamily.MATERN52, 1.3, lengthscales),
        periodic,
        shaped,
        new Linear(0.7),
        polynomial,
        new InfiniteNetwork(Activation.ERF, 3, 1.4, 0.3),
        new InfiniteNetwork(Activation.RELU, 3, 1.4, 0.3),
        SumKernel.of(rbf, polynomial, periodic),
        ProductKernel.of(shaped, new Linear(0.7), periodic),
        SumKernel.of(
            ProductKernel.of(rbf, new Held(Set.of(Role.OUTPUT_SCALE), periodic)), new Linear(2)),
        ProductKernel.of(
            OnInputs.between(0, 1, new Stationary(KernelFamily.MATERN52, 1, Series.of(0.5))),
            new OnInputs(List.of(1), task)),
        SumKernel.of(
            ProductKernel.of(
                OnInputs.between(0, 1, new Linear(0.9)),
                new OnInputs(List.of(1), new TaskKernel(new TaskCovariance.Ratio(1.4)))),
            ProductKernel.of(
                OnInputs.between(0, 1, new Linear(0.2)),
                new OnInputs(List.of(1), new TaskKernel(new TaskCovariance.Only(1, 2))))));
  }

  /** The second input is a whole number, so that it can name a task. */
  private static Points places(int n, String stream) {
    RandomStream random = RandomStream.of(4, stream);
    double[][] rows = new double[n][2];
    for (double[] row : rows) {
      row[0] = 2 * random.nextDouble() - 1;
      row[1] = random.nextInt(2);
    }
    return Points.of(rows);
  }

  private static double[] values(Kernel kernel) {
    return kernel.parameters().stream().mapToDouble(Parameter::value).toArray();
  }

  /** {@code Σ_{j≤i} w_ij k(x_i, x_j)}. */
  private static double contraction(Kernel kernel, Points x, double[][] weights) {
    double sum = 0;
    double[][] lower = kernel.lower(x);
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        sum += weights[i][j] * lower[i][j];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void gradientIsTheDifferenceQuotient(Kernel kernel) {
    Points x = places(7, "places");
    RandomStream random = RandomStream.of(4, "weights");
    double[][] weights = new double[x.size()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        weights[i][j] = random.nextNormal();
      }
    }
    double[] gradient = new double[kernel.parameters().size()];
    kernel.gradient(x, kernel.lower(x), weights, gradient, 0);
    for (int p = 0; p < gradient.length; p++) {
      Parameter parameter = kernel.parameters().get(p);
      double[] above = values(kernel);
      double[] below = values(kernel);
      above[p] = parameter.role().value(parameter.coordinate() + STEP);
      below[p] = parameter.role().value(parameter.coordinate() - STEP);
      double difference =
          contraction(kernel.with(above), x, weights) - contraction(kernel.with(below), x, weights);
      assertThat(gradient[p]).as(parameter.name()).isCloseTo(difference / (2 * STEP), within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theSameValuesGiveTheSameKernel(Kernel kernel) {
    assertThat(kernel.with(values(kernel))).isEqualTo(kernel);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void slopesAlongTheFirstInputAreDifferenceQuotients(Kernel kernel) {
    Points z = places(6, "others");
    double[] place = {0.37, 1};
    double[] above = {0.37 + STEP, 1};
    double[] below = {0.37 - STEP, 1};
    double[] slopes = kernel.inputSlopes(Points.of(place), z)[0];
    double[][] around = kernel.covariance(Points.of(above, below), z);
    for (int j = 0; j < slopes.length; j++) {
      assertThat(slopes[j]).isCloseTo((around[0][j] - around[1][j]) / (2 * STEP), within(1e-7));
    }
    double[] variances = kernel.variances(Points.of(above, below));
    assertThat(kernel.varianceSlopes(Points.of(place))[0])
        .isCloseTo((variances[0] - variances[1]) / (2 * STEP), within(1e-6));
  }

  @Test
  void hyperparametersThatAreNotPositiveAreRefused() {
    assertThatThrownBy(() -> new Stationary(KernelFamily.RBF, 1, Series.of(1, 0)))
        .hasMessageContaining("lengthscale 2 must be finite and above 0, not 0.0");
    assertThatThrownBy(() -> new Stationary(KernelFamily.RBF, Double.NaN, Series.of(1)))
        .hasMessageContaining("output scale");
    assertThatThrownBy(() -> new Periodic(1, Series.of(1, 1), Series.of(1)))
        .hasMessageContaining("2 lengthscales against 1 periods");
  }

  @Test
  void aTaskThatDoesNotExistIsRefused() {
    Kernel task = new TaskKernel(new TaskCovariance.Ratio(1));
    Points wrong = Points.of(new double[] {2});
    assertThatThrownBy(() -> task.covariance(wrong, wrong))
        .hasMessageContaining("task 2.0 of point 0 is not one of 0 to 1");
  }

  @Test
  void formsAreReadAndWritten() {
    for (String words : List.of("matern52", "rbf + linear", "rbf * periodic + network_relu")) {
      KernelForm form = new KernelForm(words);
      assertThat(form).hasToString(words);
      assertThat(form.template(3).covariance(places3(), places3())[0][0]).isPositive();
    }
    assertThat(new KernelForm("rbf*linear").template(1).parameters()).hasSize(2);
    assertThatThrownBy(() -> new KernelForm("rbf + gauss"))
        .hasMessageContaining("\"rbf + gauss\" is no kernel; join up to four of rbf, matern12");
    assertThatThrownBy(() -> new KernelForm("rbf+".repeat(4) + "rbf"))
        .hasMessageContaining("up to four");
  }

  private static Points places3() {
    return Points.of(new double[] {0.1, 0.2, 0.3});
  }
}
