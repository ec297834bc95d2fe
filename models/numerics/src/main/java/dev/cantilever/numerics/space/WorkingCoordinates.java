package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.HalfSpace;
import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a point that can move while the others stand still, each as a share of its range,
 * such that linear constraints bound a polytope. A logarithmic axis counts by logarithms, as among
 * the scaled inputs, unless a linear constraint speaks of it.
 */
final class WorkingCoordinates {

  private final Layout layout;
  private final List<LinearRule> rules;
  private final int[] columns;
  private final boolean[] byLogarithms;
  private final boolean isBox;

  private WorkingCoordinates(SearchSpace space, boolean withWholes) {
    this.layout = space.layout();
    this.rules = space.rules().linear();
    List<Integer> moving = new ArrayList<>();
    for (int c = 0; c < layout.size(); c++) {
      Column.Kind kind = layout.columns().get(c).kind();
      if (!kind.isDiscrete() || (withWholes && kind == Column.Kind.WHOLE)) {
        moving.add(c);
      }
    }
    this.columns = moving.stream().mapToInt(c -> c).toArray();
    this.byLogarithms = new boolean[columns.length];
    for (int j = 0; j < columns.length; j++) {
      byLogarithms[j] = column(j).logarithmic() && !isBound(columns[j]);
    }
    this.isBox = layout.blends().isEmpty() && Arrays.stream(columns).noneMatch(this::isBound);
  }

  /** Continuous numbers and fractions move. */
  static WorkingCoordinates continuous(SearchSpace space) {
    return new WorkingCoordinates(space, false);
  }

  /** Whole numbers move as well, and take any value. */
  static WorkingCoordinates relaxed(SearchSpace space) {
    return new WorkingCoordinates(space, true);
  }

  private boolean isBound(int column) {
    return rules.stream().anyMatch(rule -> rule.coefficients()[column] != 0);
  }

  private Column column(int j) {
    return layout.columns().get(columns[j]);
  }

  int size() {
    return columns.length;
  }

  /** Whether nothing but its limits bounds each of them. */
  boolean isBox() {
    return isBox;
  }

  double[] of(double[] natural) {
    double[] working = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      working[j] = share(j, natural[columns[j]]);
    }
    return working;
  }

  private double share(int j, double value) {
    Column column = column(j);
    if (byLogarithms[j]) {
      return column.share(value);
    }
    return column.range() > 0 ? (value - column.min()) / column.range() : 0;
  }

  /** The point with these numbers moved, none beyond its limits; fractions completed. */
  double[] moved(double[] natural, double[] working) {
    double[] moved = natural.clone();
    for (int j = 0; j < columns.length; j++) {
      Column column = column(j);
      moved[columns[j]] =
          byLogarithms[j] || working[j] <= 0 || working[j] >= 1
              ? column.value(working[j])
              : Math.clamp(column.min() + working[j] * column.range(), column.min(), column.max());
    }
    layout.blends().forEach(blend -> blend.complete(moved));
    return moved;
  }

  /** What a gradient by scaled inputs is by these coordinates. */
  double[] gradient(double[] byInputs, double[] natural) {
    double[] gradient = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      Column column = column(j);
      double slope =
          column.logarithmic() && !byLogarithms[j]
              ? column.range() / (natural[columns[j]] * StrictMath.log(column.max() / column.min()))
              : 1;
      gradient[j] = slope * byInputs[column.at()];
    }
    return gradient;
  }

  /** Where they can be while the others stand as they are. */
  Polytope polytope(double[] natural) {
    return polytope(natural, List.of());
  }

  /** The same within further half-spaces of these coordinates. */
  Polytope polytope(double[] natural, List<HalfSpace> further) {
    double[] lower = new double[layout.size()];
    double[] upper = new double[layout.size()];
    for (int c = 0; c < lower.length; c++) {
      lower[c] = layout.columns().get(c).min();
      upper[c] = layout.columns().get(c).max();
    }
    return polytope(natural, lower, upper, further);
  }

  /**
   * The same within narrower limits.
   *
   * @param lower least natural value of each column
   * @param upper greatest one
   */
  Polytope polytope(double[] natural, double[] lower, double[] upper, List<HalfSpace> further) {
    List<HalfSpace> halfSpaces = new ArrayList<>(further);
    List<HalfSpace> planes = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      String name = "limits of " + column(j).name();
      double[] up = new double[columns.length];
      up[j] = 1;
      double[] down = new double[columns.length];
      down[j] = -1;
      halfSpaces.add(new HalfSpace(name, Series.of(up), share(j, upper[columns[j]])));
      halfSpaces.add(new HalfSpace(name, Series.of(down), -share(j, lower[columns[j]])));
    }
    for (LinearRule rule : rules) {
      HalfSpace one = halfSpace(rule, natural);
      (rule.relation() == Relation.EQUAL ? planes : halfSpaces).add(one);
    }
    layout.blends().forEach(blend -> planes.add(plane(blend)));
    return new Polytope(columns.length, halfSpaces, planes);
  }

  /** The rule in shares of ranges: what stands still goes to the bound. */
  private HalfSpace halfSpace(LinearRule rule, double[] natural) {
    double sign = rule.relation() == Relation.AT_LEAST ? -1 : 1;
    double bound = rule.bound();
    double[] normal = new double[columns.length];
    double[] still = natural.clone();
    double size = 0;
    for (int j = 0; j < columns.length; j++) {
      still[columns[j]] = column(j).min();
      normal[j] = sign * rule.coefficients()[columns[j]] * column(j).range();
      size = Math.max(size, Math.abs(normal[j]));
    }
    for (int c = 0; c < still.length; c++) {
      bound -= rule.coefficients()[c] * still[c];
    }
    String name = rule.constraint().inWords();
    return size == 0
        ? new HalfSpace(name, Series.of(normal), rule.allows(natural) ? 0 : -1)
        : new HalfSpace(name, Series.of(normal), sign * bound);
  }

  private HalfSpace plane(Blend blend) {
    double[] normal = new double[columns.length];
    double left = 1;
    for (int j = 0; j < columns.length; j++) {
      int component = columns[j] - blend.from();
      if (component >= 0 && component < blend.size()) {
        normal[j] = column(j).range();
        left -= column(j).min();
      }
    }
    return new HalfSpace(
        "fractions of " + blend.name() + " add up to 1",
        Series.of(normal),
        Math.abs(left) < Blend.SUM_TOLERANCE && isZero(normal) ? 0 : left);
  }

  private static boolean isZero(double[] vector) {
    return Arrays.stream(vector).allMatch(entry -> entry == 0);
  }
}
