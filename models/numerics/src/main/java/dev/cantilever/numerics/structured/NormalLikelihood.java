package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Evaluation;
import dev.cantilever.numerics.formula.Formula;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.sampling.LogDensity;
import java.util.Arrays;

/**
 * {@code y_i ~ N(m(x_i; p), sd²)} independently; values are p and then sd, a standard deviation.
 */
record NormalLikelihood(Formula formula, Points x, double[] y) implements Likelihood {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  @Override
  public double at(double[] values) {
    double deviation = values[values.length - 1];
    Evaluation mean = mean(values);
    return mean.isFinite() && deviation > 0
        ? value(sumOfSquares(residuals(mean)), deviation)
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public LogDensity.Evaluation withSlopes(double[] values) {
    double deviation = values[values.length - 1];
    Evaluation mean = mean(values);
    if (!mean.isFinite() || !(deviation > 0)) {
      return LogDensity.Evaluation.impossible(values.length);
    }
    double[] residuals = residuals(mean);
    double squares = sumOfSquares(residuals);
    double[] gradient =
        Arrays.copyOf(
            mean.parameterGradient(
                Arrays.stream(residuals).map(r -> r / deviation / deviation).toArray()),
            values.length);
    gradient[values.length - 1] = (squares / deviation / deviation - y.length) / deviation;
    return new LogDensity.Evaluation(value(squares, deviation), gradient);
  }

  private double value(double squares, double deviation) {
    return -y.length * (StrictMath.log(deviation) + 0.5 * LOG_TWO_PI)
        - 0.5 * squares / deviation / deviation;
  }

  private Evaluation mean(double[] values) {
    return formula.evaluate(x, Arrays.copyOf(values, values.length - 1));
  }

  private double[] residuals(Evaluation mean) {
    double[] residuals = mean.values();
    for (int i = 0; i < y.length; i++) {
      residuals[i] = y[i] - residuals[i];
    }
    return residuals;
  }

  private static double sumOfSquares(double[] residuals) {
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return sum;
  }
}
