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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the shape of a formula tells without evaluating it. */
final class Structure {

  private Structure() {}

  /** The parts of a node, from left to right. */
  static List<Node> children(Node node) {
    return switch (node) {
      case Literal literal -> List.of();
      case Constant constant -> List.of();
      case Variable variable -> List.of();
      case Negation negation -> List.of(negation.operand());
      case Binary binary -> List.of(binary.left(), binary.right());
      case Call call -> List.of(call.argument());
      case Conditional choice -> List.of(choice.condition(), choice.whenTrue(), choice.otherwise());
      case Comparison comparison -> List.of(comparison.left(), comparison.right());
      case Junction junction -> List.of(junction.left(), junction.right());
      case Inverse inverse -> List.of(inverse.operand());
    };
  }

  /**
   * How deeply a node is nested: 0 for a name or number, else one more than its deepest part. A
   * chain such as {@code a + b - c} counts once, however long.
   */
  static int nesting(Node node) {
    int deepest = -1;
    for (Node child : children(node)) {
      deepest = Math.max(deepest, nesting(child) - (Printer.continues(node, child) ? 1 : 0));
    }
    return deepest + 1;
  }

  /** All variables of a node. */
  static Set<String> names(Node node) {
    Set<String> names = new TreeSet<>();
    collect(node, true, names);
    return names;
  }

  /** The variables that decide between branches: those in a condition or inside of a step. */
  static Set<String> switching(Expression expression) {
    Set<String> names = new TreeSet<>();
    collect(expression, false, names);
    return names;
  }

  private static void collect(Node node, boolean counts, Set<String> names) {
    if (counts && node instanceof Variable variable) {
      names.add(variable.name());
    }
    boolean switches =
        node instanceof Condition
            || (node instanceof Call call && call.function() == ElementaryFunction.STEP);
    children(node).forEach(child -> collect(child, counts || switches, names));
  }

  /** Degree in the parameters: 0 without them, 1 where affine in all of them together, else 2. */
  static int degree(Node node, Set<String> parameters) {
    return switch (node) {
      case Variable variable -> parameters.contains(variable.name()) ? 1 : 0;
      case Negation negation -> degree(negation.operand(), parameters);
      case Binary binary -> degree(binary, parameters);
      case Conditional choice ->
          degree(choice.condition(), parameters) > 0
              ? 2
              : Math.max(
                  degree(choice.whenTrue(), parameters), degree(choice.otherwise(), parameters));
      case Literal literal -> 0;
      case Constant constant -> 0;
      case Call call -> freeOrNot(call, parameters);
      case Condition condition -> freeOrNot(condition, parameters);
    };
  }

  private static int degree(Binary binary, Set<String> parameters) {
    int left = degree(binary.left(), parameters);
    int right = degree(binary.right(), parameters);
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> Math.max(left, right);
      case MULTIPLY -> Math.min(left + right, 2);
      case DIVIDE -> right > 0 ? 2 : left;
      case POWER, MINIMUM, MAXIMUM -> left + right > 0 ? 2 : 0;
    };
  }

  private static int freeOrNot(Node node, Set<String> parameters) {
    return names(node).stream().anyMatch(parameters::contains) ? 2 : 0;
  }
}
