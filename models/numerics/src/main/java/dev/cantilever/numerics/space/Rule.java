package dev.cantilever.numerics.space;

/** A constraint made ready for points of one space, given as natural numbers. */
interface Rule {

  /** By how much it is missed; 0 or less where it is met, NaN where that is not known. */
  double excess(double[] natural);

  /** Whether it is met. */
  boolean allows(double[] natural);

  /** A sentence on why it is not. */
  Refusal refusal(double[] natural);
}
