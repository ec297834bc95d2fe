package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.random.RandomStream;
import java.util.Optional;

/** Finding the best place among the candidates that are left; empty where none is. */
sealed interface Search permits PoolSearch, BoxSearch {

  /** The place of greatest value. */
  Optional<Ranking.Result> best(Valuation valuation, RandomStream stream);

  /** The place nearest to a target. */
  Optional<Ranking.Result> nearest(double[] target, RandomStream stream);

  /** Any place. */
  Optional<Ranking.Result> any(RandomStream stream);

  /** What is left when one was chosen. */
  Search without(Candidate chosen);

  /**
   * A search.
   *
   * @param measured inputs that a box must not repeat
   */
  static Search of(Candidates candidates, double[][] measured) {
    return switch (candidates) {
      case Candidates.Pool pool -> PoolSearch.of(pool);
      case Candidates.Box box -> new BoxSearch(box, measured);
    };
  }
}
