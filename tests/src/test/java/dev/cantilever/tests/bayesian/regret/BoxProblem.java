package dev.cantilever.tests.bayesian.regret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Functions on a box, to be minimised. */
enum BoxProblem {
  /** Minimum 0.397887 on [−5, 10] × [0, 15]. */
  BRANIN {
    @Override
    double at(double[] x) {
      return branin(x[0], x[1]);
    }
  },
  /** Minimum −3.32237 on the unit cube. */
  HARTMANN6 {
    @Override
    double at(double[] x) {
      double sum = 0;
      for (int i = 0; i < HARTMANN_WEIGHTS.length; i++) {
        double exponent = 0;
        for (int j = 0; j < x.length; j++) {
          double away = x[j] - 1e-4 * HARTMANN_CENTRES[i][j];
          exponent += HARTMANN_SCALES[i][j] * away * away;
        }
        sum -= HARTMANN_WEIGHTS[i] * StrictMath.exp(-exponent);
      }
      return sum;
    }
  },
  /** Minimum 0 at the origin of [−32.768, 32.768]⁵. */
  ACKLEY5 {
    @Override
    double at(double[] x) {
      double squares = 0;
      double waves = 0;
      for (double coordinate : x) {
        squares += coordinate * coordinate / x.length;
        waves += StrictMath.cos(2 * Math.PI * coordinate) / x.length;
      }
      return -20 * StrictMath.exp(-0.2 * Math.sqrt(squares)) - StrictMath.exp(waves) + 20 + Math.E;
    }
  };

  private static final JsonNode STARTS = Shared.synthetic();
  private static final double[] HARTMANN_WEIGHTS = {1, 1.2, 3, 3.2};
  private static final double[][] HARTMANN_SCALES = Shared.rows(STARTS.get("hartmann6_A"));
  private static final double[][] HARTMANN_CENTRES =
      Shared.rows(STARTS.get("hartmann6_P_times_1e4"));

  /** In the function's own coordinates. */
  abstract double at(double[] x);

  /** The name that files give it. */
  String file() {
    return name().toLowerCase(Locale.ROOT);
  }

  int dimension() {
    return said().get("dim").intValue();
  }

  /** Evaluations, the starts included. */
  int total() {
    return said().get("n_total").intValue();
  }

  /** Starts of a seed in the unit cube. */
  double[][] starts(int seed) {
    return Shared.rows(said().get("starts").get("" + seed).get("X_unit"));
  }

  /** The value at a point of the unit cube. */
  double atUnit(double[] unit) {
    double[][] bounds = Shared.rows(said().get("bounds"));
    double[] x = new double[unit.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = bounds[k][0] + unit[k] * (bounds[k][1] - bounds[k][0]);
    }
    return at(x);
  }

  private JsonNode said() {
    return STARTS.get("problems").get(file());
  }

  static double branin(double a, double b) {
    double bowl = b - 5.1 / (4 * Math.PI * Math.PI) * a * a + 5 / Math.PI * a - 6;
    return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(a) + 10;
  }
}
