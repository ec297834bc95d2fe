package dev.cantilever.numerics.kernel;

import java.util.Arrays;
import java.util.List;

/** Inputs: n points of d coordinates each. Immutable. */
public final class Points {

  private final int dimension;
  private final double[] coordinates;

  /** The same by coordinate, made when first wanted; whoever makes it makes the same. */
  private volatile double[][] columns;

  private Points(int dimension, double[] coordinates) {
    this.dimension = dimension;
    this.coordinates = coordinates;
  }

  /**
   * Points from rows.
   *
   * @param rows n rows of d finite coordinates; d at least 1
   * @throws IllegalArgumentException for rows of unequal length or a coordinate that is not finite
   */
  public static Points of(double[]... rows) {
    int dimension = rows.length == 0 ? 1 : rows[0].length;
    double[] coordinates = new double[rows.length * dimension];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != dimension || dimension == 0 || !isFinite(rows[i])) {
        throw new IllegalArgumentException(
            "point %d must have %d finite coordinates".formatted(i, Math.max(1, dimension)));
      }
      System.arraycopy(rows[i], 0, coordinates, i * dimension, dimension);
    }
    return new Points(dimension, coordinates);
  }

  private static boolean isFinite(double[] row) {
    for (double coordinate : row) {
      if (!Double.isFinite(coordinate)) {
        return false;
      }
    }
    return true;
  }

  /** The same points seen in some of their coordinates. */
  Points inCoordinates(List<Integer> chosen) {
    double[] fewer = new double[size() * chosen.size()];
    int next = 0;
    for (int i = 0; i < size(); i++) {
      for (int k : chosen) {
        fewer[next] = coordinates[i * dimension + k];
        next++;
      }
    }
    return new Points(chosen.size(), fewer);
  }

  public int size() {
    return coordinates.length / dimension;
  }

  public int dimension() {
    return dimension;
  }

  public double get(int point, int coordinate) {
    return coordinates[point * dimension + coordinate];
  }

  /** Every coordinate of all points: d rows of n, shared, not to be written. */
  double[][] columns() {
    double[][] known = columns;
    if (known == null) {
      known = new double[dimension][size()];
      for (int i = 0; i < size(); i++) {
        for (int k = 0; k < dimension; k++) {
          known[k][i] = coordinates[i * dimension + k];
        }
      }
      columns = known;
    }
    return known;
  }

  /** A fresh copy of the coordinates of one point. */
  public double[] row(int point) {
    return Arrays.copyOfRange(coordinates, point * dimension, (point + 1) * dimension);
  }

  /** The chosen points, in the given order. */
  public Points select(int... chosen) {
    double[] subset = new double[chosen.length * dimension];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(coordinates, chosen[i] * dimension, subset, i * dimension, dimension);
    }
    return new Points(dimension, subset);
  }

  /** These points and one more. */
  public Points plus(Points one) {
    double[] longer = Arrays.copyOf(coordinates, coordinates.length + dimension);
    System.arraycopy(one.coordinates, 0, longer, coordinates.length, dimension);
    return new Points(dimension, longer);
  }

  /** In words, the two closest points: the usual reason why a covariance cannot be factored. */
  public String closestPair() {
    int first = 0;
    int second = 0;
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        if (distance(i, j) < closest) {
          closest = distance(i, j);
          first = j;
          second = i;
        }
      }
    }
    return "; the closest inputs are %d and %d, %s apart".formatted(first, second, closest);
  }

  /** Straight-line distance between two of them. */
  public double distance(int a, int b) {
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      double difference = get(a, j) - get(b, j);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
