package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Candidates, each at every fidelity, and what is believed of them, in the scale of the
 * standardised observations. In the joint belief the pair of candidate c and fidelity f has the
 * number {@code f · size + c}. Immutable.
 */
public final class FidelityPool {

  private final List<Fidelity> fidelities;
  private final Series noiseVariances;
  private final Points points;
  private final Posterior belief;
  private final PoolPosterior joint;
  private final int size;
  private final List<OptionalDouble> bests;
  private final Set<Pair> closed;

  private FidelityPool(
      Levels levels,
      Points points,
      Posterior belief,
      List<OptionalDouble> bests,
      Set<Pair> closed) {
    this.fidelities = levels.fidelities();
    this.noiseVariances = levels.noiseVariances();
    this.points = points;
    this.belief = belief;
    this.joint = belief.over(points);
    this.size = joint.size() / fidelities.size();
    this.bests = bests;
    this.closed = Set.copyOf(closed);
    closed.forEach(this::require);
  }

  /**
   * All fidelities by number; the last one is the one that counts.
   *
   * @param noiseVariances of a further observation at each, at least 0
   */
  public record Levels(List<Fidelity> fidelities, Series noiseVariances) {

    public Levels {
      fidelities = List.copyOf(fidelities);
      if (fidelities.isEmpty() || fidelities.size() != noiseVariances.size()) {
        throw new IllegalArgumentException(
            "at least one fidelity, and a noise variance for each, is needed, not %s and %s"
                .formatted(fidelities, noiseVariances));
      }
    }
  }

  /**
   * A pool.
   *
   * @param candidates m × d, at least one
   * @param belief of inputs with the number of the fidelity as their last column
   * @param measured n × (d + 1): what was observed so far, with its fidelity, in the pool or not
   * @param closed pairs that cannot be chosen, for example because they were measured without noise
   */
  public static FidelityPool of(
      Points candidates, Posterior belief, Levels levels, Points measured, Set<Pair> closed) {
    if (candidates.size() == 0) {
      throw new IllegalArgumentException("at least one candidate is needed");
    }
    int fidelities = levels.fidelities().size();
    double[][] rows = new double[fidelities * candidates.size()][];
    for (int f = 0; f < fidelities; f++) {
      Points here = TaskPoints.of(candidates, f);
      for (int c = 0; c < candidates.size(); c++) {
        rows[f * candidates.size() + c] = here.row(c);
      }
    }
    return new FidelityPool(
        levels, Points.of(rows), belief, bests(belief, measured, fidelities), closed);
  }

  /** At every fidelity the greatest posterior mean where something was measured. */
  private static List<OptionalDouble> bests(Posterior belief, Points measured, int fidelities) {
    int[] fidelity = TaskPoints.tasks(measured, fidelities);
    Series means = belief.at(measured).mean();
    return IntStream.range(0, fidelities)
        .mapToObj(
            f ->
                IntStream.range(0, fidelity.length)
                    .filter(i -> fidelity[i] == f)
                    .mapToDouble(means::get)
                    .max())
        .toList();
  }

  private void require(Pair pair) {
    boolean known = pair.candidate() >= 0 && pair.candidate() < size;
    if (!known || pair.fidelity() < 0 || pair.fidelity() >= fidelities.size()) {
      throw new IllegalArgumentException(
          "%s is not one of %d candidates at one of %d fidelities"
              .formatted(pair, size, fidelities.size()));
    }
  }

  /** Number of candidates. */
  public int size() {
    return size;
  }

  public List<Fidelity> fidelities() {
    return fidelities;
  }

  /** Number of the fidelity that counts. */
  public int highest() {
    return fidelities.size() - 1;
  }

  public boolean isOpen(Pair pair) {
    return !closed.contains(pair);
  }

  public double mean(Pair pair) {
    return joint.mean(number(pair));
  }

  public double variance(Pair pair) {
    return joint.variance(number(pair));
  }

  public double deviation(Pair pair) {
    return Math.sqrt(variance(pair));
  }

  /** Variance of one further observation, its noise included. */
  public double spread(Pair pair) {
    return variance(pair) + noiseVariances.get(pair.fidelity());
  }

  /** Covariance of a pair with the highest fidelity at the same place. */
  public double covarianceWithHighest(Pair pair) {
    int high = number(new Pair(pair.candidate(), highest()));
    return belief.covariance(points.select(number(pair), high))[0][1];
  }

  /** Covariance of a pair with every candidate at the highest fidelity. */
  public double[] reach(Pair pair) {
    double[] all = joint.covarianceWith(number(pair));
    double[] high = new double[size];
    System.arraycopy(all, highest() * size, high, 0, size);
    return high;
  }

  /**
   * What an improvement at a fidelity is measured against: the greatest posterior mean where
   * something was measured at it; empty where nothing was.
   */
  public OptionalDouble best(int fidelity) {
    return bests.get(fidelity);
  }

  /** The candidates of greatest worth, at most so many, the best one first. */
  int[] ranked(IntToDoubleFunction worth, int most) {
    double[] values = IntStream.range(0, size).mapToDouble(worth).toArray();
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -values[c]))
        .limit(most)
        .mapToInt(c -> c)
        .toArray();
  }

  private int number(Pair pair) {
    return pair.fidelity() * size + pair.candidate();
  }
}
