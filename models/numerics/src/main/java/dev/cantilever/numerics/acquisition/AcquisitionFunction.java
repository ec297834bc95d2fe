package dev.cantilever.numerics.acquisition;

/**
 * What measuring a candidate promises, for maximisation. Larger is better; the scale is that of the
 * standardised observations unless a function says otherwise.
 */
public sealed interface AcquisitionFunction
    permits Pointwise, ThompsonDraw, NoisyExpectedImprovement, KnowledgeGradient {

  /** One value for each open candidate, in their order. */
  double[] values(Situation situation);

  /** What kind of number its values are, so that a probability or a cost can weigh them. */
  default Scale scale() {
    return Scale.SIGNED;
  }

  /** See {@link #scale}. */
  enum Scale {
    /** Never negative, such as an improvement: weights multiply. */
    POSITIVE,
    /** The logarithm of something positive: logarithms of weights are added. */
    LOGARITHM,
    /** Of either sign: what exceeds the least open value is multiplied. */
    SIGNED
  }
}
