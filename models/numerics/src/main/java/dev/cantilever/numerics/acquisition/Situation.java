package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a choice is made from: beliefs over a pool, which of its candidates are open, and what was
 * observed so far. Immutable, but for the stream.
 */
public final class Situation {

  private final Points pool;
  private final Posterior model;
  private final PoolPosterior posterior;
  private final double noiseVariance;
  private final int[] observed;
  private final double[] observations;
  private final int[] open;
  private final Incumbent incumbent;
  private final RandomStream stream;

  private Situation(
      Situation like, PoolPosterior posterior, int[] observed, double[] observations, int[] open) {
    this.pool = like.pool;
    this.model = like.model;
    this.noiseVariance = like.noiseVariance;
    this.incumbent = like.incumbent;
    this.stream = like.stream;
    this.posterior = posterior;
    this.observed = observed;
    this.observations = observations;
    this.open = open;
  }

  private Situation(Beliefs beliefs, Seen seen, Incumbent incumbent, RandomStream stream) {
    this.pool = beliefs.pool();
    this.model = beliefs.model();
    this.posterior = beliefs.posterior();
    this.noiseVariance = beliefs.noiseVariance();
    this.observed = seen.observed().stream().mapToInt(i -> i).toArray();
    this.observations = seen.observations().toArray();
    this.open = IntStream.range(0, pool.size()).filter(c -> !seen.closed().contains(c)).toArray();
    this.incumbent = incumbent;
    this.stream = stream;
  }

  /**
   * What is believed.
   *
   * @param pool all candidates, scaled
   * @param model the belief at any place
   * @param posterior the same over the pool
   * @param noiseVariance of a further observation
   */
  public record Beliefs(
      Points pool, Posterior model, PoolPosterior posterior, double noiseVariance) {

    public static Beliefs of(Points pool, Posterior model, double noiseVariance) {
      return new Beliefs(pool, model, model.over(pool), noiseVariance);
    }
  }

  /**
   * What was seen.
   *
   * @param observed candidates in the order of their observations; −1 for a place outside of the
   *     pool
   * @param observations one for each of them
   * @param closed candidates that cannot be chosen
   */
  public record Seen(List<Integer> observed, Series observations, Set<Integer> closed) {

    public Seen {
      observed = List.copyOf(observed);
      closed = Set.copyOf(closed);
      if (observed.size() != observations.size()) {
        throw new IllegalArgumentException(
            "%d candidates against %d observations"
                .formatted(observed.size(), observations.size()));
      }
    }
  }

  /**
   * A situation.
   *
   * @param stream for draws and for ties
   */
  public static Situation of(Beliefs beliefs, Seen seen, Incumbent incumbent, RandomStream stream) {
    return new Situation(beliefs, seen, incumbent, stream);
  }

  public Points pool() {
    return pool;
  }

  public Posterior model() {
    return model;
  }

  public PoolPosterior posterior() {
    return posterior;
  }

  public double noiseVariance() {
    return noiseVariance;
  }

  public RandomStream stream() {
    return stream;
  }

  /** How many candidates are open. */
  public int size() {
    return open.length;
  }

  /** The open candidate of this rank. */
  public int candidate(int rank) {
    return open[rank];
  }

  /** Candidates that were observed, made-up observations included, without those outside. */
  public int[] observed() {
    return Arrays.stream(observed).filter(c -> c >= 0).distinct().toArray();
  }

  /** The observations, made-up ones included. */
  public double[] observations() {
    return observations.clone();
  }

  /** The value that an improvement is measured against; 0 where nothing was observed. */
  public double best() {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < observed.length; i++) {
      double own =
          switch (incumbent) {
            case BEST_OBSERVATION -> observations[i];
            case BEST_POSTERIOR_MEAN ->
                observed[i] < 0 ? observations[i] : posterior.mean(observed[i]);
          };
      best = Math.max(best, own);
    }
    return observed.length == 0 ? 0 : best;
  }

  /** After being told {@code y} at an open candidate, which closes. */
  public Situation given(int candidate, double y) {
    int[] seen = Arrays.copyOf(observed, observed.length + 1);
    seen[observed.length] = candidate;
    double[] told = Arrays.copyOf(observations, observations.length + 1);
    told[observations.length] = y;
    PoolPosterior next = posterior.given(candidate, y, noiseVariance);
    return new Situation(this, next, seen, told, without(candidate));
  }

  /** Without a candidate, about which nothing is told. */
  public Situation closing(int candidate) {
    return new Situation(this, posterior, observed, observations, without(candidate));
  }

  /** With only these open candidates. */
  public Situation among(int[] candidates) {
    return new Situation(this, posterior, observed, observations, candidates.clone());
  }

  private int[] without(int candidate) {
    return Arrays.stream(open).filter(c -> c != candidate).toArray();
  }

  /** Posterior of one part of the beliefs, over the same pool. */
  public Situation believing(Posterior other) {
    Situation changed =
        Situation.of(
            Beliefs.of(pool, other, noiseVariance),
            new Seen(Arrays.stream(observed).boxed().toList(), Series.of(observations), Set.of()),
            incumbent,
            stream);
    return changed.among(open);
  }

  /** Means and variances at some candidates. */
  public Moments moments(int[] candidates) {
    double[] mean = new double[candidates.length];
    double[] variance = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      mean[i] = posterior.mean(candidates[i]);
      variance[i] = posterior.variance(candidates[i]);
    }
    return new Moments(Series.of(mean), Series.of(variance));
  }

  /** Covariance between some candidates and some others. */
  public double[][] covariance(int[] rows, int[] columns) {
    double[][] matrix = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      double[] whole = posterior.covarianceWith(rows[i]);
      for (int j = 0; j < columns.length; j++) {
        matrix[i][j] = whole[columns[j]];
      }
    }
    return matrix;
  }

  /** The open candidates. */
  public int[] open() {
    return open.clone();
  }
}
