package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.special.Normal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A function of one number, with its derivative; the complete list of what a formula may call. */
public enum ElementaryFunction {
  EXP,
  LOG,
  SQRT,
  SIN,
  COS,
  TAN,
  TANH,
  SINH,
  COSH,
  ABS,
  /** Error function {@code 2/√π ∫₀ˣ exp(−t²) dt}. */
  ERF,
  /** {@code 1 / (1 + exp(−x))}. */
  LOGISTIC,
  /** 0 below 0, and 1 from 0 on. */
  STEP;

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  private static final Map<String, ElementaryFunction> BY_SYMBOL =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(one -> one.symbol, one -> one));

  private final String symbol = name().toLowerCase(Locale.ROOT);

  /** How it is written. */
  public String symbol() {
    return symbol;
  }

  static Optional<ElementaryFunction> of(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  double value(double x) {
    return switch (this) {
      case EXP -> StrictMath.exp(x);
      case LOG -> StrictMath.log(x);
      case SQRT -> Math.sqrt(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      case TAN -> StrictMath.tan(x);
      case TANH -> StrictMath.tanh(x);
      case SINH -> StrictMath.sinh(x);
      case COSH -> StrictMath.cosh(x);
      case ABS -> Math.abs(x);
      case ERF -> erf(x);
      case LOGISTIC -> logistic(x);
      case STEP -> x < 0 ? 0 : x >= 0 ? 1 : Double.NaN;
    };
  }

  /** {@code d/dx} where {@code value = value(x)}; 0 at the kink of abs and at the jump of step. */
  double slope(double x, double value) {
    return switch (this) {
      case EXP -> value;
      case LOG -> 1 / x;
      case SQRT -> 0.5 / value;
      case SIN -> StrictMath.cos(x);
      case COS -> -StrictMath.sin(x);
      case TAN -> 1 + value * value;
      case TANH -> square(1 / StrictMath.cosh(x));
      case SINH -> StrictMath.cosh(x);
      case COSH -> StrictMath.sinh(x);
      case ABS -> Math.signum(x);
      case ERF -> TWO_OVER_SQRT_PI * StrictMath.exp(-x * x);
      case LOGISTIC -> logistic(x) * logistic(-x);
      case STEP -> 0;
    };
  }

  /**
   * Below 1 by its series {@code 2x/√π exp(−x²) Σ (2x²)^k / (1·3·…·(2k+1))} (Abramowitz and Stegun
   * 7.1.6), because {@code 1 − erfc(x)} loses the digits of small x; else as that difference.
   */
  private static double erf(double x) {
    if (Math.abs(x) >= 1) {
      return Math.copySign(1 - Normal.erfc(Math.abs(x)), x);
    }
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= 2 * x * x / (2 * k + 1);
      sum += term;
    }
    return TWO_OVER_SQRT_PI * x * StrictMath.exp(-x * x) * sum;
  }

  /** By the exponential of −|x|, which cannot overflow. */
  private static double logistic(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  private static double square(double x) {
    return x * x;
  }
}
