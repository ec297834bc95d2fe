package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Comparison;
import dev.cantilever.numerics.formula.Condition.Inverse;
import dev.cantilever.numerics.formula.Condition.Junction;
import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Call;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.Expression.Negation;
import dev.cantilever.numerics.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a program of a formula, from left to right; equal parts are computed once. */
final class Compiler {

  private final Map<Node, Integer> known = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final List<Boolean> active = new ArrayList<>();
  private final List<Instruction> steps = new ArrayList<>();

  private Compiler() {}

  /**
   * The program of an expression whose variables are all inputs or parameters.
   *
   * @param inputSlopes whether derivatives with respect to inputs are wanted as well
   */
  static Program compile(
      Expression expression, List<String> inputs, List<String> parameters, boolean inputSlopes) {
    Compiler compiler = new Compiler();
    inputs.forEach(name -> compiler.register(new Variable(name), 0, inputSlopes));
    parameters.forEach(name -> compiler.register(new Variable(name), 0, true));
    int root = compiler.place(expression);
    return new Program(
        inputs.size(),
        parameters.size(),
        List.copyOf(compiler.steps),
        compiler.steps.stream().filter(step -> compiler.active.get(step.out())).toList(),
        compiler.values.stream().mapToDouble(value -> value).toArray(),
        List.copyOf(compiler.nodes),
        root);
  }

  private int register(Node node, double value, boolean isActive) {
    known.put(node, nodes.size());
    nodes.add(node);
    values.add(value);
    active.add(isActive);
    return nodes.size() - 1;
  }

  private int place(Node node) {
    Integer place = known.get(node);
    if (place != null) {
      return place;
    }
    return switch (node) {
      case Literal literal -> register(node, literal.value(), false);
      case Constant constant -> register(node, constant.value(), false);
      case Variable variable ->
          throw new IllegalStateException("undeclared variable " + variable.name());
      case Expression expression -> compute(expression);
      case Condition condition -> compute(condition);
    };
  }

  private int compute(Node node) {
    List<Integer> from = Structure.children(node).stream().map(this::place).toList();
    boolean isActive = node instanceof Expression && from.stream().anyMatch(active::get);
    int out = register(node, 0, isActive);
    steps.add(instruction(node, from, out));
    return out;
  }

  private Instruction instruction(Node node, List<Integer> from, int out) {
    int first = from.get(0);
    return switch (node) {
      case Negation negation -> new Instruction.Negate(first, out);
      case Call call -> new Instruction.Apply(call.function(), first, out);
      case Binary binary ->
          new Instruction.Combine(
              binary.operator(),
              first,
              from.get(1),
              active.get(first),
              active.get(from.get(1)),
              out);
      case Conditional choice -> new Instruction.Choose(first, from.get(1), from.get(2), out);
      case Comparison comparison ->
          new Instruction.Compare(comparison.relation(), first, from.get(1), out);
      case Junction junction ->
          new Instruction.Join(junction.connective(), first, from.get(1), out);
      case Inverse inverse -> new Instruction.Invert(first, out);
      case Literal literal -> throw new IllegalStateException("a literal needs no step");
      case Constant constant -> throw new IllegalStateException("a constant needs no step");
      case Variable variable -> throw new IllegalStateException("a variable needs no step");
    };
  }
}
