package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EpsilonDominanceTest {

  @Test
  void ofNearOutcomesTheBetterOneStaysAndFarOnesStayAll() {
    double[][] outcomes = {{0, 100}, {1, 99.5}, {50, 60}, {51, 58}, {100, 0}};
    assertThat(EpsilonDominance.filter(0.05, outcomes)).containsExactly(1, 2, 4);
  }

  @Test
  void isInUnitsOfTheRangeOfEachObjective() {
    double[][] outcomes = {{0, 1e-4}, {1e6, 0.995e-4}, {50e6, 0.6e-4}, {51e6, 0.58e-4}, {1e8, 0}};
    assertThat(EpsilonDominance.filter(0.05, outcomes)).containsExactly(1, 2, 4);
  }

  @Test
  void aLoneOutcomeAndEqualOnesAreNotDroppedForThemselves() {
    assertThat(EpsilonDominance.filter(0.5, new double[] {1, 2})).containsExactly(0);
    assertThat(EpsilonDominance.filter(0.5, new double[][] {{1, 2}, {1, 2}})).containsExactly(0);
  }

  @Test
  void withoutToleranceTheWholeFrontStays() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] y = RandomOutcomes.gridded(20, 3, 6, RandomStream.of(seed, "outcomes"));
      assertThat(EpsilonDominance.filter(0, y)).isEqualTo(Front.of(y).indices());
    }
  }

  @Test
  void everyOutcomeIsNearlyDominatedByOneThatStays() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] y = RandomOutcomes.uniform(60, 3, RandomStream.of(seed, "outcomes"));
      int[] staying = EpsilonDominance.filter(0.2, y);
      assertThat(staying.length).isLessThan(Front.of(y).size());
      for (double[] outcome : y) {
        double[] less = Arrays.stream(outcome).map(v -> v - 0.2).toArray();
        assertThat(Arrays.stream(staying).anyMatch(i -> Front.covers(y[i], less))).isTrue();
      }
    }
  }

  @Test
  void refusesAToleranceThatIsNone() {
    assertThatThrownBy(() -> EpsilonDominance.filter(-0.1, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epsilon must be finite and at least 0, not -0.1");
    assertThatThrownBy(() -> EpsilonDominance.filter(Double.NaN, new double[] {1}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> EpsilonDominance.filter(0.1)).hasMessageContaining("at least one");
  }
}
