package dev.cantilever.numerics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import org.junit.jupiter.api.Test;

class RewardRecordTest {

  @Test
  void countsAndMeansAreThoseOfTheReferenceAfterEveryReward() {
    JsonNode one = Reference.read("metrics_and_policies.json").at("/cases/reward_record");
    RewardRecord record = RewardRecord.empty(3);
    for (int i = 0; i < one.get("actions").size(); i++) {
      record =
          record.plus(
              one.get("actions").get(i).intValue(), one.get("rewards").get(i).doubleValue());
      double[][] expected = Reference.matrix(one.get("expected_count_and_mean_after_each").get(i));
      for (int arm = 0; arm < 3; arm++) {
        assertThat((double) record.counts().get(arm)).isEqualTo(expected[arm][0]);
        assertThat(record.means().get(arm)).isCloseTo(expected[arm][1], within(1e-9));
      }
    }
  }

  @Test
  void runningMeanIsTheMeanOfAllRewards() {
    RandomStream stream = RandomStream.of(0, "rewards");
    double[] sum = new double[4];
    int[] count = new int[4];
    RewardRecord record = RewardRecord.empty(4);
    for (int i = 0; i < 500; i++) {
      int arm = stream.nextInt(4);
      double reward = stream.nextNormal();
      sum[arm] += reward;
      count[arm]++;
      record = record.plus(arm, reward);
    }
    for (int arm = 0; arm < 4; arm++) {
      assertThat(record.counts().get(arm)).isEqualTo(count[arm]);
      assertThat(record.means().get(arm)).isCloseTo(sum[arm] / count[arm], within(1e-13));
    }
  }

  @Test
  void warmUpLeavesTheRewardSumOverItsSteps() {
    RewardRecord record =
        RewardRecord.empty(3)
            .plusWarmUp(Series.of(0.5, 0.2, 0.3))
            .plusWarmUp(Series.of(0.4, 0.1, 0.3))
            .plusWarmUp(Series.of(0.3, 0.3, 0.3));
    assertThat(record.counts()).containsExactly(3, 3, 3);
    assertThat(record.means().toArray())
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3, 0}, within(1e-15));
  }

  @Test
  void impossibleRewardsAndArmsAreRefused() {
    RewardRecord record = RewardRecord.empty(2);
    assertThatThrownBy(() -> record.plus(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arm 2 does not exist; there are 2, numbered from 0");
    assertThatThrownBy(() -> record.plus(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reward NaN of arm 0; it must be finite: leave failed steps out");
    assertThatThrownBy(() -> record.plusWarmUp(Series.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RewardRecord.empty(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
