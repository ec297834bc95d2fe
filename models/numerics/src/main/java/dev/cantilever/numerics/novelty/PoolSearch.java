package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks at every open candidate. */
final class PoolSearch implements Search {

  /** Valued together, so that work over places and observations stays in the cache. */
  private static final int BLOCK = 512;

  private final Points points;
  private final int[] open;

  private PoolSearch(Points points, int[] open) {
    this.points = points;
    this.open = open;
  }

  static PoolSearch of(Candidates.Pool pool) {
    return new PoolSearch(
        pool.points(),
        IntStream.range(0, pool.points().size()).filter(c -> !pool.closed().contains(c)).toArray());
  }

  @Override
  public Optional<Ranking.Result> best(Valuation valuation, RandomStream stream) {
    Ranking ranking = new Ranking();
    for (int from = 0; from < open.length; from += BLOCK) {
      int[] some = Arrays.copyOfRange(open, from, Math.min(open.length, from + BLOCK));
      double[] values = valuation.of(points.select(some));
      for (int i = 0; i < some.length; i++) {
        ranking.see(some[i], points.row(some[i]), values[i]);
      }
    }
    return ranking.result(stream);
  }

  @Override
  public Optional<Ranking.Result> nearest(double[] target, RandomStream stream) {
    return best(
        places -> {
          double[] values = new double[places.size()];
          Arrays.setAll(values, i -> -Math.sqrt(Neighbours.squaredDistance(places.row(i), target)));
          return values;
        },
        stream);
  }

  @Override
  public Optional<Ranking.Result> any(RandomStream stream) {
    return best(places -> new double[places.size()], stream);
  }

  @Override
  public PoolSearch without(Candidate chosen) {
    return new PoolSearch(
        points, Arrays.stream(open).filter(candidate -> candidate != chosen.index()).toArray());
  }
}
