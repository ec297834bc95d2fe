package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;

/** A criterion given what is known: one value for each of m places. */
@FunctionalInterface
interface Valuation {
  double[] of(Points places);
}
