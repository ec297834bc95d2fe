package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import org.junit.jupiter.api.Test;

class OutcomeTrajectoryTest {

  private static final OutcomeGrid GRID =
      OutcomeGrid.even(new double[] {0, 0}, new double[] {10, 1000}, 2);

  /** By hand: in widths of the grid the path is (0, 0), (0.3, 0.4), (0.9, 0.4), (0, 0). */
  @Test
  void measuresLengthsInWidthsOfTheGrid() {
    OutcomeTrajectory path =
        OutcomeTrajectory.of(
            GRID, Points.of(new double[][] {{0, 0}, {3, 400}, {9, 400}, {0, 0}, {11, 0}}));
    assertThat(path.stepLengths().get(0)).isEqualTo(0.5);
    assertThat(path.stepLengths().get(3)).isEqualTo(1.1);
    assertThat(path.newness().get(2)).as("back where it began").isZero();
    assertThat(path.newness().get(3)).as("nearest to (0.9, 0.4)").isLessThan(0.5);
    assertThat(path.filled()).containsExactly(1, 1, 2, 2, 2);
  }

  @Test
  void aSingleOutcomeHasNoSteps() {
    OutcomeTrajectory path = OutcomeTrajectory.of(GRID, Points.of(new double[] {1, 1}));
    assertThat(path).isEqualTo(new OutcomeTrajectory(Series.of(), Series.of(), path.filled()));
    assertThat(path.filled()).containsExactly(1);
  }
}
