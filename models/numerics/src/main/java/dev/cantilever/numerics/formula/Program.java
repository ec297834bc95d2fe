package dev.cantilever.numerics.formula;

import java.util.Arrays;
import java.util.List;

/**
 * A formula compiled into a straight line of instructions over registers: first the inputs, then
 * the parameters, then constants and results. Both branches of a conditional are computed and one
 * is chosen, which is faster than jumping for formulas of this size.
 *
 * @param inputs number of inputs
 * @param parameters number of parameters
 * @param steps in order of evaluation
 * @param slopeSteps those of them through which a wanted derivative passes
 * @param registers initial values: the constants, else 0
 * @param nodes what each register holds
 * @param root register of the result
 */
record Program(
    int inputs,
    int parameters,
    List<Instruction> steps,
    List<Instruction> slopeSteps,
    double[] registers,
    List<Node> nodes,
    int root) {

  /** Values and derivatives of one program at one place after the other; for one thread. */
  final class Run {

    final double[] v = registers.clone();
    final double[] w = new double[registers.length];
    private final Instruction[] onward = steps.toArray(Instruction[]::new);
    private final Instruction[] backward = slopeSteps.reversed().toArray(Instruction[]::new);

    Run(double[] parameterValues) {
      System.arraycopy(parameterValues, 0, v, inputs, parameters);
    }

    Program program() {
      return Program.this;
    }

    /** Value of the formula at the inputs that are in {@code v}. */
    double forward() {
      for (Instruction step : onward) {
        step.forward(v);
      }
      return v[root];
    }

    /** Derivatives of that value with respect to inputs and parameters, into {@code w}. */
    void reverse() {
      Arrays.fill(w, 0);
      w[root] = 1;
      for (Instruction step : backward) {
        if (w[step.out()] != 0) {
          step.reverse(v, w);
        }
      }
    }

    /** Whether parameters, value and wanted derivatives are, after forward and reverse. */
    boolean isFinite(boolean inputSlopes) {
      boolean finite = Double.isFinite(v[root]);
      for (int k = inputs; k < inputs + parameters; k++) {
        finite &= Double.isFinite(v[k]) && Double.isFinite(w[k]);
      }
      for (int j = 0; inputSlopes && j < inputs; j++) {
        finite &= Double.isFinite(w[j]);
      }
      return finite;
    }
  }
}
