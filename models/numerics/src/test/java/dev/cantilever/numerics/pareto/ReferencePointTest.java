package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class ReferencePointTest {

  @Test
  void liesATenthOfTheRangeBelowTheWorstOfTheFront() {
    Front front = Front.of(new double[][] {{0, 5}, {10, 1}, {4, 2}, {-90, -90}});
    ReferencePoint reference = ReferencePoint.below(front);
    assertThat(reference.values().get(0)).isCloseTo(-1, within(1e-15));
    assertThat(reference.values().get(1)).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void withoutRangeATenthOfTheValueTakesItsPlace() {
    assertThat(ReferencePoint.below(Front.of(new double[] {-20, 3e-9, 0})))
        .isEqualTo(ReferencePoint.of(-22, 3e-9 - 0.1 * 3e-9, -0.1));
  }

  /** One above the front would make its points count for nothing. */
  @Test
  void everyPointOfTheFrontLiesAboveIt() {
    for (int seed = 0; seed < 100; seed++) {
      Front front =
          Front.of(RandomOutcomes.gridded(1 + seed % 7, 3, 3, RandomStream.of(seed, "outcomes")));
      double[] reference = ReferencePoint.below(front).values().toArray();
      assertThat(Hypervolume.above(front.toArray(), reference)).hasDimensions(front.size(), 3);
    }
  }

  @Test
  void refusesAnEmptyFrontAndWhatIsNoPoint() {
    assertThatThrownBy(() -> ReferencePoint.below(Front.empty(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give the reference point yourself");
    assertThatThrownBy(() -> ReferencePoint.of(0, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(ReferencePoint::of).hasMessageContaining("at least one objective");
  }
}
