package dev.cantilever.tests.bayesian.regret;

import dev.cantilever.numerics.space.Axis;
import dev.cantilever.numerics.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;

/** The unit cube as a search space. */
final class UnitBox {

  private UnitBox() {}

  static SearchSpace of(int dimension) {
    List<Axis> axes =
        IntStream.range(0, dimension)
            .<Axis>mapToObj(k -> new Axis.Continuous("x" + k, 0, 1))
            .toList();
    return new SearchSpace(axes, List.of());
  }
}
