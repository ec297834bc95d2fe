package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Axis.Mixture;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Constraint.Callable;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import dev.cantilever.numerics.space.Region.AnyOf;
import dev.cantilever.numerics.space.Region.Ball;
import dev.cantilever.numerics.space.Region.Between;
import dev.cantilever.numerics.space.Region.Box;
import dev.cantilever.numerics.space.Region.Extent;
import dev.cantilever.numerics.space.Setting.Level;
import dev.cantilever.numerics.space.Setting.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintTest {

  private static List<Refusal> refusals(Constraint constraint, double a, double b, String gas) {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new Continuous("a", 0, 10),
                new Continuous("b", 0, 10),
                new Category("gas", "argon", "oxygen")),
            List.of(constraint));
    return space.refusals(
        Condition.of(new Value("a", a), new Value("b", b), new Level("gas", gas)));
  }

  @Test
  void linearConstraintSaysItsSumAndByHowMuchItMisses() {
    Linear sum = new Linear(List.of(new Term("a", 1), new Term("b", 2)), Relation.AT_MOST, 5);
    assertThat(refusals(sum, 1, 2, "argon")).isEmpty();
    List<Refusal> refusals = refusals(sum, 2, 2.5, "argon");
    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().constraint()).isEqualTo("a + 2 b <= 5");
    assertThat(refusals.getFirst().amount()).isCloseTo(2, within(1e-15));
    assertThat(refusals.getFirst().message()).isEqualTo("a + 2 b is 7, which misses <= 5 by 2");
  }

  @Test
  void linearConstraintsCompareEveryWay() {
    List<Term> terms = List.of(new Term("a", 1), new Term("b", -1));
    assertThat(refusals(new Linear(terms, Relation.AT_LEAST, 1), 3, 2, "argon")).isEmpty();
    assertThat(refusals(new Linear(terms, Relation.AT_LEAST, 1), 2, 2, "argon")).hasSize(1);
    assertThat(refusals(new Linear(terms, Relation.EQUAL, 0.1), 0.3, 0.2, "argon")).isEmpty();
    assertThat(refusals(new Linear(terms, Relation.EQUAL, 0.1), 0.2, 0.3, "argon")).hasSize(1);
  }

  @Test
  void boxRefusesWhereEverySideHoldsItsBorderIncluded() {
    Avoid box =
        new Avoid(
            new Box(List.of(new Between("a", 2, 4), new AnyOf("gas", List.of("oxygen")))),
            "the film burns");
    assertThat(refusals(box, 3, 0, "argon")).isEmpty();
    assertThat(refusals(box, 1.999, 0, "oxygen")).isEmpty();
    assertThat(refusals(box, 4, 0, "oxygen")).hasSize(1);
    assertThat(refusals(box, 3, 0, "oxygen"))
        .containsExactly(
            new Refusal(
                "avoid a from 2 to 4 and gas any of oxygen (the film burns)",
                0.1,
                "a = 3, gas = oxygen lies in a region to avoid: a from 2 to 4 and gas any of"
                    + " oxygen; the film burns"));
  }

  @Test
  void ballRefusesInsideInTheUnitsOfItsAxes() {
    Avoid ball =
        new Avoid(new Ball(List.of(new Extent("a", 5, 2), new Extent("b", 5, 1))), "damaged");
    assertThat(refusals(ball, 5, 6.01, "argon")).isEmpty();
    assertThat(refusals(ball, 7, 5, "argon")).hasSize(1);
    assertThat(refusals(ball, 6, 5, "argon").getFirst().amount()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void callableConstraintSeesTheConditionByName() {
    Callable product =
        new Callable("a*b < 3", condition -> condition.number("a") * condition.number("b") - 3);
    assertThat(refusals(product, 1, 2, "argon")).isEmpty();
    assertThat(refusals(product, 2, 2.25, "argon"))
        .containsExactly(new Refusal("a*b < 3", 1.5, "a*b < 3 is missed by 1.5"));
    Callable unknown = new Callable("log", condition -> Double.NaN);
    assertThat(refusals(unknown, 1, 1, "argon").getFirst().message())
        .isEqualTo("log cannot be told");
  }

  @Test
  void everyRefusingConstraintIsNamed() {
    SearchSpace space =
        new SearchSpace(
            List.of(Mixture.of("m", "A", "B")),
            List.of(
                new Linear(List.of(new Term("A", 1)), Relation.AT_MOST, 0.5),
                new Callable("B above a half", condition -> 0.5 - condition.number("B"))));
    assertThat(space.refusals(Condition.of(new Value("A", 0.75), new Value("B", 0.25))))
        .extracting(Refusal::message)
        .containsExactly(
            "A is 0.75, which misses <= 0.5 by 0.25", "B above a half is missed by 0.25");
  }

  @Test
  void refusesConstraintsThatSayNothing() {
    assertThatThrownBy(() -> new Term("a", 0))
        .hasMessageContaining("1e-60 to 1e60 in size, not 0.0");
    assertThatThrownBy(() -> new Linear(List.of(), Relation.EQUAL, Double.NaN))
        .hasMessageContaining("at least one term; a linear constraint needs a bound");
    assertThatThrownBy(() -> new Between("a", 2, 1)).hasMessageContaining("must not be above");
    assertThatThrownBy(() -> new Extent("a", 2, 0)).hasMessageContaining("radius above 0");
    assertThatThrownBy(() -> new Box(List.of())).hasMessageContaining("at least one side");
  }
}
