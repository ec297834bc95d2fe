package dev.cantilever.numerics.formula;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Values of a formula at n points and their derivatives with respect to p parameters and, where
 * asked for, d inputs. Either all of them are finite, or there are none.
 */
public final class Evaluation {

  private final int parameters;
  private final double[] values;
  private final double[] parameterSlopes;
  private final double[] inputSlopes;
  private final Supplier<NonFinite> reason;

  private Evaluation(
      int parameters,
      double[] values,
      double[] parameterSlopes,
      double[] inputSlopes,
      Supplier<NonFinite> reason) {
    this.parameters = parameters;
    this.values = values;
    this.parameterSlopes = parameterSlopes;
    this.inputSlopes = inputSlopes;
    this.reason = reason;
  }

  static Evaluation finite(
      int parameters, double[] values, double[] parameterSlopes, double[] inputSlopes) {
    return new Evaluation(parameters, values, parameterSlopes, inputSlopes, null);
  }

  static Evaluation notFinite(Supplier<NonFinite> reason) {
    return new Evaluation(0, new double[0], new double[0], new double[0], reason);
  }

  /** Whether there are values and derivatives; the cheap answer for a sampler. */
  public boolean isFinite() {
    return reason == null;
  }

  /** What is not finite, looked for only now; empty where everything is. */
  public Optional<NonFinite> nonFinite() {
    return Optional.ofNullable(reason).map(Supplier::get);
  }

  /**
   * The n values.
   *
   * @throws IllegalStateException where they are not finite, as do all methods below
   */
  public double[] values() {
    requireFinite();
    return values.clone();
  }

  /** {@code ∂value/∂parameter}, n × p. */
  public double[][] parameterJacobian() {
    requireFinite();
    return rows(parameterSlopes, values.length);
  }

  /** {@code ∂value/∂input}, n × d; n × 0 where it was not asked for. */
  public double[][] inputJacobian() {
    requireFinite();
    return rows(inputSlopes, values.length);
  }

  /**
   * {@code Jᵀ u}: the gradient with respect to the parameters of anything whose derivative with
   * respect to the n values is u; such as the log likelihood, where u is the weighted residual.
   *
   * @param u n weights
   */
  public double[] parameterGradient(double[] u) {
    requireFinite();
    if (u.length != values.length) {
      throw new IllegalArgumentException(
          "%d weights for %d values; give one for each".formatted(u.length, values.length));
    }
    double[] gradient = new double[parameters];
    for (int i = 0; i < u.length; i++) {
      for (int k = 0; k < parameters; k++) {
        gradient[k] += u[i] * parameterSlopes[i * parameters + k];
      }
    }
    return gradient;
  }

  private static double[][] rows(double[] flat, int n) {
    double[][] rows = new double[n][];
    int width = n == 0 ? 0 : flat.length / n;
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
    }
    return rows;
  }

  private void requireFinite() {
    if (reason != null) {
      throw new IllegalStateException(
          reason.get().message() + "; ask isFinite() before the values");
    }
  }
}
