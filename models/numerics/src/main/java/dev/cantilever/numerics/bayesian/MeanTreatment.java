package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.surrogate.PriorMean;

/** What is expected before any observation, and how it is found. */
public sealed interface MeanTreatment {

  /** Known beforehand. */
  record Fixed(PriorMean mean) implements MeanTreatment {}

  /** A constant that is drawn with the other unknowns. */
  record Constant(Prior prior) implements MeanTreatment {}

  /**
   * The constant of greatest likelihood for each draw of the others, {@code (1ᵀA⁻¹y) / (1ᵀA⁻¹1)};
   * its own uncertainty is left out.
   */
  record Profiled() implements MeanTreatment {}

  /** Zero everywhere. */
  static MeanTreatment zero() {
    return new Fixed(new PriorMean.Constant(0));
  }
}
