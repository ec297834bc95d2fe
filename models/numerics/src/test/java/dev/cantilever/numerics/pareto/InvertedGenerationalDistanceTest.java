package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InvertedGenerationalDistanceTest {

  @Test
  void isTheMeanDistanceFromTrueToFoundPoints() {
    Front found = Front.of(new double[][] {{0, 4}, {3, 0}});
    assertThat(InvertedGenerationalDistance.of(found, new double[][] {{0, 4}, {3, 1}, {6, 4}}))
        .isCloseTo((0 + 1 + 5) / 3.0, within(1e-15));
  }

  @Test
  void isZeroForACompleteFrontAndFallsAsPointsAreFound() {
    double[][] truth = AnalyticFronts.zdt1(65);
    double before = Double.POSITIVE_INFINITY;
    for (int count : new int[] {2, 3, 5, 9, 17, 33}) {
      double now = InvertedGenerationalDistance.of(Front.of(AnalyticFronts.zdt1(count)), truth);
      assertThat(now).isLessThan(before).isPositive();
      before = now;
    }
    assertThat(InvertedGenerationalDistance.of(Front.of(truth), truth)).isZero();
  }

  @Test
  void refusesEmptyFronts() {
    Front one = Front.of(new double[] {1, 2});
    assertThatThrownBy(() -> InvertedGenerationalDistance.of(Front.empty(2), new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an empty front");
    assertThatThrownBy(() -> InvertedGenerationalDistance.of(one))
        .hasMessageContaining("at least one point of the true front");
    assertThatThrownBy(() -> InvertedGenerationalDistance.of(one, new double[] {1}))
        .hasMessageContaining("true point 0 has 1 objectives, but 2 are expected");
  }
}
