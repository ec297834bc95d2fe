package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrowdingDistanceTest {

  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  /** By hand: ranges 10 and 20; the neighbours of (2, 18) are (0, 20) and (7, 5). */
  @Test
  void isTheScaledDistanceBetweenTheNeighboursInEveryObjective() {
    double[][] outcomes = {{7, 5}, {0, 20}, {10, 0}, {2, 18}};
    double[] distances = CrowdingDistance.of(Front.of(outcomes));
    assertThat(distances)
        .containsExactly(new double[] {0.8 + 0.9, ENDLESS, ENDLESS, 0.7 + 0.75}, within(1e-15));
  }

  @Test
  void anObjectiveWithoutRangeIsLeftOut() {
    double[][] outcomes = {{7, 3, 5}, {0, 3, 20}, {10, 3, 0}};
    assertThat(CrowdingDistance.of(Front.of(outcomes))).containsExactly(2, ENDLESS, ENDLESS);
  }

  @Test
  void oneOrTwoPointsAreEndsOnly() {
    assertThat(CrowdingDistance.of(Front.empty(2))).isEmpty();
    assertThat(CrowdingDistance.of(Front.of(new double[] {1, 2}))).containsExactly(ENDLESS);
    assertThat(CrowdingDistance.of(Front.of(new double[][] {{1, 2}, {2, 1}})))
        .containsExactly(ENDLESS, ENDLESS);
  }
}
