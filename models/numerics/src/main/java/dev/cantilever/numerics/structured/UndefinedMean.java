package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.NonFinite;

/** A formula has no finite value somewhere where a prediction was asked for. */
public final class UndefinedMean extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UndefinedMean(NonFinite reason) {
    super(
        reason.message()
            + "; leave such points out of the pool, or narrow the priors of the parameters");
  }
}
