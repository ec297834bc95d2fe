package dev.cantilever.numerics.formula;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no formula of the language, or does not fit its inputs, parameters and units. */
public final class FormulaRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<FormulaProblem> problems;

  FormulaRefused(List<FormulaProblem> problems) {
    super(problems.stream().map(FormulaProblem::message).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  FormulaRefused(FormulaProblem problem) {
    this(List.of(problem));
  }

  /** Every reason that was found, at least one. */
  public List<FormulaProblem> problems() {
    return problems;
  }
}
