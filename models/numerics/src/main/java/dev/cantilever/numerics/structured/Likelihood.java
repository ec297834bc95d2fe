package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.sampling.LogDensity;

/** {@code log p(y | values)}, normalised, −∞ where the values are impossible. */
interface Likelihood {

  double at(double[] values);

  /** With its derivatives with respect to the values. */
  LogDensity.Evaluation withSlopes(double[] values);
}
