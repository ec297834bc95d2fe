package dev.cantilever.numerics.polytope;

import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Minimising a smooth function on a polytope by spectral projected gradients (Birgin, Martínez and
 * Raydan, SIAM J. Optim. 10 (2000) 1196, doi:10.1137/S1052623497330963, algorithm SPG2): a gradient
 * step of Barzilai and Borwein's length, brought back to the nearest point inside, then shortened
 * until it does better than the worst of the last few. Every point asked lies inside.
 */
public final class ProjectedGradient {

  private static final int MEMORY = 5;
  private static final int MOST_CUTS = 30;
  private static final double ARMIJO = 1e-4;
  private static final double SHORTEST = 1e-8;
  private static final double LONGEST = 1e4;

  private final Polytope polytope;
  private final int iterations;
  private final double tolerance;

  /**
   * A minimiser.
   *
   * @param polytope not empty
   * @param iterations most steps
   * @param tolerance it ends when a gradient step of length 1, brought back inside, moves no
   *     coordinate by more
   */
  public ProjectedGradient(Polytope polytope, int iterations, double tolerance) {
    this.polytope = polytope;
    this.iterations = iterations;
    this.tolerance = tolerance;
  }

  /** The best point found from {@code start}, which is brought inside first. */
  public Minimum minimise(Objective objective, double[] start) {
    double[] x = inside(start);
    Place here = new Place(x, objective.at(x), 1);
    Place best = here;
    int evaluations = 1;
    Deque<Double> recent = new ArrayDeque<>();
    double length = 1 / Math.max(1, Vectors.largest(here.gradient()));
    for (int step = 0; step < iterations && Double.isFinite(here.value()); step++) {
      double[] way =
          Vectors.sum(inside(Vectors.sum(here.x(), -length, here.gradient())), -1, here.x());
      double slope = Vectors.dot(way, here.gradient());
      if (slope >= 0 || Vectors.largest(way) <= tolerance * Math.min(1, length)) {
        break;
      }
      double allowed = worstOfRecent(recent, here.value());
      Place next = along(objective, here, way, slope, allowed);
      evaluations += next.evaluations();
      if (!(next.value() <= allowed)) {
        break;
      }
      length = length(here, next);
      here = next;
      best = here.value() < best.value() ? here : best;
    }
    return new Minimum(Series.of(best.x()), best.value(), evaluations);
  }

  /**
   * A point and what the function is there.
   *
   * @param evaluations how often the function was asked on the way to it
   */
  private record Place(double[] x, Evaluation evaluation, int evaluations) {

    double value() {
      return evaluation.value();
    }

    double[] gradient() {
      return evaluation.gradient();
    }
  }

  private double[] inside(double[] x) {
    return switch (polytope.nearest(x)) {
      case Nearest.Found found -> found.point().toArray();
      case Nearest.Empty empty ->
          throw new IllegalArgumentException("nothing satisfies all of " + empty.conflict());
    };
  }

  private static double worstOfRecent(Deque<Double> recent, double value) {
    recent.addLast(value);
    if (recent.size() > MEMORY) {
      recent.removeFirst();
    }
    return recent.stream().mapToDouble(one -> one).max().orElse(value);
  }

  /** The first of ever shorter steps that is good enough, or the shortest. */
  private static Place along(
      Objective objective, Place from, double[] way, double slope, double allowed) {
    double share = 1;
    double[] x = Vectors.sum(from.x(), share, way);
    Evaluation there = objective.at(x);
    int evaluations = 1;
    while (evaluations < MOST_CUTS && !(there.value() <= allowed + ARMIJO * share * slope)) {
      share *= shortening(from.value(), there.value(), share * slope);
      x = Vectors.sum(from.x(), share, way);
      there = objective.at(x);
      evaluations++;
    }
    return new Place(x, there, evaluations);
  }

  /** Where the parabola through both values has its least one, between a tenth and a half. */
  private static double shortening(double here, double there, double slope) {
    double parabola = -slope / (2 * (there - here - slope));
    return Double.isFinite(there) ? Math.clamp(parabola, 0.1, 0.5) : 0.5;
  }

  private static double length(Place before, Place after) {
    double[] step = Vectors.sum(after.x(), -1, before.x());
    double[] change = Vectors.sum(after.gradient(), -1, before.gradient());
    double curvature = Vectors.dot(step, change);
    return curvature <= 0
        ? LONGEST
        : Math.clamp(Vectors.dot(step, step) / curvature, SHORTEST, LONGEST);
  }
}
