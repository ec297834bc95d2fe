package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;

/** One function drawn from a posterior; asked twice at one place it answers the same. */
@FunctionalInterface
public interface FunctionDraw {

  /** Its values at m points. */
  double[] at(Points points);
}
