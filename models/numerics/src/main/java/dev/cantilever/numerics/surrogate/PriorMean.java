package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;

/** What is expected at each input before any observation. */
public interface PriorMean {

  /** The mean at n points. */
  double[] at(Points x);

  /**
   * {@code ∂m/∂x_k} at one point; by central differences of 1e-6 unless a mean knows better.
   *
   * @return d numbers
   */
  default double[] slopes(Points one) {
    double step = 1e-6;
    double[] slopes = new double[one.dimension()];
    for (int k = 0; k < slopes.length; k++) {
      double[] moved = one.row(0);
      moved[k] += step;
      double above = at(Points.of(moved))[0];
      moved[k] -= 2 * step;
      slopes[k] = (above - at(Points.of(moved))[0]) / (2 * step);
    }
    return slopes;
  }

  /** The same everywhere. */
  record Constant(double value) implements PriorMean {

    @Override
    public double[] at(Points x) {
      double[] same = new double[x.size()];
      Arrays.fill(same, value);
      return same;
    }

    @Override
    public double[] slopes(Points one) {
      return new double[one.dimension()];
    }
  }
}
