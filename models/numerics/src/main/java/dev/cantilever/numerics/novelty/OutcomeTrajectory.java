package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How a campaign moved through outcome space. Lengths are in widths of the grid's axes, so that
 * outcomes of unlike units count alike.
 *
 * @param stepLengths from each outcome to the next, n − 1 of them
 * @param newness from each outcome but the first to the nearest earlier one, n − 1 of them
 * @param filled number of cells filled after each outcome, n of them, never falling
 */
public record OutcomeTrajectory(Series stepLengths, Series newness, List<Integer> filled) {

  public OutcomeTrajectory {
    filled = List.copyOf(filled);
  }

  /**
   * Of measured outcomes in their order.
   *
   * @param outcomes n × m, n at least 1
   */
  public static OutcomeTrajectory of(OutcomeGrid grid, Points outcomes) {
    Require.atLeast("the number of outcomes", 1, outcomes.size());
    List<Integer> filled = new ArrayList<>();
    TreeSet<Integer> seen = new TreeSet<>();
    double[][] places = new double[outcomes.size()][];
    for (int i = 0; i < places.length; i++) {
      grid.cell(outcomes.row(i)).ifPresent(seen::add);
      filled.add(seen.size());
      places[i] = inWidths(grid, outcomes.row(i));
    }
    double[] steps = new double[places.length - 1];
    double[] newness = new double[places.length - 1];
    for (int i = 1; i < places.length; i++) {
      steps[i - 1] = Math.sqrt(Neighbours.squaredDistance(places[i], places[i - 1]));
      Points earlier = Points.of(Arrays.copyOf(places, i));
      newness[i - 1] = new Neighbours(earlier, 1, 0).sum(places[i]);
    }
    return new OutcomeTrajectory(Series.of(steps), Series.of(newness), filled);
  }

  private static double[] inWidths(OutcomeGrid grid, double[] outcome) {
    double[] scaled = outcome.clone();
    for (int k = 0; k < scaled.length; k++) {
      OutcomeGrid.Axis axis = grid.axes().get(k);
      scaled[k] /= axis.max() - axis.min();
    }
    Require.bounded("an outcome in widths of the grid", scaled);
    return scaled;
  }
}
