package dev.cantilever.numerics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.sampling.LogDensity.Evaluation;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Densities whose moments are known, and what it means to agree with them. */
final class Targets {

  private static final double STANDARD_ERRORS = 4;

  private Targets() {}

  /** Independent standard normals. */
  static LogDensity standard() {
    return theta -> {
      double[] gradient = new double[theta.length];
      double value = 0;
      for (int i = 0; i < theta.length; i++) {
        value -= 0.5 * theta[i] * theta[i];
        gradient[i] = -theta[i];
      }
      return new Evaluation(value, gradient);
    };
  }

  /** Normals of these deviations about {@code 1, 2, …}, neighbours correlated by {@code rho}. */
  static LogDensity correlated(double rho, double... deviations) {
    return theta -> {
      double[] gradient = new double[theta.length];
      double value = 0;
      double before = 0;
      for (int i = 0; i < theta.length; i++) {
        double z = (theta[i] - (i + 1)) / deviations[i];
        double variance = i == 0 ? 1 : 1 - rho * rho;
        double surprise = i == 0 ? z : z - rho * before;
        value -= 0.5 * surprise * surprise / variance;
        gradient[i] -= surprise / variance / deviations[i];
        if (i > 0) {
          gradient[i - 1] += rho * surprise / variance / deviations[i - 1];
        }
        before = z;
      }
      return new Evaluation(value, gradient);
    };
  }

  /** Neal's funnel made mild: v ~ N(0, 1), then x_i ~ N(0, exp v). */
  static LogDensity funnel() {
    return theta -> {
      double[] gradient = new double[theta.length];
      double precision = StrictMath.exp(-theta[0]);
      double value = -0.5 * theta[0] * theta[0];
      gradient[0] = -theta[0];
      for (int i = 1; i < theta.length; i++) {
        value -= 0.5 * (theta[i] * theta[i] * precision + theta[0]);
        gradient[i] = -theta[i] * precision;
        gradient[0] += 0.5 * (theta[i] * theta[i] * precision - 1);
      }
      return new Evaluation(value, gradient);
    };
  }

  /** A density along one coordinate, without a gradient that would be of use. */
  static LogDensity jumping(DoubleUnaryOperator density) {
    return theta ->
        new Evaluation(StrictMath.log(density.applyAsDouble(theta[0])), new double[] {Double.NaN});
  }

  static void assertMean(Draws draws, ToDoubleFunction<double[]> quantity, double mean) {
    Summary summary = draws.summary(quantity);
    assertThat(summary.effectiveSize()).isGreaterThan(100);
    assertThat(summary.mean()).isCloseTo(mean, within(STANDARD_ERRORS * summary.standardError()));
  }

  /**
   * The deviation within four standard errors: {@code (x − mean)²} is averaged, and the error of a
   * root is half of the relative error of its square.
   */
  static void assertDeviation(
      Draws draws, ToDoubleFunction<double[]> quantity, double mean, double deviation) {
    Summary squares =
        draws.summary(
            theta -> {
              double distance = quantity.applyAsDouble(theta) - mean;
              return distance * distance;
            });
    assertThat(Math.sqrt(squares.mean()))
        .isCloseTo(deviation, within(STANDARD_ERRORS * squares.standardError() / (2 * deviation)));
  }
}
