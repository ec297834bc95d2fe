package dev.cantilever.numerics.polytope;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/** What became of looking for the nearest point of a polytope. */
public sealed interface Nearest {

  /** It, to about 1e-12 of every constraint. */
  record Found(Series point) implements Nearest {}

  /**
   * There is none.
   *
   * @param conflict names of constraints that cannot hold together; without any one of them the
   *     others can
   */
  record Empty(List<String> conflict) implements Nearest {

    public Empty {
      conflict = List.copyOf(conflict);
    }
  }
}
