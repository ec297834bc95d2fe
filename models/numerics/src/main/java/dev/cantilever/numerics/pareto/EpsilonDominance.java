package dev.cantilever.numerics.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A front thinned to the differences that matter. With every objective scaled to [0, 1] over the
 * outcomes, {@code a} ε-dominates {@code b} where {@code a_k + ε ≥ b_k} for all k (Laumanns et al.,
 * Evol. Comput. 10 (2002) 263, doi:10.1162/106365602760234108).
 *
 * <p>Every outcome ε-dominates itself, and near ones each other, so that dropping all that are
 * ε-dominated would leave nothing. Here a point is compared only with others that stay: from the
 * largest sum of scaled objectives down, it stays unless one that stays already ε-dominates it. So
 * every outcome is ε-dominated by a point that stays, and with ε = 0 the whole front stays.
 */
public final class EpsilonDominance {

  private EpsilonDominance() {}

  /**
   * Indices of the outcomes that stay, ascending.
   *
   * @param epsilon in units of the range of each objective over the outcomes, finite, at least 0
   * @param outcomes n × m, within ±1e50, n at least 1
   */
  public static int[] filter(double epsilon, double[]... outcomes) {
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon must be finite and at least 0, not " + epsilon);
    }
    double[][] checked = Outcomes.checked("outcome", outcomes);
    Spread spread = Spread.of(checked);
    Comparator<Integer> falling =
        Comparator.comparingDouble((Integer i) -> height(checked[i], spread)).reversed();
    List<Integer> staying = new ArrayList<>();
    for (int i : IntStream.of(Front.nonDominated(checked)).boxed().sorted(falling).toList()) {
      if (staying.stream().noneMatch(j -> covers(checked[j], checked[i], spread, epsilon))) {
        staying.add(i);
      }
    }
    return staying.stream().mapToInt(i -> i).sorted().toArray();
  }

  /** In the outcomes' own units, so that ε = 0 rounds nothing together. */
  private static boolean covers(double[] a, double[] b, Spread spread, double epsilon) {
    for (int k = 0; k < a.length; k++) {
      if (a[k] + epsilon * spread.range(k) < b[k]) {
        return false;
      }
    }
    return true;
  }

  private static double height(double[] outcome, Spread spread) {
    double sum = 0;
    for (int k = 0; k < outcome.length; k++) {
      sum += spread.position(k, outcome[k]);
    }
    return sum;
  }
}
