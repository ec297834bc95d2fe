package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.Pathfinder.Merit;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a pool before a choice among its candidates.
 *
 * @param features N × p, such as a learnt representation of local structure, scaled so that
 *     distances compare
 * @param observed which candidates were measured, in their order; at least one
 * @param outcomes n × m measured outcomes, in the same order
 * @param imagined N × m outcomes of all candidates, expected or drawn
 * @param promise N numbers: expected improvement, or uncertainty
 */
public record Prospects(
    Points features, List<Integer> observed, Points outcomes, Points imagined, Series promise) {

  public Prospects {
    observed = List.copyOf(observed);
    Require.atLeast("the number of observed candidates", 1, observed.size());
    for (int candidate : observed) {
      Require.between("an observed candidate", candidate, 0, features.size() - 1);
    }
    Require.size("outcomes", outcomes.size(), observed.size(), "observed candidates");
    Require.size("imagined outcomes", imagined.size(), features.size(), "candidates");
    Require.size("promises", promise.size(), features.size(), "candidates");
    Require.dimension("an imagined outcome", imagined.dimension(), outcomes.dimension());
    Require.bounded("the features of candidate", features);
    Require.bounded("outcome", outcomes);
    Require.bounded("imagined outcome", imagined);
    Require.bounded("the list of promises", promise.toArray());
  }

  /**
   * The merits of every candidate.
   *
   * @param neighbours k, at least 1
   */
  public List<Merit> merits(int neighbours) {
    int[] measured = observed.stream().mapToInt(i -> i).toArray();
    OutcomeNovelty ofFeatures = OutcomeNovelty.against(features.select(measured), neighbours);
    List<Scaled> scales = Scaled.each(outcomes);
    OutcomeNovelty ofOutcomes = OutcomeNovelty.against(scaled(outcomes, scales), neighbours);
    Points scaledImagined = scaled(imagined, scales);
    List<Merit> merits = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      merits.add(
          new Merit(
              ofFeatures.meanOfNearest(features.row(i)),
              ofOutcomes.meanOfNearest(scaledImagined.row(i)),
              promise.get(i)));
    }
    return List.copyOf(merits);
  }

  private static Points scaled(Points outcomes, List<Scaled> scales) {
    double[][] rows = new double[outcomes.size()][outcomes.dimension()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        Scaled scale = scales.get(j);
        rows[i][j] = scale.scale().apply(new double[] {outcomes.get(i, j)})[0];
      }
    }
    return Points.of(rows);
  }
}
