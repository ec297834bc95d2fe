package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Component;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Axis.Mixture;
import dev.cantilever.numerics.space.Axis.Whole;
import dev.cantilever.numerics.space.Constraint.Callable;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpaceDrawsTest {

  private static final List<Axis> SQUARE =
      List.of(new Continuous("a", 0, 1), new Continuous("b", 0, 1));

  private static RandomStream random(String name) {
    return RandomStream.of(11, name);
  }

  private static Linear sum(Relation relation, double bound, String... names) {
    return new Linear(List.of(names).stream().map(n -> new Term(n, 1)).toList(), relation, bound);
  }

  private static double mean(List<Condition> draws, String name) {
    return draws.stream().mapToDouble(draw -> draw.number(name)).average().orElseThrow();
  }

  @Test
  void everyDrawIsFeasibleOnRandomSpaces() {
    RandomStream random = random("spaces");
    for (int trial = 0; trial < 20; trial++) {
      SearchSpace space = RandomSpaces.constrained(random);
      List<Condition> draws = new SpaceDraws(space).draw(16, random);
      assertThat(draws).hasSize(16);
      for (Condition draw : draws) {
        assertThat(space.problems(draw)).as("space %s", trial).isEmpty();
        assertThat(space.refusals(draw)).as("space %s", trial).isEmpty();
        double[] natural = space.natural(draw);
        space
            .layout()
            .blends()
            .forEach(b -> assertThat(b.sum(natural)).isCloseTo(1, within(1e-12)));
      }
    }
  }

  @Test
  void equalStreamsGiveEqualDraws() {
    SearchSpace space = new SearchSpace(SQUARE, List.of(sum(Relation.AT_MOST, 0.01, "a", "b")));
    assertThat(new SpaceDraws(space).draw(64, random("a")))
        .isEqualTo(new SpaceDraws(space).draw(64, random("a")))
        .isNotEqualTo(new SpaceDraws(space).draw(64, random("b")));
  }

  /** Of a fraction uniform among compositions of k components: mean 1/k, P(f > ½) = (½)^(k−1). */
  @Test
  void compositionsAreUniformOnTheSimplex() {
    SearchSpace space = SearchSpace.of(Mixture.of("m", "A", "B", "C", "D"));
    List<Condition> draws = new SpaceDraws(space).draw(4096, random("simplex"));
    assertThat(mean(draws, "C")).isCloseTo(0.25, within(0.005));
    long majorities = draws.stream().filter(draw -> draw.number("C") > 0.5).count();
    assertThat(majorities / 4096.0).isCloseTo(0.125, within(0.01));
  }

  /** Upper limits of 0.4 leave the simplex upside down: all means 1/3, one third of the width. */
  @Test
  void compositionsAreUniformBelowUpperLimits() {
    SearchSpace space =
        SearchSpace.of(
            new Mixture(
                "m",
                List.of(
                    new Component("A", 0, 0.4),
                    new Component("B", 0, 0.4),
                    new Component("C", 0, 0.4))));
    List<Condition> draws = new SpaceDraws(space).draw(2048, random("upper"));
    assertThat(mean(draws, "A")).isCloseTo(1 / 3.0, within(0.003));
    long near = draws.stream().filter(draw -> draw.number("A") > 0.3).count();
    assertThat(near / 2048.0).isCloseTo(0.75, within(0.02));
  }

  @Test
  void logarithmicAxesAreDrawnByLogarithms() {
    SearchSpace space = SearchSpace.of(new Continuous("p", 1e-6, 1, true, ""));
    long below =
        new SpaceDraws(space)
            .draw(1024, random("log")).stream().filter(draw -> draw.number("p") < 1e-3).count();
    assertThat(below).isCloseTo(512, within(1L));
  }

  /** The corner below a + b = 0.004 has 8 millionths of the area; means are a third of 0.004. */
  @Test
  void narrowCornersAreFilledEvenly() {
    SearchSpace space = new SearchSpace(SQUARE, List.of(sum(Relation.AT_MOST, 0.004, "a", "b")));
    List<Condition> draws = new SpaceDraws(space).draw(2000, random("corner"));
    assertThat(mean(draws, "a")).isCloseTo(0.004 / 3, within(1e-4));
    assertThat(mean(draws, "b")).isCloseTo(0.004 / 3, within(1e-4));
    long half = draws.stream().filter(d -> d.number("a") + d.number("b") < 0.002).count();
    assertThat(half / 2000.0).isCloseTo(0.25, within(0.05));
  }

  @Test
  void equalitiesAreMetAndDrawnAlong() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new Continuous("a", 0, 1), new Whole("n", 0, 10), Mixture.of("m", "A", "B", "C")),
            List.of(
                new Linear(List.of(new Term("a", 1), new Term("n", 0.1)), Relation.EQUAL, 0.75),
                new Linear(List.of(new Term("A", 1), new Term("B", -2)), Relation.EQUAL, 0)));
    List<Condition> draws = new SpaceDraws(space).draw(200, random("equal"));
    Set<Double> wholes = new HashSet<>();
    for (Condition draw : draws) {
      assertThat(draw.number("a") + 0.1 * draw.number("n")).isCloseTo(0.75, within(1e-9));
      assertThat(draw.number("A")).isCloseTo(2 * draw.number("B"), within(1e-9));
      wholes.add(draw.number("n"));
    }
    assertThat(wholes).containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
  }

  @Test
  void wholeNumbersMeetEqualitiesAmongThemselves() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Whole("i", 0, 400), new Whole("j", 0, 400), new Whole("k", 0, 400)),
            List.of(sum(Relation.EQUAL, 100, "i", "j", "k")));
    List<Condition> draws = new SpaceDraws(space).draw(50, random("wholes"));
    assertThat(draws)
        .allSatisfy(d -> assertThat(d.number("i") + d.number("j") + d.number("k")).isEqualTo(100));
    assertThat(new HashSet<>(draws)).hasSizeGreaterThan(40);
  }

  @Test
  void findsANarrowSetThatOnlyAFunctionKnows() {
    Callable ring =
        new Callable(
            "on the ring",
            condition -> {
              double a = condition.number("a") - 0.3;
              double b = condition.number("b") - 0.8;
              return Math.abs(Math.sqrt(a * a + b * b) - 0.1) - 1e-6;
            });
    SearchSpace space = new SearchSpace(SQUARE, List.of(ring));
    List<Condition> draws = new SpaceDraws(space).draw(20, random("ring"));
    assertThat(draws).hasSize(20).allSatisfy(d -> assertThat(space.refusals(d)).isEmpty());
  }

  @Test
  void linearContradictionsAreRefusedWithTheConstraintsInConflict() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Continuous("a", 0.2, 1), new Continuous("b", 0.3, 1)),
            List.of(sum(Relation.AT_MOST, 0.4, "a", "b"), sum(Relation.AT_MOST, 0.9, "a")));
    NoFeasiblePoint refused =
        catchThrowableOfType(
            NoFeasiblePoint.class, () -> new SpaceDraws(space).draw(4, random("none")));
    assertThat(refused.tightest())
        .containsExactlyInAnyOrder("a + b <= 0.4", "limits of a", "limits of b");
    assertThat(refused).hasMessageContaining("these cannot hold together: ");
  }

  @Test
  void wholeNumbersThatCannotBeAreRefused() {
    SearchSpace space =
        new SearchSpace(
            List.of(new Whole("i", 0, 100), new Whole("j", 0, 100)),
            List.of(new Linear(List.of(new Term("i", 2), new Term("j", 2)), Relation.EQUAL, 101)));
    assertThatThrownBy(() -> new SpaceDraws(space).draw(4, random("odd")))
        .isInstanceOf(NoFeasiblePoint.class)
        .hasMessageContaining("no whole numbers were found that meet 2 i + 2 j = 101");
  }

  /** One in 15,625: more than random draws find, few enough to list. */
  @Test
  void theOnlyFeasibleConditionOfAFiniteSpaceIsFound() {
    List<Axis> axes = new ArrayList<>();
    for (int a = 0; a < 6; a++) {
      axes.add(new Category("c" + a, "p", "q", "r", "s", "t"));
    }
    Callable all =
        new Callable(
            "all s", c -> axes.stream().allMatch(axis -> c.level(axis.name()).equals("s")) ? 0 : 1);
    List<Condition> draws =
        new SpaceDraws(new SearchSpace(axes, List.of(all))).draw(3, random("only"));
    assertThat(draws).hasSize(3).allMatch(draw -> draw.level("c3").equals("s"));
  }

  @Test
  void constraintsThatRefuseEverythingAreNamedWithNumbers() {
    Callable never = new Callable("stable film", condition -> 1 + condition.number("a"));
    SearchSpace space =
        new SearchSpace(SQUARE, List.of(new Callable("fine", condition -> -1), never));
    NoFeasiblePoint refused =
        catchThrowableOfType(
            NoFeasiblePoint.class, () -> new SpaceDraws(space).draw(4, random("never")));
    assertThat(refused.tightest()).containsExactly("stable film");
    assertThat(refused).hasMessageContaining("'stable film' refuses 64 of 64, missed by 1.0");
  }

  @Test
  void distinctDrawsAreDistinctAndOpen() {
    SearchSpace space = SearchSpace.of(new Whole("n", 1, 5), new Category("c", "x", "y"));
    Condition taken = space.decode(new double[] {0, 1, 0});
    List<Condition> draws =
        new SpaceDraws(space).distinct(20, Visited.none(space).measured(taken), random("distinct"));
    assertThat(new HashSet<>(draws)).hasSize(9).doesNotContain(taken);
    assertThat(draws).hasSize(9);
  }

  @Test
  void moreNumbersThanTheSequenceHasAreDrawnIndependently() {
    List<Axis> axes = new ArrayList<>();
    for (int a = 0; a < 130; a++) {
      axes.add(new Continuous("a" + a, 0, 1));
    }
    assertThat(new SpaceDraws(new SearchSpace(axes, List.of())).draw(8, random("many"))).hasSize(8);
  }
}
