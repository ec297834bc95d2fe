package dev.cantilever.tools.search;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** A constraint on an outcome that is only known where it was measured. */
public record OutcomeLimit(
    @Doc("Name of the outcome, as instrument.describe lists it.") @Text(maxLength = 60)
        String outcome,
    @Doc("Whether the outcome must not go above or not below the value.") Side side,
    @Doc("The value, in the outcome's unit.") @Bounds(min = -1e12, max = 1e12) double value) {

  /** Which side is forbidden. */
  public enum Side {
    AT_MOST,
    AT_LEAST
  }

  /** At most 0 where the limit is kept. */
  double excess(double measured) {
    return side == Side.AT_MOST ? measured - value : value - measured;
  }
}
