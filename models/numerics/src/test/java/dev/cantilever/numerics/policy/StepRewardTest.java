package dev.cantilever.numerics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import org.junit.jupiter.api.Test;

class StepRewardTest {

  @Test
  void uncertaintyRewardsAreThoseOfTheReference() {
    JsonNode one = Reference.read("metrics_and_policies.json").at("/cases/uncertainty_reward");
    double[] medians = Reference.numbers(one.get("median_uncertainty"));
    double[] expected = Reference.numbers(one.get("expected"));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) StepReward.uncertainty(medians[i], medians[i + 1]))
          .isEqualTo(expected[i]);
    }
  }

  @Test
  void unchangedUncertaintyEarnsNothingGood() {
    assertThat(StepReward.uncertainty(0.5, 0.5)).isEqualTo(-1);
  }

  @Test
  void densityRewardIsThatOfScipy() {
    // scipy.stats.norm.logpdf minus the logarithm of the mean density
    Series rewards =
        StepReward.predictiveDensity(0.3, Series.of(0.1, 0.5, -1), Series.of(0.2, 0.4, 0.7));
    assertThat(rewards.toArray())
        .containsExactly(new double[] {0.504474, 0.18632682, -1.97277877}, within(1e-8));
  }

  @Test
  void densityRewardsAverageToTheMixtureAndNeverExceedTheLogarithmOfTheirNumber() {
    RandomStream stream = RandomStream.of(0, "models");
    for (int repeat = 0; repeat < 100; repeat++) {
      int models = 1 + stream.nextInt(6);
      double[] mean = new double[models];
      double[] sigma = new double[models];
      for (int i = 0; i < models; i++) {
        mean[i] = stream.nextNormal();
        sigma[i] = 0.1 + stream.nextDouble();
      }
      Series rewards = StepReward.predictiveDensity(0, Series.of(mean), Series.of(sigma));
      double sum = 0;
      for (int i = 0; i < models; i++) {
        assertThat(rewards.get(i)).isLessThanOrEqualTo(StrictMath.log(models) + 1e-12);
        sum += StrictMath.exp(rewards.get(i));
      }
      assertThat(sum / models).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void impossiblePredictionsAreRefused() {
    Series one = Series.of(1);
    assertThatThrownBy(() -> StepReward.predictiveDensity(0, one, Series.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("model 0 says N(1.0, 0.0²) of the observation 0.0");
    assertThatThrownBy(() -> StepReward.predictiveDensity(Double.NaN, one, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StepReward.predictiveDensity(0, one, Series.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StepReward.uncertainty(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
