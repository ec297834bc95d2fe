package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;

/** One function drawn from a posterior; asked twice at one place it answers the same. */
@FunctionalInterface
public interface FunctionDraw {

  /** Its values at m points. */
  double[] at(Points points);

  /** A function of the prior of mean 0, by 1,024 random Fourier features. */
  static FunctionDraw ofPrior(Stationary kernel, RandomStream stream) {
    return PriorDraw.of(kernel, stream);
  }

  /**
   * A function of any posterior, decided where it is first asked and remembered by {@link
   * Posterior#plus}; the work grows with the cube of the number of places. Not safe for several
   * threads.
   */
  static FunctionDraw remembered(Posterior posterior, RandomStream stream) {
    return new ExactDraw(posterior, stream);
  }
}
