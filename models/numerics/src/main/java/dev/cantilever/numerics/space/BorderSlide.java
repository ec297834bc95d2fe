package dev.cantilever.numerics.space;

import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.numerics.polytope.HalfSpace;
import dev.cantilever.numerics.polytope.Nearest;
import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slides a point uphill along the borders of avoided regions and callable constraints, where an
 * ascent gets stuck because straight on is forbidden: the borders in the way are replaced by their
 * tangents, the best point within those is looked for, and brought back along the slope of the
 * border until it is feasible (successive linear approximation, Griffith and Stewart, Manage. Sci.
 * 7 (1961) 379, doi:10.1287/mnsc.7.4.379). A constraint that tells no slope stops the slide.
 */
final class BorderSlide {

  private static final int MOST_SLIDES = 40;
  private static final int MOST_CUTS = 30;
  private static final int MOST_DOUBLINGS = 40;

  /** A border is in the way if it forbids so small a step uphill. */
  private static final double IN_THE_WAY = 1e-3;

  private static final double LEAST_RETURN = 1e-12;
  private static final double RETURN_SHARE = 1e-6;
  private static final double LEAST_GAIN = 1e-12;

  private final SearchSpace space;
  private final Ascent ascent;
  private final WorkingCoordinates coordinates;
  private final Differences differences;

  BorderSlide(SearchSpace space, Ascent ascent) {
    this.space = space;
    this.ascent = ascent;
    this.coordinates = WorkingCoordinates.continuous(space);
    this.differences = new Differences(coordinates);
  }

  /** Where the slide ends, or the feasible start. */
  double[] from(double[] start) {
    if (coordinates.size() == 0 || space.rules().curved().isEmpty()) {
      return start;
    }
    Polytope polytope = coordinates.polytope(start);
    double[] here = start;
    double value = ascent.negative(here);
    for (int slide = 0; slide < MOST_SLIDES; slide++) {
      Optional<double[]> next = slid(here, value, polytope);
      if (next.isEmpty()) {
        return here;
      }
      here = ascent.from(next.get());
      double after = ascent.negative(here);
      if (value - after < LEAST_GAIN) {
        return here;
      }
      value = after;
    }
    return here;
  }

  /** A better feasible point along the borders in the way. */
  private Optional<double[]> slid(double[] here, double value, Polytope polytope) {
    double[] working = coordinates.of(here);
    List<HalfSpace> tangents = tangents(here, working, polytope);
    if (tangents.isEmpty()) {
      return Optional.empty();
    }
    Polytope within = coordinates.polytope(here, tangents);
    if (within.nearest(working) instanceof Nearest.Empty) {
      return Optional.empty(); // feasible by nothing but the tolerance of linear constraints
    }
    Objective objective = w -> ascent.downhill(here, w, polytope);
    double[] goal = ascent.within(within).minimise(objective, working).x().toArray();
    double[] way = Directions.sum(goal, -1, working);
    double share = 1;
    for (int cut = 0; cut < MOST_CUTS; cut++) {
      Optional<double[]> feasible =
          broughtBack(here, Directions.sum(working, share, way), tangents);
      if (feasible.isPresent() && ascent.negative(feasible.get()) < value) {
        return feasible;
      }
      share /= 2;
    }
    return Optional.empty();
  }

  private List<HalfSpace> tangents(double[] here, double[] working, Polytope polytope) {
    Evaluation slope = ascent.downhill(here, working, polytope);
    double[] uphill = polytope.along(slope.gradient());
    double length = Spacing.distance(uphill, new double[uphill.length]);
    if (length == 0) {
      return List.of();
    }
    double[] ahead = coordinates.moved(here, Directions.sum(working, -IN_THE_WAY / length, uphill));
    List<HalfSpace> tangents = new ArrayList<>();
    for (Rule rule : space.rules().curved()) {
      if (!rule.allows(ahead)) {
        tangent(rule, here, working, polytope).ifPresent(tangents::add);
      }
    }
    return tangents;
  }

  private Optional<HalfSpace> tangent(
      Rule rule, double[] here, double[] working, Polytope polytope) {
    double excess = rule.excess(here);
    double[] slope =
        differences.gradient(
            points -> points.stream().mapToDouble(rule::excess).toArray(),
            here,
            working,
            excess,
            polytope);
    double bound = -excess;
    double square = 0;
    for (int j = 0; j < slope.length; j++) {
      bound += slope[j] * working[j];
      square += slope[j] * slope[j];
    }
    return square > 0 && Double.isFinite(square) && Double.isFinite(bound)
        ? Optional.of(new HalfSpace("tangent", Series.of(slope), bound))
        : Optional.empty();
  }

  /** Down the slopes of the borders to where it is just feasible. */
  private Optional<double[]> broughtBack(
      double[] here, double[] working, List<HalfSpace> tangents) {
    double[] down = new double[working.length];
    for (HalfSpace tangent : tangents) {
      double[] normal = tangent.normal().toArray();
      double length = Spacing.distance(normal, new double[normal.length]);
      down = Directions.sum(down, -1 / length, normal);
    }
    double refused = 0;
    double step = 0;
    for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
      if (space.allows(moved(here, working, step, down))) {
        return Optional.of(
            moved(here, working, leastAllowed(here, working, down, refused, step), down));
      }
      refused = step;
      step = Math.max(LEAST_RETURN, 2 * step);
    }
    return Optional.empty();
  }

  /** Between a step that is refused and one that is not, where they differ. */
  private double leastAllowed(
      double[] here, double[] working, double[] down, double refused, double allowed) {
    double low = refused;
    double high = allowed;
    while (high - low > Math.max(LEAST_RETURN, RETURN_SHARE * high)) {
      double middle = low + (high - low) / 2;
      if (space.allows(moved(here, working, middle, down))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private double[] moved(double[] here, double[] working, double step, double[] direction) {
    return coordinates.moved(here, Directions.sum(working, step, direction));
  }
}
