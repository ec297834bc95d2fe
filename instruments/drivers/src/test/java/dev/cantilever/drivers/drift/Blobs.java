package dev.cantilever.drivers.drift;

import dev.cantilever.drivers.field.Field;

/** Pictures of blobs at known places, with noise that any program can make again. */
final class Blobs {

  static final int SIDE = 64;
  private static final int COUNT = 40;
  private static final double WIDTH = 2.5;

  private Blobs() {}

  /** Knuth's linear congruential generator, modulo 2⁶⁴; the upper 53 bits as a fraction. */
  static double[] uniform(long seed, int count) {
    long state = seed;
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      values[i] = (state >>> 11) * 0x1p-53;
    }
    return values;
  }

  /** Blobs shifted by so many columns and rows, and uniform noise of this full width. */
  static Field shifted(double columns, double rows, double noise, long seed) {
    double[] places = uniform(1, 3 * COUNT);
    double[] chance = uniform(seed, SIDE * SIDE);
    double[] values = new double[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      int row = i / SIDE;
      values[i] = noise * (chance[i] - 0.5);
      for (int b = 0; b < COUNT; b++) {
        double x = i % SIDE - (places[3 * b] * 90 - 13) - columns;
        double y = row - (places[3 * b + 1] * 90 - 13) - rows;
        values[i] +=
            (0.5 + places[3 * b + 2]) * StrictMath.exp(-(x * x + y * y) / (2 * WIDTH * WIDTH));
      }
    }
    return picture(values);
  }

  static Field picture(double... values) {
    return new Field("blobs", "1", SIDE, SIDE, values);
  }
}
