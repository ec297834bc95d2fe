package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Which cells of an outcome grid were seen.
 *
 * @param filled numbers of the cells, rising
 * @param outside how many outcomes filled no cell
 */
public record Coverage(OutcomeGrid grid, List<Integer> filled, int outside) {

  public Coverage {
    filled = List.copyOf(new TreeSet<>(filled));
    filled.forEach(grid::bins);
    Require.atLeast("the number of outcomes outside of the grid", 0, outside);
  }

  /** By these outcomes, n × m; their order does not matter. */
  public static Coverage of(OutcomeGrid grid, Points outcomes) {
    TreeSet<Integer> filled = new TreeSet<>();
    int outside = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      OptionalInt cell = grid.cell(outcomes.row(i));
      cell.ifPresent(filled::add);
      outside += cell.isPresent() ? 0 : 1;
    }
    return new Coverage(grid, List.copyOf(filled), outside);
  }

  /** Filled cells divided by all cells. */
  public double fraction() {
    return fraction(grid.size());
  }

  /**
   * Filled cells divided by those that can be reached.
   *
   * @param reachable at least the number of filled cells, at most that of all; of a pool whose
   *     outcomes are known, the cells that they fill
   */
  public double fraction(int reachable) {
    Require.between(
        "the number of reachable cells", reachable, Math.max(1, filled.size()), grid.size());
    return filled.size() / (double) reachable;
  }
}
