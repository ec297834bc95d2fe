package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import java.util.List;

/** Where observations were really made. Values are those of its unknowns. */
sealed interface InputPart permits KnownInputs, UncertainInputs, InputErrors {

  List<Unknown> unknowns();

  Points at(double[] values);

  /** Derivatives of the log likelihood with respect to the values. */
  double[] slopes(double[] values, GaussianProcess process);

  /** Values to start from; NaN where nothing is known. */
  double[] known();
}
