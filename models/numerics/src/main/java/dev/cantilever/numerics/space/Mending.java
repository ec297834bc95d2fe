package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.Nearest;
import dev.cantilever.numerics.polytope.Polytope;
import java.util.List;
import java.util.Optional;

/**
 * Brings points that miss linear constraints to the nearest ones that meet them. Avoided regions
 * and callable constraints are not looked at.
 */
final class Mending {

  private static final int MOST_BRANCHES = 400;
  private static final double WHOLE = 1e-7;

  private final SearchSpace space;
  private final WorkingCoordinates continuous;
  private final WorkingCoordinates relaxed;
  private final boolean mayMoveWholes;

  Mending(SearchSpace space) {
    this.space = space;
    this.continuous = WorkingCoordinates.continuous(space);
    this.relaxed = WorkingCoordinates.relaxed(space);
    this.mayMoveWholes = relaxed.size() > continuous.size() && !space.rules().linear().isEmpty();
  }

  /** The nearest point with the same discrete settings. */
  Optional<double[]> settled(double[] natural) {
    if (isLinearlyFeasible(natural)) {
      return Optional.of(natural);
    }
    if (continuous.size() == 0) {
      return Optional.empty();
    }
    return nearest(continuous, continuous.polytope(natural), natural)
        .filter(this::isLinearlyFeasible);
  }

  /** What keeps whole numbers, taken as continuous, from any feasible point; or a nearest one. */
  Nearest relaxed(double[] natural) {
    return relaxed.polytope(natural).nearest(relaxed.of(natural));
  }

  /**
   * A near point with the same levels and, where {@code kept} is a column, the same value there:
   * the nearest with the same discrete settings, else by branching over the whole numbers.
   */
  Optional<double[]> mended(double[] natural, int kept) {
    Optional<double[]> settled = settled(natural);
    if (settled.isPresent() || !mayMoveWholes) {
      return settled;
    }
    double[] lower = new double[natural.length];
    double[] upper = new double[natural.length];
    for (int c = 0; c < natural.length; c++) {
      Column column = space.layout().columns().get(c);
      lower[c] = c == kept ? natural[c] : column.min();
      upper[c] = c == kept ? natural[c] : column.max();
    }
    return new Branching(natural).below(lower, upper);
  }

  private boolean isLinearlyFeasible(double[] natural) {
    return space.layout().isInside(natural)
        && space.rules().linear().stream().allMatch(rule -> rule.allows(natural));
  }

  private static Optional<double[]> nearest(
      WorkingCoordinates coordinates, Polytope polytope, double[] natural) {
    return switch (polytope.nearest(coordinates.of(natural))) {
      case Nearest.Found found -> Optional.of(coordinates.moved(natural, found.point().toArray()));
      case Nearest.Empty empty -> Optional.empty();
    };
  }

  /** A search for whole numbers around a target, nearer halves first. */
  private final class Branching {

    private final double[] target;
    private int branches;

    Branching(double[] target) {
      this.target = target;
    }

    Optional<double[]> below(double[] lower, double[] upper) {
      if (branches++ > MOST_BRANCHES) {
        return Optional.empty();
      }
      Optional<double[]> point =
          nearest(relaxed, relaxed.polytope(target, lower, upper, List.of()), target);
      if (point.isEmpty()) {
        return point;
      }
      int fractional = mostFractional(point.get());
      return fractional < 0
          ? settled(rounded(point.get()))
          : split(point.get()[fractional], fractional, lower, upper);
    }

    private Optional<double[]> split(double value, int column, double[] lower, double[] upper) {
      double[] less = upper.clone();
      less[column] = Math.floor(value);
      double[] more = lower.clone();
      more[column] = Math.ceil(value);
      if (value - Math.floor(value) < 0.5) {
        return below(lower, less).or(() -> below(more, upper));
      }
      return below(more, upper).or(() -> below(lower, less));
    }

    private int mostFractional(double[] natural) {
      int worst = -1;
      double most = WHOLE;
      for (int c = 0; c < natural.length; c++) {
        double off = Math.abs(natural[c] - Math.rint(natural[c]));
        if (space.layout().columns().get(c).kind() == Column.Kind.WHOLE && off > most) {
          most = off;
          worst = c;
        }
      }
      return worst;
    }

    private double[] rounded(double[] natural) {
      double[] rounded = natural.clone();
      for (int c = 0; c < natural.length; c++) {
        if (space.layout().columns().get(c).kind() == Column.Kind.WHOLE) {
          rounded[c] = Math.rint(natural[c]);
        }
      }
      return rounded;
    }
  }
}
