package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.kernel.Points;

/**
 * A formula that is affine in its parameters: {@code m(x; p) = o(x) + Σₖ pₖ hₖ(x)}. With normal
 * priors its posterior is known in closed form (Rasmussen and Williams, Gaussian Processes for
 * Machine Learning, 2006, section 2.7).
 */
public final class LinearForm {

  private final Formula formula;

  LinearForm(Formula formula) {
    this.formula = formula;
  }

  /**
   * The offset {@code o}, n, as values, and the basis {@code H}, n × p, as parameter Jacobian: one
   * column for each parameter, in order of declaration.
   *
   * @param x n × d
   */
  public Evaluation at(Points x) {
    return formula.evaluate(x, new double[formula.parameters().size()]);
  }
}
