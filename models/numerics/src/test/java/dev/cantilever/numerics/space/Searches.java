package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.SpaceProposal.Found;
import dev.cantilever.numerics.space.SpaceSearch.Options;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Searches of the usual effort. */
final class Searches {

  private Searches() {}

  /** A function of conditions as one of scaled inputs. */
  static ScaledAcquisitionFunction valued(SearchSpace space, ToDoubleFunction<Condition> value) {
    return inputs -> {
      double[] values = new double[inputs.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value.applyAsDouble(space.decode(row(inputs, i)));
      }
      return values;
    };
  }

  static double[] row(Points inputs, int i) {
    double[] row = new double[inputs.dimension()];
    for (int j = 0; j < row.length; j++) {
      row[j] = inputs.get(i, j);
    }
    return row;
  }

  static SpaceProposal maximise(
      SearchSpace space, ScaledAcquisitionFunction function, Visited visited, long seed) {
    return new SpaceSearch(space, Options.USUAL)
        .maximise(function, visited, Optional.empty(), RandomStream.of(seed, "search"));
  }

  static Found found(SpaceProposal proposal) {
    assertThat(proposal).isInstanceOf(Found.class);
    return (Found) proposal;
  }

  static Found best(SearchSpace space, ToDoubleFunction<Condition> value) {
    return found(maximise(space, valued(space, value), Visited.none(space), 1));
  }
}
