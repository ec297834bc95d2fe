package dev.cantilever.tests.bayesian.regret;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.Candidate;
import dev.cantilever.numerics.novelty.Candidates;
import dev.cantilever.numerics.novelty.Coverage;
import dev.cantilever.numerics.novelty.Criterion;
import dev.cantilever.numerics.novelty.NoveltyProposal;
import dev.cantilever.numerics.novelty.NoveltySearch;
import dev.cantilever.numerics.novelty.OutcomeGrid;
import dev.cantilever.numerics.novelty.OutcomeModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The benchmark of published_anchors.json, case novelty_cluster: six inputs in [−5, 5], two
 * outcomes of which each depends on three inputs and hardly on the others; ten random places, then
 * 500 proposed one at a time.
 */
final class ClusterCampaign {

  private static final int INPUTS = 6;
  private static final int STARTS = 10;
  private static final int PROPOSALS = 500;
  private static final Candidates BOX = Candidates.Box.of(INPUTS);

  /** All of its cells can be reached. */
  private static final OutcomeGrid GRID =
      OutcomeGrid.even(new double[] {-5.1, -5.1}, new double[] {5.1, 5.1}, 10);

  private final List<double[]> inputs = new ArrayList<>();
  private final List<double[]> outcomes = new ArrayList<>();

  private ClusterCampaign() {}

  /** The campaign after its last proposal. */
  static ClusterCampaign run(Criterion criterion, long seed) {
    NoveltySearch search = new NoveltySearch(OutcomeModels.usual(INPUTS), criterion, seed);
    ClusterCampaign campaign = new ClusterCampaign();
    search.initialDesign(BOX, STARTS).forEach(campaign::measure);
    Optional<OutcomeModels.Fitted> before = Optional.empty();
    for (int iteration = 1; iteration <= PROPOSALS; iteration++) {
      NoveltyProposal proposal =
          search.propose(
              new NoveltySearch.Known(
                  iteration, points(campaign.inputs), points(campaign.outcomes), before),
              BOX,
              1);
      before = proposal.fitted();
      campaign.measure(proposal.choices().getFirst().chosen());
    }
    return campaign;
  }

  private void measure(Candidate candidate) {
    double[] scaled = candidate.inputs().toArray();
    inputs.add(scaled);
    outcomes.add(outcome(scaled));
  }

  /** Share of the grid filled by the starts and the first so many proposals. */
  double coverage(int proposals) {
    int[] first = IntStream.range(0, STARTS + proposals).toArray();
    return Coverage.of(GRID, points(outcomes).select(first)).fraction();
  }

  double coverage() {
    return coverage(PROPOSALS);
  }

  private static Points points(List<double[]> rows) {
    return Points.of(rows.toArray(double[][]::new));
  }

  private static double[] outcome(double[] scaled) {
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
}
