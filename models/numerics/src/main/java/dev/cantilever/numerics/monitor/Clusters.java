package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A pool cut into clusters by k-means.
 *
 * @param centres of k clusters, the mean of the members of each
 * @param membership the cluster of each of the N members of the pool, from 0 to k − 1
 * @param inertia sum of squared distances of the members from their centres
 * @param rounds how often the centres moved
 */
public record Clusters(List<Series> centres, List<Integer> membership, double inertia, int rounds) {

  public Clusters {
    centres = List.copyOf(centres);
    membership = List.copyOf(membership);
  }

  /**
   * By Lloyd's iteration from one k-means++ start, until no member changes or 100 rounds are over.
   *
   * @param features N × d, scaled so that distances compare
   * @param count how many, from 1 to N; fewer come back where fewer rows differ
   */
  public static Clusters of(Points features, int count, RandomStream stream) {
    Require.features(features, features.size());
    Require.between("number of clusters", count, 1, features.size());
    return Lloyd.run(features, count, stream);
  }

  /**
   * Where a path has been.
   *
   * @param members of the pool in each cluster
   * @param visits picks in each cluster
   */
  public record Visits(List<Integer> members, List<Integer> visits) {

    public Visits {
      members = List.copyOf(members);
      visits = List.copyOf(visits);
    }

    /**
     * Share of the picks over share of the pool in each cluster: 1 is as random picks would, 0 is
     * never visited.
     */
    public Series density() {
      int picks = Math.max(1, visits.stream().mapToInt(v -> v).sum());
      int pool = members.stream().mapToInt(m -> m).sum();
      double[] density = new double[members.size()];
      for (int c = 0; c < density.length; c++) {
        density[c] = (double) visits.get(c) / picks * pool / members.get(c);
      }
      return Series.of(density);
    }

    /** Clusters from the least to the most dense, among equals the larger and then the first. */
    public List<Integer> leastVisitedFirst() {
      Series density = density();
      return IntStream.range(0, members.size())
          .boxed()
          .sorted(
              Comparator.<Integer>comparingDouble(density::get).thenComparing(c -> -members.get(c)))
          .toList();
    }
  }

  /** Where a path over the same pool has been, seeds included. */
  public Visits visits(Path path) {
    Require.size("members in clusters", membership.size(), path.poolSize(), "as in the path");
    int[] members = new int[centres.size()];
    int[] visits = new int[centres.size()];
    membership.forEach(c -> members[c]++);
    path.picks().forEach(pick -> visits[membership.get(pick)]++);
    return new Visits(
        Arrays.stream(members).boxed().toList(), Arrays.stream(visits).boxed().toList());
  }

  /**
   * Members that stand for a cluster: first the one nearest to its centre, then always the one
   * furthest from those taken (Gonzalez, Theor. Comput. Sci. 38 (1985) 293,
   * doi:10.1016/0304-3975(85)90224-5); the first among equals.
   *
   * @param features those that were clustered
   * @param closed members that cannot be taken
   * @param count how many; fewer where the cluster has fewer open members
   */
  public List<Integer> representatives(
      Points features, int cluster, Set<Integer> closed, int count) {
    Require.features(features, membership.size());
    Require.between("cluster", cluster, 0, centres.size() - 1);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < membership.size(); i++) {
      if (membership.get(i) == cluster && !closed.contains(i)) {
        open.add(i);
      }
    }
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < count && !open.isEmpty()) {
      Integer next =
          taken.isEmpty() ? central(features, cluster, open) : away(features, taken, open);
      taken.add(next);
      open.remove(next);
    }
    return List.copyOf(taken);
  }

  private Integer central(Points features, int cluster, List<Integer> open) {
    Points centre = Points.of(centres.get(cluster).toArray());
    Points both = features.plus(centre);
    return first(open, Comparator.comparingDouble(i -> both.distance(i, features.size())));
  }

  private static Integer away(Points features, List<Integer> taken, List<Integer> open) {
    return first(
        open,
        Comparator.comparingDouble(
            i -> -taken.stream().mapToDouble(t -> features.distance(i, t)).min().orElse(0)));
  }

  /** {@code min} of a stream is the first among equals. */
  private static Integer first(List<Integer> open, Comparator<Integer> order) {
    return open.stream().min(order).orElseThrow();
  }
}
