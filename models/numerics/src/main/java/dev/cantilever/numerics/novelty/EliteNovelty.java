package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Novelty of one scalar against the best part of what was measured, as the deep-kernel version of
 * BEACON was released: the mean distance of a marginal posterior draw to the k nearest posterior
 * means of the elite, both in standard deviations of those means. Sees one outcome, and nothing but
 * the elite; {@link OutcomeNovelty} against all measured outcomes has neither limit.
 */
public final class EliteNovelty {

  private final Standardisation scale;
  private final Neighbours elite;

  private EliteNovelty(Standardisation scale, Neighbours elite) {
    this.scale = scale;
    this.elite = elite;
  }

  /**
   * The elite and its scale.
   *
   * @param measured n targets, of which the largest are the elite; of equal ones the earlier first
   * @param posteriorMeans n means at the same places
   * @param share of the elite, above 0 and at most 1; 0.2 as released, rounded up to at least one
   * @param neighbours k, at least 1; where the elite is smaller, all of it counts
   */
  public static EliteNovelty of(
      double[] measured, double[] posteriorMeans, double share, int neighbours) {
    Require.atLeast("the number of measured targets", 1, measured.length);
    Require.size("posterior means", posteriorMeans.length, measured.length, "measured targets");
    Require.between("the share of the elite", share, Double.MIN_VALUE, 1);
    Require.atLeast("the number of neighbours", 1, neighbours);
    Require.bounded("the list of measured targets", measured);
    Require.bounded("the list of posterior means", posteriorMeans);
    double[] means =
        IntStream.range(0, measured.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -measured[i]))
            .limit((long) Math.ceil(share * measured.length))
            .mapToDouble(i -> posteriorMeans[i])
            .toArray();
    Standardisation scale = Standardisation.of(means);
    double[][] behaviours = new double[means.length][1];
    double[] scaled = scale.apply(means);
    for (int i = 0; i < scaled.length; i++) {
      behaviours[i][0] = scaled[i];
    }
    return new EliteNovelty(scale, new Neighbours(Points.of(behaviours), neighbours, 0));
  }

  /** Of one marginal posterior draw at a candidate, in the unit of the targets. */
  public double of(double draw) {
    Require.bounded("the draw", draw);
    return elite.sum(scale.apply(new double[] {draw})) / elite.count();
  }
}
