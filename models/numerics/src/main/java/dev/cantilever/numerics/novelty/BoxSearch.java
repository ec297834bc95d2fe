package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scatters points over the unit cube and then varies the best, without derivatives: novelty has a
 * kink wherever a neighbour changes. Half of the variations first take coordinates from another of
 * the best, which joins what was found of outcomes that depend on different inputs; then some
 * coordinates move by normal steps that shrink from round to round.
 */
final class BoxSearch implements Search {

  private static final int PARENTS = 12;
  private static final double FIRST_STEP = 0.2;
  private static final double SHRINKING = 0.6;

  private final Candidates.Box box;
  private final double[][] taken;

  BoxSearch(Candidates.Box box, double[][] taken) {
    this.box = box;
    this.taken = taken;
  }

  @Override
  public Optional<Ranking.Result> best(Valuation valuation, RandomStream stream) {
    Ranking ranking = new Ranking();
    Valued[] parents =
        valued(Sobol.scrambled(box.dimension(), stream).points(box.scattered()), valuation);
    show(parents, ranking);
    double step = FIRST_STEP;
    for (int round = 0; round < box.rounds(); round++) {
      parents = best(parents);
      Valued[] children = valued(varied(parents, step, stream), valuation);
      show(children, ranking);
      parents = Stream.of(parents, children).flatMap(Arrays::stream).toArray(Valued[]::new);
      step *= SHRINKING;
    }
    return ranking.result(stream);
  }

  /** The target itself, however near to a taken place, but never that place again. */
  @Override
  public Optional<Ranking.Result> nearest(double[] target, RandomStream stream) {
    Ranking ranking = new Ranking();
    ranking.see(-1, target, isFree(target, 0) ? 0 : Double.NEGATIVE_INFINITY);
    return ranking.result(stream);
  }

  @Override
  public Optional<Ranking.Result> any(RandomStream stream) {
    double[] place = new double[box.dimension()];
    Arrays.setAll(place, k -> stream.nextDouble());
    return nearest(place, stream);
  }

  @Override
  public BoxSearch without(Candidate chosen) {
    double[][] more = Arrays.copyOf(taken, taken.length + 1);
    more[taken.length] = chosen.inputs().toArray();
    return new BoxSearch(box, more);
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Valued(double[] place, double value) {}

  /** Places too near to a taken one get −∞. */
  private Valued[] valued(double[][] places, Valuation valuation) {
    double[] values = valuation.of(Points.of(places));
    Valued[] all = new Valued[places.length];
    for (int i = 0; i < all.length; i++) {
      boolean isFree = isFree(places[i], box.minimumDistance());
      all[i] = new Valued(places[i], isFree ? values[i] : Double.NEGATIVE_INFINITY);
    }
    return all;
  }

  private boolean isFree(double[] place, double distance) {
    for (double[] other : taken) {
      double squared = Neighbours.squaredDistance(place, other);
      if (squared < distance * distance || squared == 0) {
        return false;
      }
    }
    return true;
  }

  private static void show(Valued[] some, Ranking ranking) {
    for (Valued one : some) {
      ranking.see(-1, one.place(), one.value());
    }
  }

  /** Of equal ones the earlier. */
  private static Valued[] best(Valued[] all) {
    return Arrays.stream(all)
        .sorted(Comparator.comparingDouble(Valued::value).reversed())
        .limit(PARENTS)
        .toArray(Valued[]::new);
  }

  private double[][] varied(Valued[] parents, double step, RandomStream stream) {
    double[][] children = new double[box.perRound()][];
    for (int i = 0; i < children.length; i++) {
      double[] child = parents[i % parents.length].place().clone();
      double[] other = parents[stream.nextInt(parents.length)].place();
      boolean joins = stream.nextDouble() < 0.5;
      int alwaysMoves = stream.nextInt(child.length);
      for (int k = 0; k < child.length; k++) {
        if (joins && stream.nextDouble() < 0.5) {
          child[k] = other[k];
        }
        if (k == alwaysMoves || stream.nextDouble() < 0.5) {
          child[k] = Math.clamp(child[k] + step * stream.nextNormal(), 0, 1);
        }
      }
      children[i] = child;
    }
    return children;
  }
}
