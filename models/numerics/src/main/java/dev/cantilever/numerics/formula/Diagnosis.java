package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.NonFinite.What;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the part of a formula that is to blame at one point, with all time in the world. */
final class Diagnosis {

  private final Program program;
  private final Program.Run run;

  private Diagnosis(Program.Run run) {
    this.program = run.program();
    this.run = run;
  }

  /**
   * What is not finite.
   *
   * @param run which has the inputs of the row and the parameters, and was run forward
   */
  static NonFinite of(Program.Run run, int row) {
    Diagnosis diagnosis = new Diagnosis(run);
    Map<String, Double> at = diagnosis.place();
    int parameter = diagnosis.parameter();
    if (parameter >= 0) {
      return new NonFinite(What.PARAMETER, diagnosis.text(parameter), row, at);
    }
    return Double.isFinite(run.v[run.program().root()])
        ? new NonFinite(What.DERIVATIVE, diagnosis.text(diagnosis.derivative()), row, at)
        : new NonFinite(What.VALUE, diagnosis.text(diagnosis.value()), row, at);
  }

  /** The first parameter that is not finite, or −1. */
  private int parameter() {
    for (int k = program.inputs(); k < program.inputs() + program.parameters(); k++) {
      if (!Double.isFinite(run.v[k])) {
        return k;
      }
    }
    return -1;
  }

  /** Down from the result through operands that are not finite, NaN before infinity. */
  private int value() {
    int blamed = program.root();
    int below = culprit(blamed);
    while (below >= 0) {
      blamed = below;
      below = culprit(blamed);
    }
    return blamed;
  }

  private int culprit(int register) {
    List<Integer> operands =
        program.steps().stream()
            .filter(step -> step.out() == register)
            .findFirst()
            .map(step -> step.operands(run.v))
            .orElse(List.of());
    return operands.stream()
        .filter(operand -> Double.isNaN(run.v[operand]))
        .findFirst()
        .or(() -> operands.stream().filter(o -> Double.isInfinite(run.v[o])).findFirst())
        .orElse(-1);
  }

  /** The first step, from the result down, that makes of a finite derivative one that is not. */
  private int derivative() {
    double[] w = new double[run.v.length];
    w[program.root()] = 1;
    for (Instruction step : program.slopeSteps().reversed()) {
      if (w[step.out()] != 0) {
        step.reverse(run.v, w);
        if (!Arrays.stream(w).allMatch(Double::isFinite)) {
          return step.out();
        }
      }
    }
    return program.root();
  }

  private Map<String, Double> place() {
    Map<String, Double> at = new LinkedHashMap<>();
    Set<String> used = Structure.names(program.nodes().get(program.root()));
    for (int k = 0; k < program.inputs() + program.parameters(); k++) {
      if (used.contains(text(k))) {
        at.put(text(k), run.v[k]);
      }
    }
    return at;
  }

  private String text(int register) {
    return program.nodes().get(register).text();
  }
}
