package dev.cantilever.tests.bayesian.regret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.pareto.ExpectedHypervolumeImprovement;
import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.pareto.Hypervolume;
import dev.cantilever.numerics.pareto.ReferencePoint;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Branin against Currin on the unit square, both negated: exact logarithmic expected hypervolume
 * improvement of two independent surrogates.
 */
final class FrontCampaign {

  static final String PEER = "branin_currin";

  private static final int OBJECTIVES = 2;
  private static final double[] CORNER = {-18, -6};

  private final SearchSpace space = UnitBox.of(2);
  private final List<Condition> tried = new ArrayList<>();
  private final List<double[]> outcomes = new ArrayList<>();
  private Visited visited = Visited.none(space);

  private FrontCampaign() {}

  /** The hypervolume after every evaluation, from the peer's starts. */
  static double[] hypervolume(JsonNode peer, int seed, Stopwatch watch) {
    FrontCampaign campaign = new FrontCampaign();
    for (double[] start : Shared.rows(peer.get("runs").get("" + seed).at("/start/X_unit"))) {
      campaign.evaluate(campaign.space.decode(start));
    }
    double[] curve = new double[peer.at("/problem/n_total").intValue()];
    while (campaign.tried.size() < curve.length) {
      campaign.evaluate(watch.step(() -> campaign.next(seed)));
    }
    for (int i = 0; i < curve.length; i++) {
      double[][] first = campaign.outcomes.subList(0, i + 1).toArray(double[][]::new);
      curve[i] = Hypervolume.of(Front.of(first), ReferencePoint.of(CORNER));
    }
    return curve;
  }

  private void evaluate(Condition condition) {
    double[] x = space.encode(condition);
    tried.add(condition);
    outcomes.add(outcome(x));
    visited = visited.measured(condition);
  }

  static double[] outcome(double[] x) {
    return new double[] {-BoxProblem.branin(15 * x[0] - 5, 15 * x[1]), -currin(x[0], x[1])};
  }

  private static double currin(double a, double b) {
    double factor = b == 0 ? 1 : 1 - StrictMath.exp(-1 / (2 * b));
    double above = 2300 * a * a * a + 1900 * a * a + 2092 * a + 60;
    double below = 100 * a * a * a + 500 * a * a + 4 * a + 20;
    return factor * above / below;
  }

  private Condition next(int seed) {
    RandomStream stream = RandomStream.of(seed, "step/" + tried.size());
    Points inputs = space.encode(tried);
    List<Learned> learned = new ArrayList<>();
    double[][] known = new double[tried.size()][OBJECTIVES];
    double[] corner = new double[OBJECTIVES];
    for (int k = 0; k < OBJECTIVES; k++) {
      int objective = k;
      double[] y = outcomes.stream().mapToDouble(each -> each[objective]).toArray();
      Standardisation scale = Standardisation.of(y);
      double[] standardised = scale.apply(y);
      for (int i = 0; i < known.length; i++) {
        known[i][k] = standardised[i];
      }
      corner[k] = scale.apply(new double[] {CORNER[k]})[0];
      learned.add(
          Defaults.surrogate(2)
              .learn(Observations.of(inputs, standardised), Optional.empty(), stream));
    }
    ExpectedHypervolumeImprovement improvement =
        ExpectedHypervolumeImprovement.over(Front.of(known), ReferencePoint.of(corner));
    SpaceProposal proposal =
        new SpaceSearch(space, Defaults.SEARCH)
            .maximise(function(learned, improvement), visited, Optional.empty(), stream);
    return ((SpaceProposal.Found) proposal).best().condition();
  }

  private static ScaledAcquisitionFunction function(
      List<Learned> learned, ExpectedHypervolumeImprovement improvement) {
    return points -> {
      double[][] means = new double[points.size()][OBJECTIVES];
      double[][] deviations = new double[points.size()][OBJECTIVES];
      for (int k = 0; k < OBJECTIVES; k++) {
        Moments moments = learned.get(k).posterior().at(points);
        for (int i = 0; i < means.length; i++) {
          means[i][k] = moments.mean().get(i);
          deviations[i][k] = moments.deviation(i);
        }
      }
      return improvement.logarithms(means, deviations);
    };
  }
}
