package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;

/**
 * Between physical inputs and the scaled ones of the core: {@code scaled = (x − min) / (max −
 * min)}, for each input its own.
 *
 * @param min the physical value of 0, one per input
 * @param max the physical value of 1, one per input, above {@code min}
 */
public record InputScaling(Series min, Series max) {

  public InputScaling {
    boolean allowed = min.size() == max.size() && min.size() > 0;
    for (int k = 0; allowed && k < min.size(); k++) {
      allowed = max.get(k) > min.get(k) && Double.isFinite(max.get(k) - min.get(k));
    }
    if (!allowed) {
      throw new IllegalArgumentException(
          "inputs are scaled from finite min < max, one of each per input, not from %s to %s"
              .formatted(min, max));
    }
  }

  /** For d inputs that are not scaled. */
  public static InputScaling none(int d) {
    double[] ones = new double[d];
    Arrays.fill(ones, 1);
    return new InputScaling(Series.of(new double[d]), Series.of(ones));
  }

  public int dimension() {
    return min.size();
  }

  /** {@code max − min} of input k: {@code dx/dscaled}. */
  public double range(int k) {
    return max.get(k) - min.get(k);
  }

  /** Scaled points of physical ones, n × d. */
  public Points scaled(Points physical) {
    double[][] rows = rows(physical);
    for (double[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        row[k] = (row[k] - min.get(k)) / range(k);
      }
    }
    return Points.of(rows);
  }

  /** Physical points of scaled ones, n × d. */
  public Points physical(Points scaled) {
    double[][] rows = rows(scaled);
    for (double[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        row[k] = min.get(k) + range(k) * row[k];
      }
    }
    return Points.of(rows);
  }

  private double[][] rows(Points points) {
    if (points.size() > 0 && points.dimension() != dimension()) {
      throw new IllegalArgumentException(
          "points of %d coordinates against a scaling of %d inputs"
              .formatted(points.dimension(), dimension()));
    }
    double[][] rows = new double[points.size()][];
    Arrays.setAll(rows, points::row);
    return rows;
  }
}
