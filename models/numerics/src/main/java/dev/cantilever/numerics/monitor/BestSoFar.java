package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;

/**
 * The largest value measured up to each pick, seeds included.
 *
 * @param values one per pick, never falling
 */
public record BestSoFar(Series values) {

  public BestSoFar {
    Require.bounded("best so far", values);
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) < values.get(i - 1)) {
        throw new IllegalArgumentException(
            "the best falls from %s to %s at pick %d; it can only rise: pass measured values to of"
                .formatted(values.get(i - 1), values.get(i), i));
      }
    }
  }

  /** Of measured values in their order; minimisers negate first. */
  public static BestSoFar of(Series measured) {
    Require.bounded("measured", measured);
    double[] best = measured.toArray();
    for (int i = 1; i < best.length; i++) {
      best[i] = Math.max(best[i], best[i - 1]);
    }
    return new BestSoFar(Series.of(best));
  }

  /**
   * {@code optimum − best} at each pick. Below 0 only where noise lifted a measurement above the
   * optimum, or what was passed is not the optimum.
   */
  public Series simpleRegret(double optimum) {
    Require.bounded("optimum", optimum);
    double[] regret = values.toArray();
    for (int i = 0; i < regret.length; i++) {
      regret[i] = optimum - regret[i];
    }
    return Series.of(regret);
  }

  /**
   * Whether it rose over the last picks.
   *
   * @param last how many picks, fewer than all
   */
  public boolean roseWithin(int last) {
    Require.between("number of picks", last, 0, values.size() - 1);
    return values.get(values.size() - 1) > values.get(values.size() - 1 - last);
  }
}
