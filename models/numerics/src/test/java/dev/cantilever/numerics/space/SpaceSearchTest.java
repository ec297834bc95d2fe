package dev.cantilever.numerics.space;

import static dev.cantilever.numerics.space.Searches.best;
import static dev.cantilever.numerics.space.Searches.found;
import static dev.cantilever.numerics.space.Searches.maximise;
import static dev.cantilever.numerics.space.Searches.row;
import static dev.cantilever.numerics.space.Searches.valued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Component;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Axis.Mixture;
import dev.cantilever.numerics.space.Axis.Whole;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import dev.cantilever.numerics.space.Region.Ball;
import dev.cantilever.numerics.space.Region.Extent;
import dev.cantilever.numerics.space.SpaceProposal.Found;
import dev.cantilever.numerics.space.SpaceSearch.Options;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SpaceSearchTest {

  /** Dixon and Szegő 1978: minimum 0.397887 at three places. */
  private static double branin(double x, double y) {
    double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x) + 10;
  }

  private static final SearchSpace BRANIN =
      SearchSpace.of(new Continuous("x", -5, 10), new Continuous("y", 0, 15));

  @Test
  void findsTheMinimumOfBraninAndTheSecondElsewhere() {
    Found found = best(BRANIN, c -> -branin(c.number("x"), c.number("y")));
    assertThat(found.best().value()).isCloseTo(-0.397887, within(1e-6));
    double x = found.best().condition().number("x");
    assertThat(List.of(-Math.PI, Math.PI, 3 * Math.PI))
        .anySatisfy(optimum -> assertThat(x).isCloseTo(optimum, within(1e-4)));
    assertThat(found.runnerUp().orElseThrow().value()).isCloseTo(-0.397887, within(1e-4));
    assertThat(found.runnerUp().orElseThrow().inputs()).isNotEqualTo(found.best().inputs());
    assertThat(found.evaluations()).isBetween(300, 4000);
  }

  @Test
  void veryBadValuesElsewhereDoNotStopTheClimb() {
    Found found =
        best(BRANIN, c -> c.number("x") < -4 ? -1e300 : -branin(c.number("x"), c.number("y")));
    assertThat(found.best().value()).isCloseTo(-0.397887, within(1e-6));
  }

  @Test
  void givenGradientLeadsToTheSamePlace() {
    ScaledAcquisitionFunction sphere =
        new ScaledAcquisitionFunction() {
          @Override
          public double[] values(Points inputs) {
            double[] values = new double[inputs.size()];
            for (int i = 0; i < values.length; i++) {
              values[i] = slope(row(inputs, i)).orElseThrow().value();
            }
            return values;
          }

          @Override
          public Optional<Evaluation> slope(double[] u) {
            double a = u[0] - 0.3;
            double b = u[1] - 1.2;
            return Optional.of(new Evaluation(-a * a - 2 * b * b, new double[] {-2 * a, -4 * b}));
          }
        };
    double[] best =
        found(maximise(BRANIN, sphere, Visited.none(BRANIN), 1)).best().inputs().toArray();
    assertThat(best).containsExactly(new double[] {0.3, 1}, within(1e-7));
  }

  @Test
  void logarithmicAxisUnderALinearConstraintIsClimbedToItsBorder() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Continuous("p", 0.001, 10, true, ""), new Continuous("q", 0, 10)),
            List.of(new Linear(List.of(new Term("p", 1), new Term("q", 1)), Relation.AT_MOST, 4)));
    Found found =
        best(space, c -> StrictMath.log(c.number("p")) + StrictMath.log(1 + c.number("q")));
    assertThat(found.best().condition().number("p")).isCloseTo(2.5, within(1e-4));
    assertThat(found.best().condition().number("q")).isCloseTo(1.5, within(1e-4));
  }

  /** 6,820 conditions, hilly, with the best whole numbers depending on the level. */
  private static final SearchSpace LATTICE =
      SearchSpace.of(
          new Whole("i", -10, 20),
          new Whole("j", 0, 43),
          new Category("c", "p", "q", "r", "s", "t"));

  private static double hills(Condition condition) {
    double i = condition.number("i");
    double j = condition.number("j");
    double level = "pqrst".indexOf(condition.level("c"));
    double a = i - 3 - 2 * level;
    double b = j - 30 + 5 * level;
    return -a * a / 50
        - b * b / 90
        + 0.3 * StrictMath.sin(level * 7)
        + 0.05 * StrictMath.cos(i * 0.9 + j * 1.3);
  }

  private static List<Condition> latticeByValue() {
    return new Lattice(LATTICE)
        .points().stream()
            .map(LATTICE.layout()::condition)
            .sorted(Comparator.comparingDouble(SpaceSearchTest::hills).reversed())
            .toList();
  }

  @Test
  void findsTheBestOfALatticeThatIsTooLargeToList() {
    assertThat(LATTICE.count()).contains(6820L);
    Condition best = latticeByValue().getFirst();
    for (int seed = 0; seed < 5; seed++) {
      Found found =
          found(
              maximise(
                  LATTICE, valued(LATTICE, SpaceSearchTest::hills), Visited.none(LATTICE), seed));
      assertThat(found.best().condition()).isEqualTo(best);
      assertThat(found.evaluations()).isLessThan(2500);
    }
  }

  @Test
  void proposesTheNextBestConditionsOfALatticeOneAfterTheOther() {
    List<Condition> ranked = latticeByValue();
    Visited visited = Visited.none(LATTICE);
    for (int n = 0; n < 12; n++) {
      Found found = found(maximise(LATTICE, valued(LATTICE, SpaceSearchTest::hills), visited, n));
      assertThat(found.best().condition()).as("proposal %s", n).isEqualTo(ranked.get(n));
      visited = visited.measured(found.best().condition());
    }
  }

  /** For each of 4 × 9 discrete settings the best x is known. */
  @Test
  void findsTheBestOfContinuousWholeAndCategoryTogether() {
    SearchSpace space =
        SearchSpace.of(
            new Continuous("x", 0, 1), new Whole("n", 0, 8), new Category("c", "p", "q", "r", "s"));
    ToDoubleFunction<Condition> value =
        c -> {
          double level = "pqrs".indexOf(c.level("c"));
          double away = c.number("x") - 0.1 * c.number("n");
          return -20 * away * away - Math.abs(c.number("n") - 2 * level - 0.3) + 0.1 * level;
        };
    Found found = best(space, value);
    assertThat(found.best().condition().level("c")).isEqualTo("s");
    assertThat(found.best().condition().number("n")).isEqualTo(6);
    assertThat(found.best().condition().number("x")).isCloseTo(0.6, within(1e-6));
  }

  /**
   * {@code (x − c)ᵀ D (x − c)} on the simplex with {@code x1 + 2 x2 ≤ 0.6}, optimum by scipy 1.17
   * (SLSQP, ftol 1e-16).
   */
  @Test
  void optimumOfAQuadraticOnASimplexUnderALinearConstraintIsThatOfScipy() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new Mixture(
                    "m",
                    List.of(
                        new Component("A", 0, 1),
                        new Component("B", 0, 1),
                        new Component("C", 0.1, 0.8),
                        new Component("D", 0.05, 1)))),
            List.of(
                new Linear(List.of(new Term("A", 1), new Term("B", 2)), Relation.AT_MOST, 0.6)));
    Condition best =
        best(
                space,
                c -> {
                  double a = c.number("A") - 0.5;
                  double b = c.number("B") - 0.45;
                  double d = c.number("C") - 0.3;
                  double e = c.number("D") + 0.1;
                  return -(a * a + 2 * b * b + 3 * d * d + 4 * e * e + a * b);
                })
            .best()
            .condition();
    assertThat(best.number("A")).isCloseTo(0.471428571429, within(1e-6));
    assertThat(best.number("B")).isCloseTo(0.064285714286, within(1e-6));
    assertThat(best.number("C")).isCloseTo(0.414285714286, within(1e-6));
    assertThat(best.number("D")).isCloseTo(0.05, within(1e-9));
    assertThat(space.refusals(best)).isEmpty();
  }

  /** The nearest place outside of the ball, by 2·10⁷ points on its border (numpy). */
  @Test
  void optimumInsideAnAvoidedBallIsReplacedByTheBestOnItsBorder() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Continuous("x", 0, 1), new Continuous("y", 0, 1)),
            List.of(
                new Avoid(
                    new Ball(List.of(new Extent("x", 0.5, 0.2), new Extent("y", 0.5, 0.2))),
                    "beam damage")));
    Found found =
        best(
            space,
            c -> {
              double a = c.number("x") - 0.4;
              double b = c.number("y") - 0.55;
              return -a * a - 2 * b * b;
            });
    assertThat(found.best().value()).isCloseTo(-0.008396186464, within(1e-11));
    assertThat(found.best().condition().number("x")).isCloseTo(0.3109946, within(1e-6));
    assertThat(space.refusals(found.best().condition())).isEmpty();
  }

  /** On the disc of radius 0.3 the largest x + 2 y is that of the centre and 0.3 √5. */
  @Test
  void optimumOutsideOfWhatAFunctionAllowsIsReplacedByTheBestOnTheBorder() {
    Constraint.Callable disc =
        new Constraint.Callable(
            "on the flake", c -> StrictMath.hypot(c.number("x") - 0.5, c.number("y") - 0.5) - 0.3);
    SearchSpace space =
        new SearchSpace(
            List.of(new Continuous("x", 0, 1), new Continuous("y", 0, 1)), List.of(disc));
    Found found = best(space, c -> c.number("x") + 2 * c.number("y"));
    assertThat(found.best().value()).isCloseTo(1.5 + 0.3 * Math.sqrt(5), within(1e-9));
    assertThat(space.refusals(found.best().condition())).isEmpty();
  }

  private static double square(double x) {
    return x * x;
  }

  /** Lagrange's condition for the nearest point with A B = 0.04: (A − ½) A = (B − 0.4) B. */
  @Test
  void bordersAreFollowedWithinMixtures() {
    Constraint.Callable product =
        new Constraint.Callable("A B <= 0.04", c -> c.number("A") * c.number("B") - 0.04);
    SearchSpace space = new SearchSpace(List.of(Mixture.of("m", "A", "B", "C")), List.of(product));
    Found found = best(space, c -> -square(c.number("A") - 0.5) - square(c.number("B") - 0.4));
    double a = found.best().condition().number("A");
    double b = found.best().condition().number("B");
    assertThat(a * b).isCloseTo(0.04, within(1e-9));
    assertThat((a - 0.5) * a).isCloseTo((b - 0.4) * b, within(1e-5));
  }

  /** A hill of a five-hundredth of the space, which 16 draws miss. */
  @Test
  void findsAHillAtTheIncumbentThatDrawsMiss() {
    ScaledAcquisitionFunction hill =
        inputs -> {
          double[] values = new double[inputs.size()];
          for (int i = 0; i < values.length; i++) {
            double[] top = {0.41, 0.13};
            values[i] = Math.max(0, 0.025 - Spacing.distance(row(inputs, i), top));
          }
          return values;
        };
    SpaceSearch search = new SpaceSearch(BRANIN, new Options(16, 2, 50, 1));
    Condition near = BRANIN.decode(new double[] {0.4, 0.14});
    RandomStream random = RandomStream.of(3, "hill");
    Visited none = Visited.none(BRANIN);
    assertThat(found(search.maximise(hill, none, Optional.empty(), random)).best().value())
        .isZero();
    assertThat(found(search.maximise(hill, none, Optional.of(near), random)).best().value())
        .isCloseTo(0.025, within(1e-3));
  }
}
