package dev.cantilever.tools.acquisition;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tools.surrogate.Model;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Candidates of one task of a model. Observed inputs of that task join the pool behind them,
 * closed, so that both are told alike.
 *
 * @param observed where in the pool they are
 * @param y what was observed there, standardised
 */
record Asked(Model model, Points pool, List<Integer> observed, Series y) {

  static Asked of(Model model, List<Series> candidates, Optional<String> task) {
    List<Series> all = new ArrayList<>(candidates);
    List<Integer> numbers = model.of(task);
    numbers.forEach(i -> all.add(model.observations().get(i).x()));
    double[] y = numbers.stream().mapToDouble(i -> model.observations().get(i).y()).toArray();
    return new Asked(
        model,
        model.points(all, task),
        IntStream.range(candidates.size(), all.size()).boxed().toList(),
        Series.of(model.standardisation(task).apply(y)));
  }

  /** How many candidates there are. */
  int candidates() {
    return pool.size() - observed.size();
  }

  /** Everything that was observed, and candidates that are equal to such an input. */
  Set<Integer> closed() {
    Set<Integer> closed = new HashSet<>(observed);
    for (int c = 0; c < candidates(); c++) {
      double[] row = pool.row(c);
      if (observed.stream().anyMatch(o -> Arrays.equals(row, pool.row(o)))) {
        closed.add(c);
      }
    }
    return closed;
  }

  Situation situation(Set<Integer> closed, Incumbent incumbent, RandomStream stream) {
    return Situation.of(
        Situation.Beliefs.of(pool, model.posterior(), model.noiseVariance()),
        new Situation.Seen(observed, y, closed),
        incumbent,
        stream);
  }

  /** Distance of a candidate to the nearest observed input. */
  double nearest(int candidate) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int other : observed) {
      nearest = Math.min(nearest, pool.distance(candidate, other));
    }
    return nearest;
  }
}
