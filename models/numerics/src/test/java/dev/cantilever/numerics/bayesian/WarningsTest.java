package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.BlockSampler;
import dev.cantilever.numerics.sampling.Draws;
import dev.cantilever.numerics.sampling.LogDensity;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Start;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static final Prior UNIT = new Prior.Normal(0, 1);

  /** A normal about {@code centre}, walled beyond {@code wall} deviations. */
  private static LogDensity normal(double centre, double wall) {
    return theta -> {
      double z = theta[0] - centre;
      double beyond = Math.max(0, Math.abs(z) - wall);
      return new LogDensity.Evaluation(
          -0.5 * z * z - 1e6 * beyond * beyond, new double[] {-z - 2e6 * beyond * Math.signum(z)});
    };
  }

  private static List<String> warnings(
      SamplerSettings settings, LogDensity density, Unknown unknown, int attempts) {
    Draws draws =
        new BlockSampler(settings).draw(density, Start.at(0.1), RandomStream.of(1, "warnings"));
    return Warnings.of(
        new HyperparameterDraws(new Unknowns(List.of(unknown)), draws),
        RestartRule.STANDARD,
        new RestartRule.Result(draws, true, attempts));
  }

  @Test
  void goodDrawsNeedNone() {
    Unknown offset = Unknown.signed("offset", UNIT);
    assertThat(warnings(SamplerSettings.of(200, 500), normal(0, 100), offset, 1)).isEmpty();
  }

  @Test
  void divergencesAreCounted() {
    Unknown offset = Unknown.signed("offset", UNIT);
    assertThat(warnings(SamplerSettings.of(200, 500), normal(0, 2), offset, 1))
        .anySatisfy(warning -> assertThat(warning).contains("of 500 trajectories diverged"));
  }

  @Test
  void fewEffectiveDrawsAreNamed() {
    Unknown offset = Unknown.signed("offset", UNIT);
    assertThat(warnings(SamplerSettings.of(50, 20), normal(0, 100), offset, 1))
        .singleElement()
        .asString()
        .startsWith("the 20 draws of the offset are worth only");
  }

  @Test
  void cutShortTrajectoriesAreCounted() {
    Unknown offset = Unknown.signed("offset", UNIT);
    SamplerSettings shallow = new SamplerSettings(1, 200, 500, 0.95, 1);
    assertThat(warnings(shallow, normal(0, 100), offset, 1))
        .anySatisfy(warning -> assertThat(warning).contains("cut short by the greatest depth"));
  }

  @Test
  void anAcceptanceAfterRestartsIsTold() {
    Unknown offset = Unknown.signed("offset", UNIT);
    assertThat(warnings(SamplerSettings.of(200, 500), normal(0, 100), offset, 3))
        .singleElement()
        .asString()
        .contains("accepted only at attempt 3");
  }

  @Test
  void anEndOfAnIntervalThatDecidesIsTold() {
    Unknown fromZero = Unknown.positive("lengthscale", new Prior.Uniform(0, 2));
    Unknown fromOne = Unknown.positive("lengthscale", new Prior.Uniform(1, 2));
    SamplerSettings settings = SamplerSettings.of(200, 500);
    assertThat(warnings(settings, normal(5, 100), fromZero, 1))
        .containsExactly(
            "the lengthscale sits at the upper end 2.0 of its prior: there the prior decides, not"
                + " the data");
    assertThat(warnings(settings, normal(-5, 100), fromOne, 1))
        .singleElement()
        .asString()
        .contains("lower end 1.0");
    assertThat(warnings(settings, normal(-5, 100), fromZero, 1)).isEmpty();
  }
}
