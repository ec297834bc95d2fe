package dev.cantilever.numerics.space;

import dev.cantilever.numerics.kernel.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be set before a measurement: axes, and constraints between them.
 *
 * <p>A surrogate sees a condition as scaled inputs, in the order of the axes: a number as its share
 * of the range, by logarithms on a logarithmic axis; a category as one input for each level, √½ for
 * the one it is set to and 0 for the others, so that two different levels are at distance 1; a
 * mixture as one input for each component, its fraction as a share of what the limits leave it.
 */
public final class SearchSpace {

  private final List<Axis> axes;
  private final List<Constraint> constraints;
  private final Layout layout;
  private final Rules rules;

  /**
   * A space. That constraints leave anything of it is found out by {@link SpaceDraws}.
   *
   * @param axes at least one
   * @param constraints all of which a condition has to meet
   * @throws InvalidInput for names that stand twice, and constraints on axes that do not exist or
   *     are of the wrong kind; all of them at once
   */
  public SearchSpace(List<Axis> axes, List<Constraint> constraints) {
    this.axes = List.copyOf(axes);
    this.constraints = List.copyOf(constraints);
    Problems problems = new Problems();
    problems.demand(!axes.isEmpty(), "a search space needs at least one axis");
    problems.demandDistinct(this.axes.stream().flatMap(SearchSpace::names).toList(), "name");
    this.layout = new Layout(this.axes);
    for (Constraint constraint : constraints) {
      Mentions.check(constraint, layout, problems);
    }
    problems.refuse();
    this.rules = Rules.of(this.constraints, layout);
  }

  /** A space without constraints. */
  public static SearchSpace of(Axis... axes) {
    return new SearchSpace(Arrays.asList(axes), List.of());
  }

  private static Stream<String> names(Axis axis) {
    return axis instanceof Axis.Mixture mixture
        ? mixture.components().stream().map(Axis.Component::name)
        : Stream.of(axis.name());
  }

  public List<Axis> axes() {
    return axes;
  }

  public List<Constraint> constraints() {
    return constraints;
  }

  /** How many scaled inputs a condition has. */
  public int inputs() {
    return layout.inputs();
  }

  /** What each scaled input stands for: an axis, a component, or {@code axis = level}. */
  public List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (Column column : layout.columns()) {
      if (column.kind() == Column.Kind.LEVEL) {
        column.levels().forEach(level -> names.add(column.name() + " = " + level));
      } else {
        names.add(column.name());
      }
    }
    return names;
  }

  /**
   * How many conditions there are, constraints aside; empty where a number is continuous, and
   * beyond 2⁶².
   */
  public Optional<Long> count() {
    return layout.count();
  }

  /** Everything that keeps a condition from being one of this space, constraints aside. */
  public List<String> problems(Condition condition) {
    Problems problems = new Problems();
    layout.read(condition, problems);
    return problems.list();
  }

  /**
   * The constraints that a condition does not meet.
   *
   * @throws InvalidInput for a condition that is not one of this space
   */
  public List<Refusal> refusals(Condition condition) {
    return rules.refusals(natural(condition));
  }

  /**
   * Scaled inputs of a condition.
   *
   * @throws InvalidInput for a condition that is not one of this space
   */
  public double[] encode(Condition condition) {
    return layout.encode(natural(condition));
  }

  /**
   * Scaled inputs of n conditions, n × d.
   *
   * @throws InvalidInput for conditions that are not of this space, with the number of each
   */
  public Points encode(List<Condition> conditions) {
    double[][] rows = naturals(conditions);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = layout.encode(rows[i]);
    }
    return Points.of(rows);
  }

  /**
   * The condition whose scaled inputs are nearest to these, axis by axis: limits kept, whole
   * numbers rounded, the level of the largest input, fractions that add up to 1. Constraints are
   * not looked at.
   *
   * @param scaled d finite numbers
   */
  public Condition decode(double[] scaled) {
    if (scaled.length != inputs() || !Arrays.stream(scaled).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a point of this space has %d finite inputs, not %s"
              .formatted(inputs(), Arrays.toString(scaled)));
    }
    return layout.condition(layout.decode(scaled));
  }

  Layout layout() {
    return layout;
  }

  Rules rules() {
    return rules;
  }

  /** Whether natural numbers, discrete ones whole, can be proposed. */
  boolean allows(double[] natural) {
    return layout.isInside(natural) && rules.allow(natural);
  }

  double[] natural(Condition condition) {
    Problems problems = new Problems();
    double[] natural = layout.read(condition, problems);
    problems.refuse();
    return natural;
  }

  double[][] naturals(List<Condition> conditions) {
    double[][] rows = new double[conditions.size()][];
    Problems all = new Problems();
    for (int i = 0; i < rows.length; i++) {
      Problems problems = new Problems();
      rows[i] = layout.read(conditions.get(i), problems);
      for (String problem : problems.list()) {
        all.add("condition %d: %s".formatted(i, problem));
      }
    }
    all.refuse();
    return rows;
  }
}
