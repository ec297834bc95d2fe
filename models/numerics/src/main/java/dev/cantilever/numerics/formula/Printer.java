package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Comparison;
import dev.cantilever.numerics.formula.Condition.Connective;
import dev.cantilever.numerics.formula.Condition.Inverse;
import dev.cantilever.numerics.formula.Condition.Junction;
import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Call;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.Expression.Negation;
import dev.cantilever.numerics.formula.Expression.Variable;

/**
 * Canonical text of a formula. Every kind of node binds at a level, higher for tighter; an operand
 * that binds less tightly than its place asks for gets parentheses.
 */
final class Printer {

  private static final int CONDITIONAL = 0;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGNED = 7;
  private static final int POWER = 8;
  private static final int ATOM = 9;

  private Printer() {}

  static String print(Node node) {
    return switch (node) {
      case Literal literal -> number(literal.value());
      case Constant constant -> constant.symbol();
      case Variable variable -> variable.name();
      case Negation negation -> "-" + at(POWER, negation.operand());
      case Binary binary -> binary(binary);
      case Call call -> call.function().symbol() + "(" + print(call.argument()) + ")";
      case Conditional conditional ->
          at(OR, conditional.condition())
              + " ? "
              + at(OR, conditional.whenTrue())
              + " : "
              + at(CONDITIONAL, conditional.otherwise());
      case Comparison comparison ->
          at(SUM, comparison.left())
              + " "
              + comparison.relation().symbol()
              + " "
              + at(SUM, comparison.right());
      case Junction junction ->
          at(level(junction), junction.left())
              + " "
              + junction.connective().symbol()
              + " "
              + at(level(junction) + 1, junction.right());
      case Inverse inverse -> "not " + at(ATOM, inverse.operand());
    };
  }

  private static String binary(Binary binary) {
    Expression left = binary.left();
    Expression right = binary.right();
    String symbol = binary.operator().symbol();
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> at(SUM, left) + " " + symbol + " " + unsigned(PRODUCT, right);
      case MULTIPLY, DIVIDE -> at(PRODUCT, left) + symbol + at(POWER, right);
      case POWER -> at(ATOM, left) + symbol + at(POWER, right);
      case MINIMUM, MAXIMUM -> symbol + "(" + print(left) + ", " + print(right) + ")";
    };
  }

  /** As {@link #at}, but {@code a + (-b)} rather than {@code a + -b}. */
  private static String unsigned(int level, Node node) {
    return at(node instanceof Negation ? ATOM : level, node);
  }

  private static String at(int level, Node node) {
    return level(node) < level ? "(" + print(node) + ")" : print(node);
  }

  private static int level(Node node) {
    return switch (node) {
      case Conditional conditional -> CONDITIONAL;
      case Junction junction -> junction.connective() == Connective.OR ? OR : AND;
      case Inverse inverse -> NOT;
      case Comparison comparison -> COMPARISON;
      case Negation negation -> SIGNED;
      case Binary binary ->
          switch (binary.operator()) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
            case MINIMUM, MAXIMUM -> ATOM;
          };
      case Literal literal -> ATOM;
      case Constant constant -> ATOM;
      case Variable variable -> ATOM;
      case Call call -> ATOM;
    };
  }

  /** Whether the first part of a node is the beginning of its chain, without parentheses. */
  static boolean continues(Node node, Node first) {
    boolean chains = node instanceof Binary || node instanceof Junction;
    return chains && level(node) <= PRODUCT && level(first) == level(node);
  }

  /** The shortest decimal that reads back equal, such as {@code 2}, {@code 0.5}, {@code 1e-9}. */
  static String number(double value) {
    String shortest = Double.toString(value).replace("E", "e").replace(".0e", "e");
    return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
  }
}
