package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import java.util.List;

/** Observations were made where they were meant to be. */
record KnownInputs(Points x) implements InputPart {

  @Override
  public List<Unknown> unknowns() {
    return List.of();
  }

  @Override
  public Points at(double[] values) {
    return x;
  }

  @Override
  public double[] slopes(double[] values, GaussianProcess process) {
    return new double[0];
  }

  @Override
  public double[] known() {
    return new double[0];
  }
}
