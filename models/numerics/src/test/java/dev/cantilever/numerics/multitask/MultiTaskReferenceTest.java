package dev.cantilever.numerics.multitask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiTaskReferenceTest {

  static Stream<JsonNode> cases() {
    return Reference.cases("gp_multitask_multifidelity.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void likelihoodAndPosteriorAreThoseOfTheReference(JsonNode one) {
    boolean isAutoregression = one.has("rho");
    Points x = isAutoregression ? fidelities(one) : tasks(one, "X", "task");
    Points places =
        isAutoregression
            ? TaskPoints.of(Reference.points(one.get("Xstar_high")), 1)
            : tasks(one, "Xstar", "task_star");
    GaussianProcess process =
        GaussianProcess.given(
            kernel(one), 0, x, Reference.numbers(one.get("y")), noise(one, x, isAutoregression));
    JsonNode expected = one.get("expected");
    assertThat(process.logMarginalLikelihood())
        .isCloseTo(expected.get("log_marginal_likelihood").doubleValue(), within(1e-8));
    assertThat(process.at(places).mean().toArray())
        .containsExactly(Reference.numbers(expected.get("posterior_mean")), within(1e-8));
    double[][] covariance = Reference.matrix(expected.get("posterior_cov_noiseless"));
    for (int i = 0; i < covariance.length; i++) {
      assertThat(process.covariance(places)[i]).containsExactly(covariance[i], within(1e-8));
    }
  }

  private static Points tasks(JsonNode one, String inputs, String tasks) {
    return TaskPoints.of(Reference.points(one.get(inputs)), Reference.indices(one.get(tasks)));
  }

  private static Points fidelities(JsonNode one) {
    List<double[]> rows = new ArrayList<>();
    for (double[] low : Reference.matrix(one.get("X_low"))) {
      rows.add(new double[] {low[0], 0});
    }
    for (double[] high : Reference.matrix(one.get("X_high"))) {
      rows.add(new double[] {high[0], 1});
    }
    return Points.of(rows.toArray(double[][]::new));
  }

  private static double[] noise(JsonNode one, Points x, boolean isAutoregression) {
    double[] each =
        isAutoregression
            ? new double[] {
              one.get("noise_variance_low").doubleValue(),
              one.get("noise_variance_high").doubleValue()
            }
            : Reference.numbers(one.get("noise_variance_per_task"));
    return Arrays.stream(TaskPoints.tasks(x, each.length)).mapToDouble(t -> each[t]).toArray();
  }

  /** The model's kernel with the values of a case in the order of its parameters. */
  private static Kernel kernel(JsonNode one) {
    KernelFamily family = KernelFamily.valueOf(one.get("kernel").asText().toUpperCase(Locale.ROOT));
    if (one.has("rho")) {
      return new MultiTaskModel.Autoregression(family, 1).template().with(autoregression(one));
    }
    if (one.get("model").asText().startsWith("ICM")) {
      int inputs = one.get("params").get("lengthscale").size();
      int tasks = one.get("W").size();
      return new MultiTaskModel.Intrinsic(family, inputs, tasks, one.get("W").get(0).size())
          .template()
          .with(term(one.get("params"), one.get("W"), one.get("v")));
    }
    return linear(one, family);
  }

  private static Kernel linear(JsonNode one, KernelFamily family) {
    JsonNode params = one.get("params");
    JsonNode weights = one.get("W");
    double[] values = {};
    for (int q = 0; q < params.size(); q++) {
      double[] term = term(params.get(q), weights.get(q), one.get("v").get(q));
      values = DoubleStream.concat(Arrays.stream(values), Arrays.stream(term)).toArray();
    }
    int tasks = weights.get(0).size();
    int rank = weights.get(0).get(0).size();
    return new MultiTaskModel.Linear(family, 1, tasks, params.size(), rank).template().with(values);
  }

  private static double[] term(JsonNode params, JsonNode weights, JsonNode own) {
    DoubleStream between =
        DoubleStream.concat(
            Arrays.stream(Reference.matrix(weights)).flatMapToDouble(Arrays::stream),
            Arrays.stream(Reference.numbers(own)));
    return DoubleStream.concat(Arrays.stream(Reference.numbers(params.get("lengthscale"))), between)
        .toArray();
  }

  private static double[] autoregression(JsonNode one) {
    return new double[] {
      one.get("low").get("outputscale").doubleValue(),
      one.get("low").get("lengthscale").get(0).doubleValue(),
      one.get("rho").doubleValue(),
      one.get("delta").get("outputscale").doubleValue(),
      one.get("delta").get("lengthscale").get(0).doubleValue()
    };
  }
}
