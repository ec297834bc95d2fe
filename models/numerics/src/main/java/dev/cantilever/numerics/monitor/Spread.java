package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;

/** How far points lie apart: root mean square distance from their centroid. */
final class Spread {

  private Spread() {}

  static double ofAll(Points points) {
    int[] all = new int[points.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return of(points, all);
  }

  /** Of the chosen points; 0 for fewer than two. */
  static double of(Points points, int[] chosen) {
    double squares = 0;
    for (int j = 0; j < points.dimension(); j++) {
      double[] coordinate = new double[chosen.length];
      for (int i = 0; i < chosen.length; i++) {
        coordinate[i] = points.get(chosen[i], j);
      }
      double deviation = Moments.of(coordinate).deviation();
      squares += deviation * deviation;
    }
    return chosen.length < 2 ? 0 : Math.sqrt(squares);
  }
}
