package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.Moments;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PhysicalModelTest {

  private static final JsonNode ONE =
      Reference.read("bayes_quadrature.json").at("/cases/physical_model");
  private static final Prior UNIT = new Prior.Normal(1, 1);
  private static final MeanFunction POWER = Models.mean("a*x^b", "a", UNIT, "b", UNIT);

  private static PhysicalFit fit() {
    InferenceSettings settings =
        new InferenceSettings(SamplerSettings.of(300, 800), RestartRule.STANDARD, 1_000);
    return PhysicalModel.of(POWER)
        .fit(
            Models.line(Reference.numbers(ONE.get("X"))),
            Reference.numbers(ONE.get("y")),
            settings,
            RandomStream.of(1, "physical"));
  }

  @Test
  void parametersPredictionsAndEvidenceAreThoseOfQuadrature() {
    PhysicalFit fit = fit();
    assertThat(fit.parameters().isConverged()).isTrue();
    assertParameter(fit, "a", values -> values[0]);
    assertParameter(fit, "b", values -> values[1]);
    assertParameter(fit, "log_noise_sd", values -> StrictMath.log(values[2]));
    Moments moments = fit.at(Models.line(0.5, 1.5, 2.5));
    double[] mean = Reference.numbers(ONE.at("/expected/f_mean_at_0p5_1p5_2p5"));
    double[] deviation = Reference.numbers(ONE.at("/expected/f_sd"));
    for (int i = 0; i < 3; i++) {
      double x = 0.5 + i;
      Summary drawn = fit.parameters().summary(v -> v[0] * StrictMath.pow(x, v[1]));
      assertThat(moments.mean().get(i)).isCloseTo(mean[i], within(4 * drawn.standardError()));
      assertThat(moments.mean().get(i)).isCloseTo(drawn.mean(), within(1e-10));
      double expected = mean[i];
      Summary squares =
          fit.parameters()
              .summary(v -> StrictMath.pow(v[0] * StrictMath.pow(x, v[1]) - expected, 2));
      assertThat(moments.variance().get(i))
          .isCloseTo(deviation[i] * deviation[i], within(4 * squares.standardError()));
    }
    Evidence evidence = fit.evidence(RandomStream.of(1, "evidence"));
    assertThat(evidence.standardError()).isLessThan(0.05);
    assertThat(evidence.log())
        .isCloseTo(
            ONE.at("/expected/log_evidence").doubleValue(), within(4 * evidence.standardError()));
  }

  private static void assertParameter(
      PhysicalFit fit, String name, ToDoubleFunction<double[]> parameter) {
    double[] expected = Reference.numbers(ONE.at("/expected/" + name + "_mean_sd"));
    Summary drawn = fit.parameters().summary(parameter);
    Summary squares =
        fit.parameters()
            .summary(values -> StrictMath.pow(parameter.applyAsDouble(values) - expected[0], 2));
    assertThat(drawn.mean()).as(name).isCloseTo(expected[0], within(4 * drawn.standardError()));
    assertThat(squares.mean())
        .as("variance of " + name)
        .isCloseTo(expected[1] * expected[1], within(4 * squares.standardError()));
  }

  @Test
  void aFormulaWithoutValueAtTheDataIsRefused() {
    PhysicalModel root = PhysicalModel.of(Models.mean("a*sqrt(x)", "a", UNIT));
    assertThatThrownBy(
            () ->
                root.fit(
                    Models.line(-1, 2),
                    new double[] {1, 2},
                    InferenceSettings.of(50, 50),
                    RandomStream.of(1, "root")))
        .isInstanceOf(ImpossibleStart.class);
  }

  @Test
  void noiseMustBePositive() {
    assertThatThrownBy(() -> new PhysicalModel(POWER, UNIT))
        .hasMessageContaining("the standard deviation of the noise is above 0")
        .hasMessageContaining("take LogNormal, Gamma, HalfNormal or Uniform from 0");
  }
}
