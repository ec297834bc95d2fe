package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Component;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Axis.Mixture;
import dev.cantilever.numerics.space.Axis.Whole;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Constraint.Callable;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import dev.cantilever.numerics.space.Setting.Level;
import dev.cantilever.numerics.space.Setting.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  private static final SearchSpace SPACE =
      SearchSpace.of(
          new Continuous("temperature", 300, 700, false, "K"),
          new Continuous("pressure", 1e-6, 1e-2, true, "mbar"),
          new Whole("pulses", 10, 50),
          new Category("gas", "argon", "oxygen", "none"),
          new Mixture(
              "film",
              List.of(
                  new Component("Au", 0.2, 1),
                  new Component("Co", 0, 0.5),
                  new Component("Ni", 0.1, 1))));

  private static final Condition CONDITION =
      Condition.of(
          new Value("temperature", 400),
          new Value("pressure", 1e-4),
          new Value("pulses", 20),
          new Level("gas", "oxygen"),
          new Value("Au", 0.4),
          new Value("Co", 0.25),
          new Value("Ni", 0.35));

  /** Limits left to the fractions: Au 0.2 to 0.9, Co 0 to 0.5, Ni 0.1 to 0.8. */
  @Test
  void scalesEveryAxisByTheLimitsOfTheSpace() {
    assertThat(SPACE.inputNames())
        .containsExactly(
            "temperature",
            "pressure",
            "pulses",
            "gas = argon",
            "gas = oxygen",
            "gas = none",
            "Au",
            "Co",
            "Ni");
    assertThat(SPACE.encode(CONDITION))
        .containsExactly(
            new double[] {0.25, 0.5, 0.25, 0, Math.sqrt(0.5), 0, 0.2 / 0.7, 0.5, 0.25 / 0.7},
            within(1e-15));
  }

  @Test
  void twoDifferentLevelsAreAtDistanceOne() {
    SearchSpace space = SearchSpace.of(new Category("gas", "argon", "oxygen", "none"));
    Points points =
        space.encode(
            List.of(
                Condition.of(new Level("gas", "argon")), Condition.of(new Level("gas", "none"))));
    assertThat(points.distance(0, 1)).isCloseTo(1, within(1e-15));
  }

  @Test
  void decodingKeepsLimitsLatticesAndSums() {
    Condition condition = SPACE.decode(new double[] {1.7, -3, 0.51, 0.3, 0.2, 0.4, 0.9, 0.9, 0.9});
    assertThat(condition.number("temperature")).isEqualTo(700);
    assertThat(condition.number("pressure")).isEqualTo(1e-6);
    assertThat(condition.number("pulses")).isEqualTo(30);
    assertThat(condition.level("gas")).isEqualTo("none");
    double sum = condition.number("Au") + condition.number("Co") + condition.number("Ni");
    assertThat(sum).isCloseTo(1, within(1e-15));
    assertThat(SPACE.problems(condition)).isEmpty();
  }

  /** The nearest point of the simplex of three equal fractions too many takes a third off each. */
  @Test
  void fractionsDecodeToTheNearestMixture() {
    SearchSpace space = SearchSpace.of(Mixture.of("m", "A", "B", "C"));
    Condition condition = space.decode(new double[] {0.9, 0.6, 0.1});
    assertThat(condition.number("A")).isCloseTo(0.65, within(1e-12));
    assertThat(condition.number("B")).isCloseTo(0.35, within(1e-12));
    assertThat(condition.number("C")).isEqualTo(0);
  }

  @Test
  void encodingAndDecodingAreInverseOnRandomSpaces() {
    RandomStream random = RandomStream.of(1, "round trips");
    for (int trial = 0; trial < 100; trial++) {
      SearchSpace space = RandomSpaces.unconstrained(random);
      for (Condition condition : new SpaceDraws(space).draw(4, random)) {
        double[] scaled = space.encode(condition);
        Condition back = space.decode(scaled);
        assertThat(space.encode(back)).containsExactly(scaled, within(1e-12));
        for (Column column : space.layout().columns()) {
          if (column.kind() == Column.Kind.LEVEL) {
            assertThat(back.level(column.name())).isEqualTo(condition.level(column.name()));
          } else if (column.kind() == Column.Kind.WHOLE) {
            assertThat(back.number(column.name())).isEqualTo(condition.number(column.name()));
          } else {
            assertThat(back.number(column.name()))
                .isCloseTo(condition.number(column.name()), within(1e-12 * column.max()));
          }
        }
      }
    }
  }

  /** Whatever the inputs: in limits, on the lattice, fractions that add up. */
  @Test
  void decodingAnythingGivesAConditionOfTheSpace() {
    RandomStream random = RandomStream.of(2, "anything");
    for (int trial = 0; trial < 200; trial++) {
      SearchSpace space = RandomSpaces.unconstrained(random);
      double[] anything = new double[space.inputs()];
      for (int j = 0; j < anything.length; j++) {
        anything[j] = 0.5 + 2 * random.nextNormal();
      }
      double[] natural = space.natural(space.decode(anything));
      space.layout().blends().forEach(b -> assertThat(b.sum(natural)).isCloseTo(1, within(1e-15)));
    }
  }

  @Test
  void saysEverythingThatIsWrongWithAConditionAtOnce() {
    Condition wrong =
        Condition.of(
            new Value("temperature", 800),
            new Level("pressure", "high"),
            new Value("pulses", 20.5),
            new Level("gas", "helium"),
            new Value("Au", 0.4),
            new Value("Co", 0.25),
            new Value("Ni", 0.25),
            new Value("Cu", 0.1),
            new Value("pulses", 20));
    assertThat(SPACE.problems(wrong))
        .containsExactly(
            "temperature: 800 is outside of [300, 700]",
            "pressure must be a number, not a level",
            "pulses: 20.5 is not a whole number",
            "gas must be one of argon, oxygen, none",
            "there is no axis 'Cu'; known are temperature, pressure, pulses, gas, Au, Co, Ni",
            "pulses is set twice",
            "mixture film: the fractions add up to 0.9, not 1; divide each by the sum");
    assertThat(SPACE.problems(Condition.of(new Value("pulses", 20))))
        .contains("temperature is not set", "gas is not set", "Ni is not set")
        .hasSize(6);
    assertThatThrownBy(() -> SPACE.encode(wrong)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void saysWhichOfManyConditionsIsWrong() {
    assertThatThrownBy(
            () -> SPACE.encode(List.of(CONDITION, Condition.of(new Value("pulses", 20)))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("condition 1: temperature is not set");
  }

  @Test
  void saysEverythingThatIsWrongWithASpaceAtOnce() {
    List<Axis> axes =
        List.of(new Continuous("a", 0, 1), new Whole("a", 0, 1), new Category("c", "x", "y"));
    List<Constraint> constraints =
        List.of(
            new Linear(List.of(new Term("b", 1), new Term("c", 2)), Relation.AT_MOST, 1),
            new Avoid(
                new Region.Box(
                    List.of(
                        new Region.AnyOf("c", List.of("z")), new Region.AnyOf("a", List.of("x")))),
                "charging"),
            new Callable("", condition -> 0));
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> new SearchSpace(axes, constraints));
    assertThat(refused.problems())
        .containsExactly(
            "name 'a' stands twice; each name once",
            "constraint 'b + 2 c <= 1': there is no axis 'b'; known are a, a, c",
            "constraint 'b + 2 c <= 1': c is a category and has no value; name its levels in a box"
                + " to avoid",
            "constraint 'avoid c any of z and a any of x (charging)': c has no level 'z'; known"
                + " are x, y",
            "constraint 'avoid c any of z and a any of x (charging)': a is a number; give it a"
                + " range, not levels",
            "constraint '' must have 1 to 60 characters and no space at either end");
  }

  @Test
  void axesRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new Continuous(" t", 1, 1, true, ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "axis ' t' must have 1 to 60 characters and no space at either end; axis  t: min 1.0"
                + " must be below max 1.0, and neither beyond 1e60");
    assertThatThrownBy(() -> new Continuous("t", 0, 1, true, ""))
        .hasMessageContaining("needs a min above 0, not 0.0");
    assertThatThrownBy(() -> new Continuous("t", Double.NaN, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Whole("n", 3, 3)).hasMessageContaining("must be below max 3");
    assertThatThrownBy(() -> new Category("c", "x")).hasMessageContaining("leave no choice");
    assertThatThrownBy(() -> new Category("c", "x", "x")).hasMessageContaining("stands twice");
    assertThatThrownBy(
            () -> new Mixture("m", List.of(new Component("A", 0, 0.3), new Component("B", 0, 0.3))))
        .hasMessageContaining("fractions between 0 and 0.6 in sum cannot add up to 1");
  }

  @Test
  void countsTheConditionsOfAFiniteSpace() {
    assertThat(SPACE.count()).isEmpty();
    assertThat(SearchSpace.of(new Whole("n", 1, 10), new Category("c", "x", "y", "z")).count())
        .contains(30L);
  }
}
