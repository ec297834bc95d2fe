package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;

/**
 * How a path moved through feature space, or through real space where the features are coordinates.
 *
 * @param stepLengths straight-line distance from each pick to the next, one fewer than picks
 * @param recentSpread root mean square distance of the last picks from their centroid, one per pick
 * @param poolSpread the same of the whole pool
 */
public record Trajectory(Series stepLengths, Series recentSpread, double poolSpread) {

  /**
   * Of a path.
   *
   * @param features N × d, one row per member of the pool, scaled so that distances compare
   * @param window how many picks count as recent, at least 1; fewer at the beginning
   */
  public static Trajectory of(Points features, Path path, int window) {
    Require.features(features, path.poolSize());
    Require.between("window", window, 1, Integer.MAX_VALUE);
    int[] picks = path.last(path.picks().size());
    double[] lengths = new double[Math.max(0, picks.length - 1)];
    double[] recent = new double[picks.length];
    for (int i = 0; i < picks.length; i++) {
      if (i > 0) {
        lengths[i - 1] = features.distance(picks[i - 1], picks[i]);
      }
      int from = Math.max(0, i + 1 - window);
      recent[i] = Spread.of(features, Arrays.copyOfRange(picks, from, i + 1));
    }
    return new Trajectory(Series.of(lengths), Series.of(recent), Spread.ofAll(features));
  }
}
