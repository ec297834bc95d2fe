package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;

/**
 * A draw that is decided where it is first asked and remembered: exact for every kernel, O(n + m)³
 * in all the places asked. Not safe for several threads.
 */
final class ExactDraw implements FunctionDraw {

  private Posterior known;
  private final RandomStream stream;

  ExactDraw(Posterior posterior, RandomStream stream) {
    this.known = posterior;
    this.stream = stream;
  }

  @Override
  public double[] at(Points points) {
    double[] drawn = JointDraws.of(known, points, 1, stream)[0];
    for (int i = 0; i < drawn.length; i++) {
      known = known.plus(points.select(i), drawn[i], Moments.SMALLEST_VARIANCE);
    }
    return drawn;
  }
}
