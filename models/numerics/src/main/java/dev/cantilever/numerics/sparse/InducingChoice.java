package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.monitor.Clusters;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How inducing points are chosen before they are moved. All of them are places of observations, so
 * that any kernel allows them (a task number stays one), and no two are equal.
 */
public enum InducingChoice {
  /**
   * The input nearest to the centre of each cluster of k-means: evenly spread over where
   * observations are. O(n m d) a round.
   */
  K_MEANS {
    @Override
    int[] candidates(Points x, int count, RandomStream stream) {
      Clusters clusters = Clusters.of(x, count, stream);
      int[] chosen = new int[clusters.centres().size()];
      Arrays.setAll(chosen, c -> clusters.representatives(x, c, Set.of(), 1).getFirst());
      return chosen;
    }
  },

  /** Every n/m-th input in the order given: for curves and raster scans. */
  UNIFORM {
    @Override
    int[] candidates(Points x, int count, RandomStream stream) {
      int[] chosen = new int[count];
      Arrays.setAll(chosen, i -> (int) ((long) i * x.size() / count));
      return chosen;
    }
  },

  /** Inputs drawn without replacement. */
  RANDOM {
    @Override
    int[] candidates(Points x, int count, RandomStream stream) {
      return stream.distinct(count, x.size());
    }
  };

  /** Numbers of {@code count} of these points, or fewer where there are not as many clusters. */
  abstract int[] candidates(Points distinct, int count, RandomStream stream);

  /**
   * Numbers of the chosen points, no two of which are equal: {@code count}, or all where fewer
   * differ.
   *
   * @param x n points
   * @param count at least 1
   */
  int[] choose(Points x, int count, RandomStream stream) {
    int[] distinct = distinct(x);
    if (distinct.length <= count) {
      return distinct;
    }
    int[] chosen = candidates(x.select(distinct), count, stream);
    Arrays.setAll(chosen, i -> distinct[chosen[i]]);
    return chosen;
  }

  /** The first of every equal points. */
  private static int[] distinct(Points x) {
    Set<Series> known = new HashSet<>();
    return IntStream.range(0, x.size()).filter(i -> known.add(Series.of(x.row(i)))).toArray();
  }
}
