package dev.cantilever.numerics.polytope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolytopeTest {

  private static HalfSpace atMost(String name, double bound, double... normal) {
    return new HalfSpace(name, Series.of(normal), bound);
  }

  private static List<HalfSpace> unitBox(int dimension) {
    List<HalfSpace> box = new ArrayList<>();
    for (int j = 0; j < dimension; j++) {
      double[] up = new double[dimension];
      up[j] = 1;
      double[] down = new double[dimension];
      down[j] = -1;
      box.add(atMost("x" + j + " <= 1", 1, up));
      box.add(atMost("x" + j + " >= 0", 0, down));
    }
    return box;
  }

  private static double[] found(Nearest nearest) {
    assertThat(nearest).isInstanceOf(Nearest.Found.class);
    return ((Nearest.Found) nearest).point().toArray();
  }

  /** Projections by scipy 1.17 (SLSQP, ftol 1e-18), to the twelve digits printed. */
  @ParameterizedTest
  @CsvSource({
    "2, -1, 0.3, 0.36, 0.226666666667, 0.413333333333",
    "0.1, 0.2, 3, 0.2, 0.066666666667, 0.733333333333",
    "-1, -1, -1, 0.314285714286, 0.257142857143, 0.428571428571"
  })
  void nearestPointIsThatOfScipy(double x, double y, double z, double a, double b, double c) {
    List<HalfSpace> halfSpaces = unitBox(3);
    halfSpaces.add(atMost("p", 0.4, 1, 2, -1));
    halfSpaces.add(atMost("q", 0.6, -1, 1, 1));
    halfSpaces.add(atMost("r", 0.7, 2, -1, 0.5));
    Polytope polytope = new Polytope(3, halfSpaces, List.of(atMost("sum", 1, 1, 1, 1)));
    double[] nearest = found(polytope.nearest(new double[] {x, y, z}));
    assertThat(nearest).containsExactly(new double[] {a, b, c}, within(1e-11));
  }

  /** The point is nearest if and only if no feasible point lies on the target's side of it. */
  @Test
  void nearestPointIsInsideAndNoFeasiblePointLiesBeyond() {
    RandomStream random = RandomStream.of(5, "polytopes");
    for (int trial = 0; trial < 200; trial++) {
      int dimension = 1 + random.nextInt(6);
      double[] centre = uniform(dimension, random);
      List<HalfSpace> halfSpaces = unitBox(dimension);
      for (int k = random.nextInt(8); k > 0; k--) {
        double[] normal = normal(dimension, random);
        halfSpaces.add(
            new HalfSpace(
                "h" + k, Series.of(normal), dot(normal, centre) + random.nextDouble() / 10));
      }
      List<HalfSpace> planes = new ArrayList<>();
      if (dimension > 2 && trial % 2 == 0) {
        double[] normal = normal(dimension, random);
        planes.add(new HalfSpace("e", Series.of(normal), dot(normal, centre)));
      }
      Polytope polytope = new Polytope(dimension, halfSpaces, planes);
      double[] target = normal(dimension, random);
      double[] nearest = found(polytope.nearest(target));
      for (HalfSpace one : halfSpaces) {
        assertThat(dot(one.normal().toArray(), nearest)).isLessThan(one.bound() + 1e-11);
      }
      for (HalfSpace one : planes) {
        assertThat(dot(one.normal().toArray(), nearest)).isCloseTo(one.bound(), within(1e-11));
      }
      for (int probe = 0; probe < 20; probe++) {
        double[] other = found(polytope.nearest(normal(dimension, random)));
        assertThat(dot(minus(target, nearest), minus(other, nearest)))
            .as("trial %s", trial)
            .isLessThan(1e-10);
      }
    }
  }

  @Test
  void contradictionsNameOnlyTheConstraintsThatMatter() {
    List<HalfSpace> halfSpaces = unitBox(3);
    halfSpaces.add(atMost("harmless", 1.9, 1, 1, 0));
    halfSpaces.add(atMost("x0 + x1 >= 1.5", -1.5, -1, -1, 0));
    halfSpaces.add(atMost("x0 <= 0.2", 0.2, 1, 0, 0));
    Nearest nearest = new Polytope(3, halfSpaces, List.of()).nearest(new double[] {0.5, 0.5, 0.5});
    assertThat(((Nearest.Empty) nearest).conflict())
        .containsExactlyInAnyOrder("x0 + x1 >= 1.5", "x0 <= 0.2", "x1 <= 1");
  }

  @Test
  void contradictingPlanesAreNamed() {
    Polytope polytope =
        new Polytope(
            2,
            unitBox(2),
            List.of(atMost("a", 1, 1, 1), atMost("b", 1.2, 1, 1), atMost("c", 0.5, 1, 0)));
    assertThat(((Nearest.Empty) polytope.nearest(new double[] {0.5, 0.5})).conflict())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void constraintWithoutVariablesHoldsEverywhereOrNowhere() {
    Polytope everywhere = new Polytope(1, List.of(atMost("0 <= 1", 1, 0)), List.of());
    Polytope nowhere = new Polytope(1, List.of(atMost("0 <= -1", -1, 0)), List.of());
    assertThat(found(everywhere.nearest(new double[] {7}))).containsExactly(7);
    assertThat(nowhere.nearest(new double[] {7})).isEqualTo(new Nearest.Empty(List.of("0 <= -1")));
  }

  @Test
  void chordEndsAtTheFirstConstraintEitherWay() {
    Polytope polytope = new Polytope(2, unitBox(2), List.of());
    assertThat(polytope.chord(new double[] {0.25, 0.5}, new double[] {2, 1}))
        .isEqualTo(new Polytope.Chord(-0.125, 0.375));
  }

  @Test
  void refusesConstraintsOfAnotherDimension() {
    assertThatThrownBy(() -> new Polytope(2, List.of(atMost("short", 1, 1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("short has 1 coefficients where 2 are needed");
  }

  private static double[] uniform(int dimension, RandomStream random) {
    double[] x = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      x[j] = random.nextDouble();
    }
    return x;
  }

  private static double[] normal(int dimension, RandomStream random) {
    double[] x = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      x[j] = random.nextNormal();
    }
    return x;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    for (int j = 0; j < a.length; j++) {
      difference[j] -= b[j];
    }
    return difference;
  }
}
