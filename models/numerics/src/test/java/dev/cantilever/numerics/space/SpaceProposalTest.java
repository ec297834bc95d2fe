package dev.cantilever.numerics.space;

import static dev.cantilever.numerics.space.Searches.found;
import static dev.cantilever.numerics.space.Searches.maximise;
import static dev.cantilever.numerics.space.Searches.valued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Axis.Whole;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import dev.cantilever.numerics.space.Region.Between;
import dev.cantilever.numerics.space.Region.Box;
import dev.cantilever.numerics.space.Setting.Value;
import dev.cantilever.numerics.space.SpaceProposal.Exhausted;
import dev.cantilever.numerics.space.SpaceProposal.Found;
import dev.cantilever.numerics.space.SpaceSearch.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpaceProposalTest {

  private static final SearchSpace RECTANGLE =
      SearchSpace.of(new Continuous("x", -5, 10), new Continuous("y", 0, 15));

  @Test
  void everyProposalOnRandomSpacesIsFeasibleAndNew() {
    RandomStream random = RandomStream.of(8, "spaces");
    for (int trial = 0; trial < 10; trial++) {
      SearchSpace space = RandomSpaces.constrained(random);
      double[] weights = new double[space.inputs()];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = random.nextNormal();
      }
      ScaledAcquisitionFunction wavy = inputs -> wavy(inputs, weights);
      SpaceSearch search = new SpaceSearch(space, new Options(16, 2, 20, 1));
      Visited visited = Visited.none(space);
      Set<Condition> proposed = new HashSet<>();
      Optional<Condition> incumbent = Optional.empty();
      for (int n = 0; n < 3; n++) {
        SpaceProposal proposal = search.maximise(wavy, visited, incumbent, random);
        if (proposal instanceof Found found) {
          Condition condition = found.best().condition();
          assertThat(space.refusals(condition)).as("space %s", trial).isEmpty();
          assertThat(visited.isOpen(condition, 1)).isTrue();
          assertThat(proposed.add(condition)).isTrue();
          assertThat(space.encode(condition)).isEqualTo(found.best().inputs().toArray());
          double[] natural = space.natural(condition);
          space
              .layout()
              .blends()
              .forEach(b -> assertThat(b.sum(natural)).isCloseTo(1, within(1e-12)));
          visited = visited.measured(condition);
          incumbent = Optional.of(condition);
        }
      }
      assertThat(proposed).as("space %s", trial).isNotEmpty();
    }
  }

  private static double[] wavy(Points inputs, double[] weights) {
    double[] values = new double[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        values[i] += StrictMath.sin(4 * weights[j] * inputs.get(i, j) + j);
      }
    }
    return values;
  }

  /** Also for the differences that stand in for a gradient. */
  @Test
  void asksOnlyForPointsInsideTheLinearConstraints() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Continuous("a", 0, 1), Axis.Mixture.of("m", "A", "B", "C")),
            List.of(
                new Linear(List.of(new Term("a", 1), new Term("A", 1)), Relation.AT_MOST, 0.3)));
    ScaledAcquisitionFunction watched =
        inputs -> {
          double[] values = new double[inputs.size()];
          for (int i = 0; i < values.length; i++) {
            double[] u = Searches.row(inputs, i);
            assertThat(u[0] + u[1]).isLessThan(0.3 + 1e-9);
            assertThat(u[1] + u[2] + u[3]).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(u)).allMatch(share -> share >= 0 && share <= 1);
            values[i] = u[0] + 2 * u[1] + u[2] * u[2];
          }
          return values;
        };
    Found found = found(maximise(space, watched, Visited.none(space), 4));
    assertThat(found.best().value()).isCloseTo(1.3, within(1e-6));
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    ScaledAcquisitionFunction function =
        valued(RECTANGLE, c -> -Math.abs(c.number("x") * c.number("y") - 3));
    assertThat(maximise(RECTANGLE, function, Visited.none(RECTANGLE), 5))
        .isEqualTo(maximise(RECTANGLE, function, Visited.none(RECTANGLE), 5))
        .isNotEqualTo(maximise(RECTANGLE, function, Visited.none(RECTANGLE), 6));
  }

  private static final SearchSpace SMALL =
      new SearchSpace(
          List.of(new Whole("n", 1, 4), new Category("c", "x", "y")),
          List.of(
              new Avoid(
                  new Box(List.of(new Between("n", 4, 4), new Region.AnyOf("c", List.of("y")))),
                  "it melts")));

  @Test
  void equalValuesAreDecidedByTheStream() {
    Set<Condition> winners = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Found found = found(maximise(SMALL, valued(SMALL, c -> 1), Visited.none(SMALL), seed));
      assertThat(found.ties()).isEqualTo(7);
      winners.add(found.best().condition());
    }
    assertThat(winners).hasSize(7);
  }

  @Test
  void finiteSpaceIsProposedOnceEachAndThenExhausted() {
    Visited visited = Visited.none(SMALL);
    ScaledAcquisitionFunction function = valued(SMALL, c -> c.number("n"));
    List<Double> order = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      Condition next = found(maximise(SMALL, function, visited, n)).best().condition();
      order.add(next.number("n"));
      visited = n == 3 ? visited.failed(next) : visited.measured(next);
    }
    assertThat(order).containsExactly(4.0, 3.0, 3.0, 2.0, 2.0, 1.0, 1.0);
    assertThat(maximise(SMALL, function, visited, 0))
        .isEqualTo(
            new Exhausted(
                "the space is exhausted: of 8 conditions 6 are measured once, at 1 a measurement"
                    + " failed, 1 are refused by constraints; allow more replicates, relax a"
                    + " constraint, or widen it",
                6,
                1,
                1));
  }

  @Test
  void replicatesAllowAConditionToBeProposedAgain() {
    ScaledAcquisitionFunction function = valued(SMALL, c -> c.number("n"));
    Visited once = Visited.none(SMALL).measured(SMALL.decode(new double[] {1, 1, 0}));
    SpaceProposal again =
        new SpaceSearch(SMALL, new Options(64, 4, 50, 2))
            .maximise(function, once, Optional.empty(), RandomStream.of(0, "search"));
    assertThat(found(again).best().condition().number("n")).isEqualTo(4);
    assertThat(found(maximise(SMALL, function, once, 0)).best().condition().number("n"))
        .isEqualTo(3);
  }

  /** 10,000 conditions of which the constraint leaves 3. */
  @Test
  void largeSpaceWithFewFeasibleConditionsIsExhaustedAsWell() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Whole("i", 0, 99), new Whole("j", 0, 99)),
            List.of(new Linear(List.of(new Term("i", 1), new Term("j", 1)), Relation.AT_MOST, 1)));
    ScaledAcquisitionFunction function = valued(space, c -> c.number("i") + 2 * c.number("j"));
    Visited visited = Visited.none(space);
    List<Double> order = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Found found = found(maximise(space, function, visited, n));
      order.add(found.best().value());
      visited = visited.measured(found.best().condition());
    }
    assertThat(order).containsExactly(2.0, 1.0, 0.0);
    assertThat(maximise(space, function, visited, 4)).isInstanceOf(Exhausted.class);
  }

  @Test
  void measuredOptimumOfAContinuousSpaceIsNotProposedAgain() {
    ScaledAcquisitionFunction function = valued(RECTANGLE, c -> c.number("x") + c.number("y"));
    Visited corner =
        Visited.none(RECTANGLE).measured(Condition.of(new Value("x", 10), new Value("y", 15)));
    Found found = found(maximise(RECTANGLE, function, corner, 2));
    assertThat(corner.isOpen(found.best().condition(), 1)).isTrue();
    assertThat(found.best().value()).isLessThan(25);
  }

  @Test
  void infeasibleSpacesAreRefusedWithTheReason() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Whole("n", 1, 4)),
            List.of(new Linear(List.of(new Term("n", 1)), Relation.AT_LEAST, 4.5)));
    assertThatThrownBy(() -> maximise(space, valued(space, c -> 1), Visited.none(space), 0))
        .isInstanceOf(NoFeasiblePoint.class)
        .hasMessageContaining("cannot hold together: limits of n; n >= 4.5");
  }

  @Test
  void valuesThatCannotBeRankedAreRefused() {
    assertThatThrownBy(
            () -> maximise(SMALL, valued(SMALL, c -> Double.NaN), Visited.none(SMALL), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the acquisition function is NaN at [");
    assertThatThrownBy(() -> maximise(SMALL, inputs -> new double[1], Visited.none(SMALL), 0))
        .hasMessageContaining("gave 1 values for 7 points");
  }

  @Test
  void worthlessEverywhereIsStillAProposal() {
    Found found =
        found(
            maximise(
                RECTANGLE,
                valued(RECTANGLE, c -> Double.NEGATIVE_INFINITY),
                Visited.none(RECTANGLE),
                0));
    assertThat(found.ties()).isGreaterThan(200);
  }
}
