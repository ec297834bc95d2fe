package dev.cantilever.numerics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.policy.Selection.EpsilonGreedy;
import dev.cantilever.numerics.policy.Selection.Softmax;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {

  private static RewardRecord record(double... means) {
    return new RewardRecord(Collections.nCopies(means.length, 5), Series.of(means));
  }

  @Test
  void softmaxIsThatOfTheReference() {
    JsonNode one = Reference.read("metrics_and_policies.json").at("/cases/softmax_policy");
    Softmax softmax = new Softmax(one.get("temperature").doubleValue());
    assertThat(
            softmax
                .probabilities(record(Reference.numbers(one.get("rewards"))), Set.of())
                .toArray())
        .containsExactly(Reference.numbers(one.get("expected")), within(1e-9));
  }

  @Test
  void epsilonIsSharedByAllAndTheRestByTheLeaders() {
    RewardRecord record = record(0.5, -1, 0.5, 0);
    assertThat(new EpsilonGreedy(0.4).probabilities(record, Set.of()).toArray())
        .containsExactly(new double[] {0.4, 0.1, 0.4, 0.1}, within(1e-15));
    assertThat(new EpsilonGreedy(0.4).probabilities(record, Set.of(0)).toArray())
        .containsExactly(new double[] {0, 0.4 / 3, 0.4 / 3 + 0.6, 0.4 / 3}, within(1e-15));
    assertThat(new EpsilonGreedy(0).probabilities(record, Set.of(0, 2)))
        .isEqualTo(Series.of(0, 0, 0, 1));
  }

  @Test
  void softmaxBearsAnyRewards() {
    assertThat(new Softmax(1e-6).probabilities(record(1e300, -1e300, 1e300), Set.of()))
        .isEqualTo(Series.of(0.5, 0, 0.5));
    assertThat(new Softmax(1).probabilities(record(3, 1e9), Set.of(1))).isEqualTo(Series.of(1, 0));
  }

  static List<Selection> selections() {
    return List.of(
        new EpsilonGreedy(0), new EpsilonGreedy(0.4), new Softmax(0.3), new Softmax(1.1));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void drawsFollowTheProbabilities(Selection selection) {
    RewardRecord record = record(0.3, -0.2, 0.7, 0.7);
    Set<Integer> dropped = Set.of(1);
    double[] expected = selection.probabilities(record, dropped).toArray();
    assertThat(Arrays.stream(expected).sum()).isCloseTo(1, within(1e-15));
    int n = 5_000;
    int[] counts = new int[4];
    RandomStream stream = RandomStream.of(1, "arms");
    for (int i = 0; i < n; i++) {
      counts[selection.choose(record, dropped, stream)]++;
    }
    for (int arm = 0; arm < 4; arm++) {
      double deviation = Math.sqrt(n * expected[arm] * (1 - expected[arm]));
      assertThat((double) counts[arm]).isCloseTo(n * expected[arm], within(4 * deviation));
    }
  }

  @Test
  void oneChoiceMovesTheStreamByOneNumber() {
    RandomStream chosen = RandomStream.of(1, "arms");
    new Softmax(1).choose(record(1, 2, 3), Set.of(), chosen);
    RandomStream moved = RandomStream.of(1, "arms");
    moved.nextLong();
    assertThat(chosen.nextLong()).isEqualTo(moved.nextLong());
  }

  @Test
  void senselessSettingsAreRefused() {
    assertThatThrownBy(() -> new EpsilonGreedy(1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("epsilon is 1.1; it must lie in [0, 1]");
    assertThatThrownBy(() -> new Softmax(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Softmax(1).probabilities(record(1, 2), Set.of(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("all 2 arms are dropped; one must be left to choose");
    assertThatThrownBy(() -> new Softmax(1).probabilities(record(1, 2), Set.of(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
