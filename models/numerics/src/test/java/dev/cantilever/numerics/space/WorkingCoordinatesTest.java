package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.polytope.Nearest;
import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingCoordinatesTest {

  /** One logarithmic axis in a linear constraint and one outside. */
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new Continuous("p", 0.01, 10, true, ""),
              new Continuous("q", 0.01, 10, true, ""),
              new Continuous("r", -2, 2)),
          List.of(new Linear(List.of(new Term("p", 2), new Term("r", -1)), Relation.AT_LEAST, 5)));

  private static final WorkingCoordinates WORKING = WorkingCoordinates.continuous(SPACE);

  @Test
  void logarithmsCountUnlessALinearConstraintSpeaksOfTheAxis() {
    double[] natural = {5.005, StrictMath.sqrt(0.1), 1};
    assertThat(WORKING.of(natural)).containsExactly(new double[] {0.5, 0.5, 0.75}, within(1e-15));
    assertThat(WORKING.moved(natural, WORKING.of(natural))).containsExactly(natural, within(1e-15));
  }

  @Test
  void gradientIsThatOfDifferences() {
    RandomStream random = RandomStream.of(6, "gradients");
    for (int trial = 0; trial < 20; trial++) {
      double[] working = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double[] natural = WORKING.moved(new double[3], working);
      double[] weights = {random.nextNormal(), random.nextNormal(), random.nextNormal()};
      double[] gradient = WORKING.gradient(weights, natural);
      for (int j = 0; j < 3; j++) {
        double rise = weighed(working, weights, j, 1e-6) - weighed(working, weights, j, -1e-6);
        assertThat(gradient[j]).isCloseTo(rise / 2e-6, within(1e-5 * (1 + Math.abs(gradient[j]))));
      }
    }
  }

  private static double weighed(double[] working, double[] weights, int j, double step) {
    double[] moved = working.clone();
    moved[j] += step;
    double[] inputs = SPACE.layout().encode(WORKING.moved(new double[3], moved));
    return weights[0] * inputs[0] + weights[1] * inputs[1] + weights[2] * inputs[2];
  }

  /** From p = 0.01, r = 2 the nearest in shares of ranges, worked out by hand. */
  @Test
  void linearConstraintsBoundThePolytopeInSharesOfRanges() {
    double[] natural = {0.01, 1, 2};
    Polytope polytope = WORKING.polytope(natural);
    Nearest nearest = polytope.nearest(WORKING.of(natural));
    double[] moved = WORKING.moved(natural, ((Nearest.Found) nearest).point().toArray());
    assertThat(2 * moved[0] - moved[2]).isCloseTo(5, within(1e-12));
    double miss = 5 - (0.02 - 2);
    double square = 19.98 * 19.98 + 16;
    assertThat(moved[0]).isCloseTo(0.01 + 9.99 * 19.98 * miss / square, within(1e-12));
    assertThat(moved[2]).isCloseTo(2 - 4 * 4 * miss / square, within(1e-12));
  }
}
