package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.OutcomeGrid.Axis;
import dev.cantilever.numerics.novelty.OutcomeGrid.Outside;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final OutcomeGrid SQUARE =
      OutcomeGrid.even(new double[] {0, 0}, new double[] {1, 1}, 5);

  @Test
  void filledCellsAreThoseOfTheReference() {
    JsonNode one = Reference.read("novelty.json").at("/cases/coverage");
    OutcomeGrid grid =
        OutcomeGrid.even(
            Reference.numbers(one.get("mins")),
            Reference.numbers(one.get("maxs")),
            one.get("bins_per_axis").intValue());
    Coverage coverage = Coverage.of(grid, Reference.points(one.get("outcomes")));
    List<List<Integer>> expected =
        StreamSupport.stream(one.at("/expected/filled_cells").spliterator(), false)
            .map(Reference::indices)
            .toList();
    assertThat(coverage.filled().stream().map(grid::bins).toList()).isEqualTo(expected);
    assertThat(coverage.fraction(one.get("reachable_cells").intValue()))
        .isCloseTo(one.at("/expected/coverage").doubleValue(), within(1e-9));
  }

  @Test
  void neverFallsWithAnotherOutcomeAndNeverExceedsOne() {
    RandomStream stream = RandomStream.of(4, "coverage");
    double[][] outcomes = spilling(200, stream);
    for (Outside outside : Outside.values()) {
      OutcomeGrid grid = new OutcomeGrid(SQUARE.axes(), outside);
      double before = 0;
      for (int n = 1; n <= outcomes.length; n++) {
        double now = Coverage.of(grid, Points.of(Arrays.copyOf(outcomes, n))).fraction();
        assertThat(now).isBetween(before, 1.0);
        before = now;
      }
    }
  }

  @Test
  void theOrderOfOutcomesDoesNotMatter() {
    RandomStream stream = RandomStream.of(5, "coverage order");
    Points outcomes = Points.of(spilling(40, stream));
    Coverage expected = Coverage.of(SQUARE, outcomes);
    for (int trial = 0; trial < 20; trial++) {
      assertThat(Coverage.of(SQUARE, outcomes.select(stream.distinct(40, 40)))).isEqualTo(expected);
    }
  }

  /** From −1 to 2, so that two of three lie beyond the grid on each axis. */
  private static double[][] spilling(int count, RandomStream stream) {
    double[][] outcomes = RandomOutcomes.uniform(count, 2, stream);
    for (double[] outcome : outcomes) {
      outcome[0] = 3 * outcome[0] - 1;
      outcome[1] = 3 * outcome[1] - 1;
    }
    return outcomes;
  }

  @Test
  void outcomesBeyondTheGridAreIgnoredOrClipped() {
    Points outcomes = Points.of(new double[][] {{-0.1, 0.5}, {7, 7}});
    Coverage ignored = Coverage.of(SQUARE, outcomes);
    assertThat(ignored.filled()).isEmpty();
    assertThat(ignored.outside()).isEqualTo(2);
    OutcomeGrid clipping = new OutcomeGrid(SQUARE.axes(), Outside.CLIPPED);
    assertThat(Coverage.of(clipping, outcomes).filled()).containsExactly(2, 24);
  }

  @Test
  void aCellHasItsLowerEdgesAndTheLastCellItsUpperEdge() {
    OutcomeGrid line = new OutcomeGrid(List.of(new Axis(0, 1, 4)), Outside.IGNORED);
    assertThat(line.cell(0)).hasValue(0);
    assertThat(line.cell(0.25)).hasValue(1);
    assertThat(line.cell(1)).hasValue(3);
    assertThat(line.cell(Math.nextUp(1.0))).isEmpty();
    assertThat(line.cell(-1e100)).isEmpty();
  }

  @Test
  void numbersOfCellsGoThroughBinsAndBack() {
    OutcomeGrid grid =
        new OutcomeGrid(
            List.of(new Axis(0, 3, 3), new Axis(0, 2, 2), new Axis(0, 4, 4)), Outside.IGNORED);
    for (int cell = 0; cell < grid.size(); cell++) {
      double[] middle = grid.bins(cell).stream().mapToDouble(bin -> bin + 0.5).toArray();
      assertThat(grid.cell(middle)).hasValue(cell);
    }
  }

  @Test
  void refusesFewerReachableCellsThanWereFilled() {
    Coverage two = Coverage.of(SQUARE, Points.of(new double[][] {{0.1, 0.1}, {0.9, 0.9}}));
    assertThat(two.fraction(4)).isEqualTo(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.fraction(1))
        .withMessageContaining("reachable cells is 1; it must lie in [2, 25]");
  }

  @Test
  void refusesAGridThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis(1, 1, 3))
        .withMessageContaining("it must rise");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutcomeGrid(List.of(), Outside.IGNORED))
        .withMessageContaining("number of axes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutcomeGrid.even(new double[7], new double[] {1, 1, 1, 1, 1, 1, 1}, 10))
        .withMessageContaining("1000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SQUARE.cell(0.5, Double.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
  }
}
