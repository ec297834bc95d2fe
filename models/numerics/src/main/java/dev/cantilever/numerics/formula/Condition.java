package dev.cantilever.numerics.formula;

/**
 * What stands for a truth value in a formula. Comparing what is not a number gives neither true nor
 * false but <em>undefined</em>, which {@code and} and {@code or} pass on unless the other side
 * decides (Kleene, Introduction to Metamathematics, 1952, section 64).
 */
public sealed interface Condition extends Node {

  /** Canonical text, which reads back as an equal condition. */
  @Override
  default String text() {
    return Node.super.text();
  }

  /** {@code left relation right}. */
  record Comparison(Expression left, Relation relation, Expression right) implements Condition {}

  /** {@code left and right}, {@code left or right}. */
  record Junction(Condition left, Connective connective, Condition right) implements Condition {}

  /** {@code not operand}. */
  record Inverse(Condition operand) implements Condition {}

  /** How two numbers are compared. */
  enum Relation {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }

    /** 1 for true, 0 for false, NaN for undefined. */
    double holds(double left, double right) {
      if (Double.isNaN(left) || Double.isNaN(right)) {
        return Double.NaN;
      }
      boolean holds =
          switch (this) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
          };
      return holds ? 1 : 0;
    }
  }

  /** How two truth values are joined. */
  enum Connective {
    AND("and", 0),
    OR("or", 1);

    private final String symbol;
    private final double decisive;

    Connective(String symbol, double decisive) {
      this.symbol = symbol;
      this.decisive = decisive;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }

    /** Of truth values 1, 0 and NaN: one decisive side is enough, else NaN is passed on. */
    double join(double left, double right) {
      if (left == decisive || right == decisive) {
        return decisive;
      }
      return Double.isNaN(left) || Double.isNaN(right) ? Double.NaN : 1 - decisive;
    }
  }
}
