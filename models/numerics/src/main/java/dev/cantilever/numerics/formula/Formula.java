package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import dev.cantilever.numerics.kernel.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A function {@code m(x; p)} of d named inputs and p named parameters, read from text. The language
 * is in the package description. Two formulas are equal where inputs, parameters and expressions
 * are.
 */
public final class Formula {

  private final Expression expression;
  private final List<String> inputs;
  private final List<String> parameters;
  private final Program program;
  private final Program programWithInputSlopes;

  private Formula(Expression expression, List<String> inputs, List<String> parameters) {
    this.expression = expression;
    this.inputs = List.copyOf(inputs);
    this.parameters = List.copyOf(parameters);
    this.program = Compiler.compile(expression, inputs, parameters, false);
    this.programWithInputSlopes = Compiler.compile(expression, inputs, parameters, true);
  }

  /**
   * Reads a formula.
   *
   * @param source up to 2000 characters, 200 parts, 40 levels of nesting
   * @param inputs 1 to 200 names, in the order of the coordinates of the points
   * @param parameters at most 200 names, in the order of the parameter vectors
   * @throws FormulaRefused with every name that is wrong, and the first fault of the grammar
   */
  public static Formula of(String source, List<String> inputs, List<String> parameters) {
    List<FormulaProblem> problems = Names.declarationProblems(inputs, parameters);
    if (problems.stream().anyMatch(problem -> problem.kind() == Kind.SIZE)) {
      throw new FormulaRefused(problems);
    }
    Expression expression = null;
    try {
      List<Token> tokens = Lexer.tokens(source);
      List<String> declared = new ArrayList<>(inputs);
      declared.addAll(parameters);
      problems.addAll(Names.unknownNames(tokens, declared));
      expression = Parser.parse(tokens);
      if (expression.text().length() > Lexer.LONGEST_SOURCE) {
        problems.add(Lexer.tooLong(expression.text().length()));
      }
    } catch (FormulaRefused refused) {
      problems.addAll(refused.problems());
    }
    if (!problems.isEmpty()) {
      throw new FormulaRefused(problems);
    }
    return new Formula(Objects.requireNonNull(expression), inputs, parameters);
  }

  public Expression expression() {
    return expression;
  }

  /** Canonical text, which reads back as an equal formula. */
  public String text() {
    return expression.text();
  }

  public List<String> inputs() {
    return inputs;
  }

  public List<String> parameters() {
    return parameters;
  }

  /**
   * The n values {@code m(xᵢ; p)} alone; NaN or infinite where there is none.
   *
   * @param x n × d
   * @param parameterValues p
   */
  public double[] values(Points x, double... parameterValues) {
    Program.Run run = start(program, x, parameterValues);
    double[] values = new double[x.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = forward(run, x, i);
    }
    return values;
  }

  /**
   * Values and derivatives with respect to the parameters. They are exact but for rounding. At a
   * kink (abs, min, max) the derivative is that of one side; a condition or a step has derivative 0
   * with respect to what is inside. Ends at the first row where anything is not finite.
   *
   * @param x n × d
   * @param parameterValues p
   * @throws IllegalArgumentException for points or parameters of the wrong number
   */
  public Evaluation evaluate(Points x, double... parameterValues) {
    return evaluate(program, false, x, parameterValues);
  }

  /** As {@link #evaluate}, with derivatives with respect to the inputs as well. */
  public Evaluation evaluateWithInputSlopes(Points x, double... parameterValues) {
    return evaluate(programWithInputSlopes, true, x, parameterValues);
  }

  /**
   * The parameters in which the values jump or their slopes change from one branch to another,
   * because a condition or a step contains them; in order of declaration. Between the data the
   * likelihood does not change with them, unless they occur elsewhere too, so that a sampler should
   * not follow its gradient there.
   */
  public List<String> switchingParameters() {
    Set<String> switching = Structure.switching(expression);
    return parameters.stream().filter(switching::contains).toList();
  }

  /** The parameters that the formula does not contain; in order of declaration. */
  public List<String> unusedParameters() {
    Set<String> used = Structure.names(expression);
    return parameters.stream().filter(name -> !used.contains(name)).toList();
  }

  /** The formula as offset and basis, where its shape shows that it is affine in all parameters. */
  public Optional<LinearForm> linear() {
    return Structure.degree(expression, Set.copyOf(parameters)) < 2
        ? Optional.of(new LinearForm(this))
        : Optional.empty();
  }

  private Evaluation evaluate(
      Program compiled, boolean inputSlopes, Points x, double[] parameterValues) {
    Program.Run run = start(compiled, x, parameterValues);
    int n = x.size();
    int d = inputs.size();
    int p = parameters.size();
    double[] values = new double[n];
    double[] byParameter = new double[n * p];
    double[] byInput = new double[inputSlopes ? n * d : 0];
    for (int i = 0; i < n; i++) {
      values[i] = forward(run, x, i);
      if (Double.isFinite(values[i])) {
        run.reverse();
        System.arraycopy(run.w, d, byParameter, i * p, p);
        System.arraycopy(run.w, 0, byInput, inputSlopes ? i * d : 0, inputSlopes ? d : 0);
      }
      if (!run.isFinite(inputSlopes)) {
        int row = i;
        return Evaluation.notFinite(() -> Diagnosis.of(run, row));
      }
    }
    return Evaluation.finite(p, values, byParameter, byInput);
  }

  private Program.Run start(Program compiled, Points x, double[] parameterValues) {
    if (x.size() > 0 && x.dimension() != inputs.size()) {
      throw new IllegalArgumentException(
          "the points have %d coordinates; the formula has the %d inputs %s"
              .formatted(x.dimension(), inputs.size(), String.join(", ", inputs)));
    }
    if (parameterValues.length != parameters.size()) {
      throw new IllegalArgumentException(
          "there are %d parameter values; the formula has the %d parameters %s"
              .formatted(parameterValues.length, parameters.size(), String.join(", ", parameters)));
    }
    return compiled.new Run(parameterValues);
  }

  private static double forward(Program.Run run, Points x, int row) {
    for (int j = 0; j < x.dimension(); j++) {
      run.v[j] = x.get(row, j);
    }
    return run.forward();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formula that
        && expression.equals(that.expression)
        && inputs.equals(that.inputs)
        && parameters.equals(that.parameters);
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
