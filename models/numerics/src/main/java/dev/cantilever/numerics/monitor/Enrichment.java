package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much faster than chance a path found the best members of a pool (Liang et al., npj Comput.
 * Mater. 7 (2021) 188, doi:10.1038/s41524-021-00656-9).
 *
 * @param poolSize N
 * @param found share of the best members among the first n picks, n = 1, 2, …; seeds and repeated
 *     measurements count as picks
 */
public record Enrichment(int poolSize, Series found) {

  public Enrichment {
    Require.between("pool size", poolSize, 1, Integer.MAX_VALUE);
    Require.between("found share", found, 0, 1);
  }

  /**
   * Of a path.
   *
   * @param best the members worth finding, at least one; see {@link #best}
   */
  public static Enrichment of(Path path, Set<Integer> best) {
    if (best.isEmpty() || best.stream().anyMatch(i -> i < 0 || i >= path.poolSize())) {
      throw new IllegalArgumentException(
          "the best members are %s; at least one is needed, all in 0 … %d"
              .formatted(new TreeSet<>(best), path.poolSize() - 1));
    }
    Set<Integer> open = new TreeSet<>(best);
    double[] found = new double[path.picks().size()];
    for (int i = 0; i < found.length; i++) {
      open.remove(path.picks().get(i));
      found[i] = (double) (best.size() - open.size()) / best.size();
    }
    return new Enrichment(path.poolSize(), Series.of(found));
  }

  /** The {@code count} members of largest value, the first among equals. */
  public static Set<Integer> best(Series values, int count) {
    Require.between("number of best members", count, 1, values.size());
    Require.bounded("value", values);
    Integer[] order = new Integer[values.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> 0.0 - values.get(i)));
    return new TreeSet<>(List.of(order).subList(0, count));
  }

  /** {@code EF(n) = found(n) / (n/N)}: 1 is chance. */
  public Series factors() {
    double[] factors = found.toArray();
    for (int i = 0; i < factors.length; i++) {
      factors[i] *= (double) poolSize / (i + 1);
    }
    return Series.of(factors);
  }

  /** How many picks it took to find this share, in (0, 1]; none where it never did. */
  public OptionalInt picksUntil(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is %s; it must lie in (0, 1]".formatted(share));
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) >= share) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * {@code AF(t) = n_random(t) / n(t)} with {@code n_random = t N}, where random picks without
   * repetition have found the share t on average; none where this path never did.
   */
  public Optional<Double> acceleration(double share) {
    OptionalInt own = picksUntil(share);
    return own.isEmpty() ? Optional.empty() : Optional.of(share * poolSize / own.getAsInt());
  }

  /** The same against the picks of a measured control; none where either never found the share. */
  public Optional<Double> acceleration(double share, Enrichment control) {
    OptionalInt own = picksUntil(share);
    OptionalInt other = control.picksUntil(share);
    return own.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of((double) other.getAsInt() / own.getAsInt());
  }
}
