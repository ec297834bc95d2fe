package dev.cantilever.tools.cost;

import dev.cantilever.numerics.cost.WayCost;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Optional;

/** What each of many candidates costs. */
public sealed interface CostForm {

  CostKind of();

  /** One cost for each candidate, as measured or estimated elsewhere. */
  record Each(
      @Doc("What the costs count.") @Default("\"time\"") CostKind of,
      @Doc("One for each candidate, above 0: s, m, or the unit of dose.") Series costs)
      implements CostForm {

    public Each {
      for (int i = 0; i < costs.size(); i++) {
        if (!(costs.get(i) > 0) || Double.isInfinite(costs.get(i))) {
          throw new IllegalArgumentException(
              "the cost of candidate %d is %s; it must be finite and above 0"
                  .formatted(i, costs.get(i)));
        }
      }
    }
  }

  /** A fixed part and a rate for the way from the present point, in a straight line. */
  record Way(
      @Doc("What the cost counts.") @Default("\"time\"") CostKind of,
      @Doc("Cost of a measurement without any way; of a campaign, the instrument's own time.")
          @Bounds(min = 1e-12, max = 1e12)
          Optional<Double> fixed,
      @Doc("Cost of the way for a distance of 1 in scaled inputs, the whole range of one of them.")
          @Bounds(min = 0, max = 1e12)
          double perDistance,
      @Doc("The present point in scaled inputs; of a campaign, where it measured last.")
          Optional<Series> from)
      implements CostForm {

    /** The cost; {@code otherwise} is its fixed part where none was given. */
    public WayCost cost(double otherwise) {
      return new WayCost(fixed.orElse(otherwise), perDistance);
    }
  }
}
