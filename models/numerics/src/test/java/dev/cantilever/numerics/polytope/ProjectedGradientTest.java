package dev.cantilever.numerics.polytope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectedGradientTest {

  /** Rosenbrock, Comput. J. 3 (1960) 175: minimum 0 at (1, 1). */
  private static Objective.Evaluation rosenbrock(double[] x) {
    double a = 1 - x[0];
    double b = x[1] - x[0] * x[0];
    return new Objective.Evaluation(
        a * a + 100 * b * b, new double[] {-2 * a - 400 * x[0] * b, 200 * b});
  }

  private static HalfSpace atMost(double bound, double... normal) {
    return new HalfSpace("h", Series.of(normal), bound);
  }

  @Test
  void findsTheMinimumInside() {
    Polytope half = new Polytope(2, List.of(atMost(4, 1, 1)), List.of());
    Minimum minimum =
        new ProjectedGradient(half, 2000, 1e-9)
            .minimise(ProjectedGradientTest::rosenbrock, new double[] {-1.2, 1});
    assertThat(minimum.x().toArray()).containsExactly(new double[] {1, 1}, within(1e-6));
  }

  /** On x + y = 1 the derivative 2 (x − 1) + 200 (1 − x − x²)(−1 − 2x) vanishes at x below. */
  @Test
  void findsTheMinimumOnALine() {
    Polytope line = new Polytope(2, List.of(), List.of(atMost(1, 1, 1)));
    Minimum minimum =
        new ProjectedGradient(line, 500, 1e-10)
            .minimise(ProjectedGradientTest::rosenbrock, new double[] {3, 3});
    double x = minimum.x().get(0);
    assertThat(2 * (x - 1) + 200 * (1 - x - x * x) * (-1 - 2 * x)).isCloseTo(0, within(1e-5));
    assertThat(x + minimum.x().get(1)).isCloseTo(1, within(1e-12));
    assertThat(x).isCloseTo(0.6188, within(1e-3));
  }

  @Test
  void asksOnlyForPointsInside() {
    Polytope half = new Polytope(2, List.of(atMost(0.5, 1, 1)), List.of());
    Objective watched =
        x -> {
          assertThat(x[0] + x[1]).isLessThanOrEqualTo(0.5 + 1e-11);
          return rosenbrock(x);
        };
    Minimum minimum = new ProjectedGradient(half, 500, 1e-9).minimise(watched, new double[] {2, 2});
    assertThat(minimum.x().get(0) + minimum.x().get(1)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void refusesAnEmptyPolytope() {
    Polytope empty = new Polytope(1, List.of(atMost(0, 1), atMost(-1, -1)), List.of());
    assertThatThrownBy(
            () ->
                new ProjectedGradient(empty, 10, 1e-9)
                    .minimise(x -> Objective.Evaluation.impossible(1), new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing satisfies all of");
  }
}
