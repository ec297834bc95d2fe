package dev.cantilever.numerics.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedLbfgsTest {

  /** Rosenbrock, Comput. J. 3 (1960) 175: minimum 0 at (1, 1). */
  private static Objective.Evaluation rosenbrock(double[] x) {
    double a = 1 - x[0];
    double b = x[1] - x[0] * x[0];
    return new Objective.Evaluation(
        a * a + 100 * b * b, new double[] {-2 * a - 400 * x[0] * b, 200 * b});
  }

  private static double[] pair(double a, double b) {
    return new double[] {a, b};
  }

  @Test
  void findsTheMinimumInsideTheBox() {
    Minimum minimum =
        new BoundedLbfgs(pair(-5, -5), pair(5, 5), 200, 1e-8)
            .minimise(BoundedLbfgsTest::rosenbrock, pair(-1.2, 1));
    assertThat(minimum.x().get(0)).isCloseTo(1, within(1e-5));
    assertThat(minimum.x().get(1)).isCloseTo(1, within(1e-5));
    assertThat(minimum.evaluations()).isLessThan(120);
  }

  /** At x = ½ the best y is ¼; the bound holds x there. */
  @Test
  void stopsAtTheBoundWhereTheMinimumLiesOutside() {
    Minimum minimum =
        new BoundedLbfgs(pair(-5, -5), pair(0.5, 5), 200, 1e-8)
            .minimise(BoundedLbfgsTest::rosenbrock, pair(-1.2, 1));
    assertThat(minimum.x().get(0)).isEqualTo(0.5);
    assertThat(minimum.x().get(1)).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void keepsAwayFromImpossiblePlaces() {
    Objective rootOfDistance =
        x ->
            x[0] < 0
                ? Objective.Evaluation.impossible(2)
                : new Objective.Evaluation(
                    x[0] - Math.log(x[0] + 1e-3), pair(1 - 1 / (x[0] + 1e-3), 0));
    Minimum minimum =
        new BoundedLbfgs(pair(-5, 0), pair(5, 0), 100, 1e-8).minimise(rootOfDistance, pair(0.1, 0));
    assertThat(minimum.x().get(0)).isCloseTo(0.999, within(1e-5));
  }
}
