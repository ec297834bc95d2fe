package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/** Inputs by coordinate, so that inner loops run over points. */
final class Coordinates {

  private Coordinates() {}

  /** Coordinate k of every point, times {@code factor[k]}: d rows of n. */
  static double[][] scaled(Points x, double[] factor) {
    requireDimension(x, factor.length);
    double[][] rows = new double[factor.length][];
    for (int k = 0; k < factor.length; k++) {
      rows[k] = times(x.columns()[k], factor[k]);
    }
    return rows;
  }

  private static double[] times(double[] values, double factor) {
    double[] product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * factor;
    }
    return product;
  }

  /** One over each. */
  static double[] inverse(Series lengthscales) {
    double[] inverse = lengthscales.toArray();
    for (int k = 0; k < inverse.length; k++) {
      inverse[k] = 1 / inverse[k];
    }
    return inverse;
  }

  /** {@code Σ_k (a_k[i] − b_k[j])²} for j below {@code count}. */
  static void squaredDistances(double[][] a, int i, double[][] b, int count, double[] into) {
    for (int j = 0; j < count; j++) {
      double difference = a[0][i] - b[0][j];
      into[j] = difference * difference;
    }
    for (int k = 1; k < a.length; k++) {
      addSquares(a[k][i], b[k], count, into);
    }
  }

  private static void addSquares(double from, double[] row, int count, double[] into) {
    for (int j = 0; j < count; j++) {
      double difference = from - row[j];
      into[j] += difference * difference;
    }
  }

  /** {@code accumulator[j] += g[j] (from − row[j])²}. */
  static void addWeightedSquares(double from, double[] row, double[] g, double[] accumulator) {
    for (int j = 0; j < g.length; j++) {
      double difference = from - row[j];
      accumulator[j] += g[j] * (difference * difference);
    }
  }

  /** {@code g[j] (from − row[j]) factor}. */
  static double[] weightedDifferences(double from, double[] row, double[] g, double factor) {
    double[] into = new double[g.length];
    for (int j = 0; j < into.length; j++) {
      into[j] = g[j] * (from - row[j]) * factor;
    }
    return into;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** {@code Σ_{j≤i} a_ij b_ij}. */
  static double contraction(double[][] a, double[][] b) {
    double[] columns = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      addProducts(a[i], b[i], columns);
    }
    return sum(columns);
  }

  private static void addProducts(double[] a, double[] b, double[] into) {
    for (int j = 0; j < a.length; j++) {
      into[j] += a[j] * b[j];
    }
  }

  /** {@code x_i · z_j}. */
  static double dot(Points x, int i, Points z, int j) {
    double sum = 0;
    for (int k = 0; k < x.dimension(); k++) {
      sum += x.get(i, k) * z.get(j, k);
    }
    return sum;
  }

  static List<Parameter> lengthscales(Series values) {
    return each("lengthscale", Role.LENGTHSCALE, values);
  }

  static List<Parameter> each(String name, Role role, Series values) {
    List<Parameter> parameters = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      parameters.add(new Parameter(name + " " + (k + 1), role, values.get(k)));
    }
    return parameters;
  }

  static Series slice(double[] values, int from, int count) {
    double[] part = new double[count];
    System.arraycopy(values, from, part, 0, count);
    return Series.of(part);
  }

  static void requireDimension(Points x, int dimension) {
    if (x.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the kernel is for %d inputs and the points have %d".formatted(dimension, x.dimension()));
    }
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, not " + value);
    }
  }

  static void requirePositive(String name, Series values) {
    if (values.size() == 0) {
      throw new IllegalArgumentException("there must be at least one " + name);
    }
    for (int k = 0; k < values.size(); k++) {
      requirePositive(name + " " + (k + 1), values.get(k));
    }
  }
}
