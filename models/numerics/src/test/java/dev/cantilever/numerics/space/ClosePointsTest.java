package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class ClosePointsTest {

  /** Against comparing with every point. */
  @Test
  void findsTheFirstPointWithinTheToleranceAndNoOther() {
    RandomStream random = RandomStream.of(3, "close");
    for (int trial = 0; trial < 20; trial++) {
      int dimension = 1 + random.nextInt(6);
      ClosePoints points = new ClosePoints(dimension);
      for (int i = 0; i < 300; i++) {
        double[] point = new double[dimension];
        for (int j = 0; j < dimension; j++) {
          point[j] = random.nextInt(3) / 3.0 + 1e-9 * (random.nextDouble() - 0.5);
        }
        assertThat(points.find(point)).isEqualTo(slowly(points, point));
        points.add(point);
      }
    }
  }

  private static int slowly(ClosePoints points, double[] point) {
    for (int i = 0; i < points.size(); i++) {
      if (Spacing.distance(points.get(i), point) <= 1e-9) {
        return i;
      }
    }
    return -1;
  }
}
