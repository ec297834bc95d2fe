package dev.cantilever.numerics.special;

import java.util.function.DoubleUnaryOperator;

/**
 * Integration by the Gauss–Legendre rule: exact for polynomials up to degree 2n − 1 (Abramowitz and
 * Stegun 25.4.29).
 */
public final class GaussLegendre {

  private final double[] nodes;
  private final double[] weights;

  /** The rule of n nodes, n at least 1. */
  public GaussLegendre(int n) {
    nodes = new double[n];
    weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 8; step++) {
        double[] p = polynomial(n, x);
        slope = n * (x * p[0] - p[1]) / (x * x - 1);
        x -= p[0] / slope;
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  /** The Legendre polynomials of degree n and n − 1. */
  private static double[] polynomial(int n, double x) {
    double before = 0;
    double p = 1;
    for (int k = 1; k <= n; k++) {
      double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
      before = p;
      p = next;
    }
    return new double[] {p, before};
  }

  /** {@code ∫ f} from {@code from} to {@code to}; 0 where there is nothing between. */
  public double integral(double from, double to, DoubleUnaryOperator f) {
    double half = 0.5 * (to - from);
    double sum = 0;
    for (int i = 0; i < nodes.length && half > 0; i++) {
      sum += weights[i] * f.applyAsDouble(from + half * (1 + nodes[i]));
    }
    return half * sum;
  }
}
