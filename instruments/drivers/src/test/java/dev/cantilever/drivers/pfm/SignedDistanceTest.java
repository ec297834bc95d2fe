package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignedDistanceTest {

  private final PlaneGrid grid = new PlaneGrid(100, 1);

  /** A steep function of a circle becomes the distance to it, with the error of first order. */
  @Test
  void findsTheDistanceToACircle() {
    double[] values = new double[grid.count()];
    for (int i = 0; i < values.length; i++) {
      double r = radius(i);
      values[i] = 30 - r + 0.02 * (30 - r) * (30 - r) * Math.signum(30 - r);
    }
    new SignedDistance(grid).restore(values);
    for (int i = 0; i < values.length; i++) {
      double exact = 30 - radius(i);
      assertThat(values[i]).isCloseTo(exact, within(Math.abs(exact) < 6 ? 0.25 : 1));
    }
  }

  /** Twenty times over, and the cells beside the line do not change at all. */
  @Test
  void leavesALineWhereItIsHoweverOften() {
    double[] values = new double[grid.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.6 * grid.metres(i % 100) + 0.8 * grid.metres(i / 100) - 3.3;
    }
    double[] before = values.clone();
    SignedDistance distance = new SignedDistance(grid);
    for (int round = 0; round < 20; round++) {
      distance.restore(values);
    }
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(before[i]) < 0.6) {
        assertThat(values[i]).isEqualTo(before[i]);
      } else if (Math.abs(before[i]) < 6 && Math.abs(grid.metres(i % 100)) < 40) {
        assertThat(values[i]).isCloseTo(before[i], within(0.5));
      }
    }
  }

  @Test
  void keepsWhatIsOutsideTheWindow() {
    double[] values = new double[grid.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 5 * (30 - radius(i));
    }
    double[] before = values.clone();
    SignedDistance.Window window = new SignedDistance.Window(40, 60, 60, 90);
    new SignedDistance(grid).restore(values, window);
    for (int i = 0; i < values.length; i++) {
      if (!window.contains(i / 100, i % 100)) {
        assertThat(values[i]).isEqualTo(before[i]);
      }
    }
  }

  private double radius(int i) {
    double x = grid.metres(i % 100) - 1.3;
    double y = grid.metres(i / 100) + 0.4;
    return Math.sqrt(x * x + y * y);
  }
}
