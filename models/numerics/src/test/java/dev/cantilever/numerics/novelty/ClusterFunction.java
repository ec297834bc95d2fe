package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.NoveltySearch.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The benchmark of published_anchors.json, case novelty_cluster: six inputs in [−5, 5], two
 * outcomes of which each depends on three inputs and hardly on the others. Most of the box gives
 * outcomes within ±1; those beyond need two inputs near certain values each.
 */
final class ClusterFunction {

  static final int INPUTS = 6;

  /** All of its cells can be reached. */
  static final OutcomeGrid GRID =
      OutcomeGrid.even(new double[] {-5.1, -5.1}, new double[] {5.1, 5.1}, 10);

  private ClusterFunction() {}

  /** Outcomes at scaled inputs. */
  static double[] at(double[] scaled) {
    double[] x = new double[INPUTS];
    for (int k = 0; k < INPUTS; k++) {
      x[k] = -5 + 10 * scaled[k];
    }
    return new double[] {
      StrictMath.sin(x[0]) * StrictMath.cos(x[1])
          + x[2] * StrictMath.exp(-x[0] * x[0]) * StrictMath.cos(x[0] + x[1])
          + 0.01 * StrictMath.sin(x[3] + x[4] + x[5]),
      StrictMath.sin(x[3]) * StrictMath.cos(x[4])
          + x[5] * StrictMath.exp(-x[3] * x[3]) * StrictMath.sin(x[3] + x[4])
          + 0.01 * StrictMath.cos(x[0] + x[1] + x[2])
    };
  }

  /** Outcomes of ten random places and of so many proposed one at a time. */
  static Points campaign(Criterion criterion, Candidates.Box box, int proposals, long seed) {
    NoveltySearch search = new NoveltySearch(OutcomeModels.usual(INPUTS), criterion, seed);
    List<double[]> inputs = new ArrayList<>();
    List<double[]> outcomes = new ArrayList<>();
    for (Candidate start : search.initialDesign(box, 10)) {
      inputs.add(start.inputs().toArray());
      outcomes.add(at(inputs.getLast()));
    }
    Optional<OutcomeModels.Fitted> before = Optional.empty();
    for (int iteration = 1; iteration <= proposals; iteration++) {
      Known known = new Known(iteration, points(inputs), points(outcomes), before);
      NoveltyProposal proposal = search.propose(known, box, 1);
      before = proposal.fitted();
      inputs.add(proposal.choices().getFirst().chosen().inputs().toArray());
      outcomes.add(at(inputs.getLast()));
    }
    return points(outcomes);
  }

  private static Points points(List<double[]> rows) {
    return Points.of(rows.toArray(double[][]::new));
  }

  /** Share of the grid filled by the first so many outcomes. */
  static double coverage(Points outcomes, int count) {
    int[] first = IntStream.range(0, count).toArray();
    return Coverage.of(GRID, outcomes.select(first)).fraction();
  }
}
