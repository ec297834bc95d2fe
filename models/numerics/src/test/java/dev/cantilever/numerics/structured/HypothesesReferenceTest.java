package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three hypotheses with a change point, against dense quadrature. */
class HypothesesReferenceTest {

  private static final JsonNode CASE =
      Reference.read("bayes_quadrature.json").at("/cases/structured_gp_hypotheses");
  private static final Prior SLOPE = new Prior.Normal(3, 1);

  /**
   * Standard deviations over the posterior of what one draw says of the mean at each point, and of
   * its squared distance from the mean of all. Computed with numpy by the quadrature that gave the
   * reference (601² slopes between all change points that the data can tell apart), because modes
   * of t with a probability of 1e-4 make them and a chain cannot tell how often it missed these.
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once
  private record Spreads(double[] ofMeans, double[] ofSquares) {}

  private static Spreads spreads(String name) {
    return switch (name) {
      case "power|power" ->
          new Spreads(
              new double[] {0.005055, 0.03641, 1.191, 0.0122, 0.1736},
              new double[] {0.0009551, 0.00273, 1.26, 0.001189, 0.04259});
      case "power|linear" ->
          new Spreads(
              new double[] {0.01776, 0.8021, 0.5151, 0.006141, 0.09547},
              new double[] {0.002627, 0.9959, 0.7376, 0.002476, 0.01298});
      default ->
          new Spreads(
              new double[] {0.04218, 0.8263, 0.02431, 0.01119, 0.09634},
              new double[] {0.005301, 0.9622, 0.0018, 0.006929, 0.01313});
    };
  }

  @ParameterizedTest
  @CsvSource({
    "power|power, x < t ? x^b1 : x^b2",
    "power|linear, x < t ? x^b1 : b2*x",
    "linear|linear, x < t ? b1*x : b2*x"
  })
  void parametersPredictionsAndEvidenceAreThoseOfQuadrature(String name, String formula) {
    MeanFunction mean =
        Models.mean(formula, "t", new Prior.Uniform(0.5, 2), "b1", SLOPE, "b2", SLOPE);
    double[] y = Reference.numbers(CASE.get("y"));
    Observations data =
        Observations.of(Reference.points(CASE.get("X")), y, Models.repeated(0.04, y.length));
    InferenceSettings all =
        new InferenceSettings(SamplerSettings.of(300, 600), RestartRule.STANDARD, 600);
    StructuredFit fit =
        new StructuredSurrogate(
                StructuredModel.of(mean, Models.heldMatern(0.25, 0.4)), Units.none(1), all)
            .fit(data, RandomStream.of(1, name));
    JsonNode expected = CASE.get("expected").get(name);
    assertThat(fit.parameters().isConverged()).isTrue();
    assertThat(fit.parameters().names()).containsExactly("t", "b1", "b2");
    double[] slopes = Reference.numbers(expected.get("param_mean"));
    List<ParameterSummary> summaries = fit.parameters().summaries();
    assertMean(summaries.get(0).posterior(), expected.get("t_mean").doubleValue());
    assertMean(summaries.get(1).posterior(), slopes[0]);
    assertMean(summaries.get(2).posterior(), slopes[1]);
    assertPredictions(fit, expected, spreads(name));
    Evidence evidence = fit.evidence(RandomStream.of(1, "evidence"));
    assertThat(evidence.standardError()).isLessThan(0.05);
    assertThat(evidence.log())
        .isCloseTo(
            expected.get("log_evidence").doubleValue(), within(4 * evidence.standardError()));
  }

  private static void assertMean(Summary drawn, double expected) {
    assertThat(drawn.mean()).isCloseTo(expected, within(4 * drawn.standardError()));
  }

  private static void assertPredictions(StructuredFit fit, JsonNode expected, Spreads spreads) {
    Moments mixture = fit.posterior().at(Reference.points(CASE.get("Xstar")));
    double[] mean = Reference.numbers(expected.get("predictive_mean"));
    double[] variance = Reference.numbers(expected.get("predictive_var_noiseless"));
    double size =
        fit.parameters().summaries().stream()
            .mapToDouble(summary -> summary.posterior().effectiveSize())
            .min()
            .orElseThrow();
    for (int i = 0; i < mean.length; i++) {
      assertThat(mixture.mean().get(i))
          .as("mean at point %d", i)
          .isCloseTo(mean[i], within(4 * spreads.ofMeans()[i] / Math.sqrt(size)));
      assertThat(mixture.variance().get(i))
          .as("variance at point %d", i)
          .isCloseTo(variance[i], within(4 * spreads.ofSquares()[i] / Math.sqrt(size)));
    }
  }
}
