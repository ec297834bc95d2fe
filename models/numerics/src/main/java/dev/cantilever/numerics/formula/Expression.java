package dev.cantilever.numerics.formula;

/** What stands for a number in a formula. Equality is structural: {@code a + b ≠ b + a}. */
public sealed interface Expression extends Node {

  /** Canonical text, which reads back as an equal expression. */
  @Override
  default String text() {
    return Node.super.text();
  }

  /**
   * A number as written.
   *
   * @param value finite and without a sign; a negative number is a {@link Negation}
   */
  record Literal(double value) implements Expression {

    public Literal {
      if (!Double.isFinite(value) || Double.compare(value, 0) < 0) {
        throw new IllegalArgumentException(
            "a literal is finite and has no sign, unlike %s; negate a positive one"
                .formatted(value));
      }
    }
  }

  /** A number with a name of its own. */
  enum Constant implements Expression {
    /** Ratio of a circle's circumference to its diameter. */
    PI("pi", Math.PI),
    /** Base of natural logarithms. */
    E("e", Math.E);

    private final String symbol;
    private final double value;

    Constant(String symbol, double value) {
      this.symbol = symbol;
      this.value = value;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }

    public double value() {
      return value;
    }
  }

  /** An input or a parameter. */
  record Variable(String name) implements Expression {}

  /** {@code -operand}. */
  record Negation(Expression operand) implements Expression {}

  /** {@code left operator right}. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** {@code function(argument)}. */
  record Call(ElementaryFunction function, Expression argument) implements Expression {}

  /** {@code condition ? whenTrue : otherwise}. */
  record Conditional(Condition condition, Expression whenTrue, Expression otherwise)
      implements Expression {}
}
