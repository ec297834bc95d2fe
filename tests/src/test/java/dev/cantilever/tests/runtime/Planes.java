package dev.cantilever.tests.runtime;

import dev.cantilever.vocabulary.reading.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Heights over the plane that fits them best, without the short cut for full rectangles. */
final class Planes {

  private Planes() {}

  static double[] levelled(Frame frame) {
    double[] heights = frame.values().toArray();
    List<double[]> plane = new ArrayList<>();
    IntToDoubleFunction[] directions = {
      i -> 1, i -> i % frame.columns(), i -> Math.floorDiv(i, frame.columns())
    };
    for (IntToDoubleFunction direction : directions) {
      double[] next = IntStream.range(0, heights.length).mapToDouble(direction).toArray();
      plane.forEach(one -> reject(next, one));
      plane.add(next);
    }
    plane.forEach(one -> reject(heights, one));
    return heights;
  }

  /** Takes off what lies along another (Gram and Schmidt). */
  private static void reject(double[] values, double[] along) {
    double share = dot(values, along) / dot(along, along);
    for (int i = 0; i < values.length; i++) {
      values[i] -= share * along[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double rms(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  static double meanSize(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum / values.length;
  }

  static double range(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }
}
