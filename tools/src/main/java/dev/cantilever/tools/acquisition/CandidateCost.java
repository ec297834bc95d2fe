package dev.cantilever.tools.acquisition;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.CostedFunction;
import dev.cantilever.tools.cost.CostForm;
import dev.cantilever.tools.cost.CostKind;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/** What each candidate of a call costs. */
record CandidateCost(CostForm form, List<Series> candidates) {

  /** Of a measurement without any way, where nothing is said of it. */
  private static final double UNIT = 1;

  /**
   * Refuses what cannot be priced.
   *
   * @throws IllegalArgumentException saying what to change
   */
  static void require(
      CostForm form, AcquisitionFunction function, BatchRule rule, List<Series> candidates) {
    CostedFunction.requireDivisible(function);
    if (!(rule instanceof BatchRule.Sequential) && !(rule instanceof BatchRule.Spread)) {
      throw new IllegalArgumentException(
          "costs are weighed by the batch rules sequential and spread; choose one of them");
    }
    switch (form) {
      case CostForm.Each each -> {
        if (each.costs().size() != candidates.size()) {
          throw new IllegalArgumentException(
              "%d costs for %d candidates; give one for each"
                  .formatted(each.costs().size(), candidates.size()));
        }
      }
      case CostForm.Way way -> {
        int d = candidates.getFirst().size();
        if (way.from().filter(from -> from.size() == d).isEmpty()) {
          throw new IllegalArgumentException(
              "from must say where the present point is, in %d coordinates".formatted(d));
        }
      }
    }
  }

  CostKind kind() {
    return form.of();
  }

  double at(int candidate) {
    return switch (form) {
      case CostForm.Each each -> each.costs().get(candidate);
      case CostForm.Way way -> {
        Points pair =
            Points.of(candidates.get(candidate).toArray(), way.from().orElseThrow().toArray());
        yield way.cost(UNIT).at(pair.distance(0, 1));
      }
    };
  }
}
