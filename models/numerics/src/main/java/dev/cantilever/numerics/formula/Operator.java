package dev.cantilever.numerics.formula;

/** A function of two numbers, with its two partial derivatives. */
public enum Operator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  POWER("^"),
  MINIMUM("min"),
  MAXIMUM("max");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** How it is written. */
  public String symbol() {
    return symbol;
  }

  double value(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      case MINIMUM -> Math.min(a, b);
      case MAXIMUM -> Math.max(a, b);
    };
  }

  /** {@code ∂/∂a} where {@code value = value(a, b)}; of equal a and b the left one counts. */
  double leftSlope(double a, double b, double value) {
    return switch (this) {
      case ADD, SUBTRACT -> 1;
      case MULTIPLY -> b;
      case DIVIDE -> 1 / b;
      case POWER -> powerSlope(a, b, value);
      case MINIMUM -> a <= b ? 1 : 0;
      case MAXIMUM -> a >= b ? 1 : 0;
    };
  }

  /** {@code ∂/∂b} where {@code value = value(a, b)}. */
  double rightSlope(double a, double b, double value) {
    return switch (this) {
      case ADD -> 1;
      case SUBTRACT -> -1;
      case MULTIPLY -> a;
      case DIVIDE -> -value / b;
      case POWER -> exponentSlope(a, b, value);
      case MINIMUM -> a <= b ? 0 : 1;
      case MAXIMUM -> a >= b ? 0 : 1;
    };
  }

  /** {@code b a^(b−1)}, without a second power unless the first one has lost its digits. */
  private static double powerSlope(double a, double b, double value) {
    if (b == 0) {
      return 0;
    }
    return Math.abs(value) < Double.MIN_NORMAL ? b * StrictMath.pow(a, b - 1) : b * (value / a);
  }

  /** {@code a^b log a}, whose limit at a = 0 is 0 for positive b. */
  private static double exponentSlope(double a, double b, double value) {
    return a == 0 && b > 0 ? 0 : value * StrictMath.log(a);
  }
}
