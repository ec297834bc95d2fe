package dev.cantilever.vocabulary.reading;

import java.util.Arrays;

/** Numbers in a fixed order; an immutable {@code double[]} with value equality, bit for bit. */
public final class Series {

  private final double[] values;

  private Series(double[] values) {
    this.values = values;
  }

  public static Series of(double... values) {
    return new Series(values.clone());
  }

  public int size() {
    return values.length;
  }

  public double get(int index) {
    return values[index];
  }

  /** A fresh copy, the caller's own. */
  public double[] toArray() {
    return values.clone();
  }

  public boolean isFinite() {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
