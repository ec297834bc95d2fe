package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.pareto.CrowdingDistance;
import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses candidates that no other beats in novelty of features, novelty of outcomes and promise at
 * once, so that neither one optimum nor one kind of structure takes a whole campaign (after Slautin
 * et al., arXiv:2604.04194; three merits and the preferences here are our choice, there it is the
 * hypervolume that two of them add).
 *
 * @param neighbours k of both novelties
 * @param preference among candidates of one front
 */
public record Pathfinder(
    @Doc("How many nearest measured candidates one is compared with.")
        @Bounds(min = 1, max = 1000)
        @Default("10")
        int neighbours,
    @Doc("Which candidates of a front come first.") Preference preference) {

  public Pathfinder {
    Require.atLeast("the number of neighbours", 1, neighbours);
  }

  /** Which candidates of a front come first. */
  public sealed interface Preference {

    /** Those with the greatest crowding distance: picks spread along the front. */
    record Lonely() implements Preference {}

    /**
     * Those with the greatest weighted sum of merits, each scaled from 0, the least of the front,
     * to 1, the greatest.
     *
     * @param features weight of novelty in features, at least 0
     * @param outcomes weight of novelty in outcomes, at least 0
     * @param promise weight of promise, at least 0; one of the three is above 0
     */
    record Weighted(
        @Doc("Weight of novelty in features.") @Bounds(min = 0, max = 1e6) double features,
        @Doc("Weight of novelty in outcomes.") @Bounds(min = 0, max = 1e6) double outcomes,
        @Doc("Weight of improvement or uncertainty.") @Bounds(min = 0, max = 1e6) double promise)
        implements Preference {

      public Weighted {
        Require.between("the weight of novelty in features", features, 0, 1e6);
        Require.between("the weight of novelty in outcomes", outcomes, 0, 1e6);
        Require.between("the weight of promise", promise, 0, 1e6);
        Require.between("the sum of the weights", features + outcomes + promise, 1e-6, 3e6);
      }
    }
  }

  /**
   * What speaks for one candidate, larger being better.
   *
   * @param featureNovelty mean distance of its features to the nearest measured ones
   * @param outcomeNovelty mean distance of its expected or drawn outcomes to the nearest measured
   *     ones, in standard deviations of these
   * @param promise expected improvement, or uncertainty
   */
  public record Merit(double featureNovelty, double outcomeNovelty, double promise) {

    double[] toArray() {
      return new double[] {featureNovelty, outcomeNovelty, promise};
    }
  }

  /**
   * A chosen candidate.
   *
   * @param candidate its number in the pool
   * @param front 1 where no other candidate beats it, 2 where only those of front 1 do, and so on
   * @param rank crowding distance, ∞ at the ends of a front, or weighted sum
   */
  public record Pick(int candidate, Merit merit, int front, double rank) {}

  /**
   * Up to {@code size} candidates, front after front.
   *
   * @param masked candidates that must not be measured; those observed are never chosen again
   * @param stream for the order of equals
   */
  public List<Pick> choose(
      Prospects prospects, Set<Integer> masked, int size, RandomStream stream) {
    List<Merit> merits = prospects.merits(neighbours);
    Set<Integer> closed = new TreeSet<>(masked);
    closed.addAll(prospects.observed());
    int[] open = IntStream.range(0, merits.size()).filter(i -> !closed.contains(i)).toArray();
    List<Pick> picks = new ArrayList<>();
    for (int front = 1; open.length > 0 && picks.size() < size; front++) {
      List<Pick> members = front(merits, open, front, stream);
      picks.addAll(members);
      Set<Integer> gone = new TreeSet<>(members.stream().map(Pick::candidate).toList());
      open = Arrays.stream(open).filter(i -> !gone.contains(i)).toArray();
    }
    return picks.stream().limit(size).toList();
  }

  /** The candidates that no open one beats, best first, equals in a drawn order. */
  private List<Pick> front(List<Merit> merits, int[] open, int number, RandomStream stream) {
    Front front =
        Front.of(
            Arrays.stream(open).mapToObj(i -> merits.get(i).toArray()).toArray(double[][]::new));
    double[] ranks = ranks(front);
    int[] indices = front.indices();
    return Arrays.stream(stream.distinct(indices.length, indices.length))
        .mapToObj(m -> new Pick(open[indices[m]], merits.get(open[indices[m]]), number, ranks[m]))
        .sorted(Comparator.comparingDouble(Pick::rank).reversed())
        .toList();
  }

  private double[] ranks(Front front) {
    return switch (preference) {
      case Preference.Lonely lonely -> CrowdingDistance.of(front);
      case Preference.Weighted weights ->
          weighted(front, new double[] {weights.features(), weights.outcomes(), weights.promise()});
    };
  }

  private static double[] weighted(Front front, double[] weights) {
    double[] sums = new double[front.size()];
    for (int k = 0; k < weights.length; k++) {
      double[] merit = column(front, k);
      double least = Arrays.stream(merit).min().orElseThrow();
      double range = Arrays.stream(merit).max().orElseThrow() - least;
      for (int i = 0; i < sums.length && range > 0; i++) {
        sums[i] += weights[k] * (merit[i] - least) / range;
      }
    }
    return sums;
  }

  private static double[] column(Front front, int objective) {
    double[] column = new double[front.size()];
    Arrays.setAll(column, i -> front.get(i, objective));
    return column;
  }
}
