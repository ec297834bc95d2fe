package dev.cantilever.numerics.space;

import dev.cantilever.numerics.minimise.BoundedLbfgs;
import dev.cantilever.numerics.minimise.Minimum;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.numerics.polytope.Nearest;
import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.numerics.polytope.ProjectedGradient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moves the continuous part of a point uphill: by L-BFGS where only limits bound it, by projected
 * gradients where mixtures or linear constraints do. Avoided regions and callable constraints count
 * as impossible places, from which the line search backs off.
 */
final class Ascent {

  /** On values that spread over 1. */
  private static final double TOLERANCE = 1e-6;

  private final SearchSpace space;
  private final Survey survey;
  private final WorkingCoordinates coordinates;
  private final Differences differences;
  private final int iterations;
  private final double spread;

  /**
   * An ascent.
   *
   * @param iterations most steps of one
   * @param spread of the values, for tolerances
   */
  Ascent(SearchSpace space, Survey survey, int iterations, double spread) {
    this.space = space;
    this.survey = survey;
    this.coordinates = WorkingCoordinates.continuous(space);
    this.differences = new Differences(coordinates);
    this.iterations = iterations;
    this.spread = spread;
  }

  /** The local maximum uphill of a feasible point, itself feasible. */
  double[] from(double[] natural) {
    if (coordinates.size() == 0) {
      return natural;
    }
    Polytope polytope = coordinates.polytope(natural);
    double[] start = coordinates.of(natural);
    if (polytope.nearest(start) instanceof Nearest.Empty) {
      return natural; // feasible by nothing but the tolerance of linear constraints
    }
    Objective objective =
        working ->
            space.rules().curvedAllow(coordinates.moved(natural, working))
                ? downhill(natural, working, polytope)
                : Evaluation.impossible(working.length);
    Minimum minimum =
        coordinates.isBox()
            ? inBox().minimise(objective, start)
            : within(polytope).minimise(objective, start);
    double[] end = coordinates.moved(natural, minimum.x().toArray());
    return space.allows(end) ? end : natural;
  }

  private BoundedLbfgs inBox() {
    double[] upper = new double[coordinates.size()];
    Arrays.fill(upper, 1);
    return new BoundedLbfgs(new double[upper.length], upper, iterations, TOLERANCE);
  }

  ProjectedGradient within(Polytope polytope) {
    return new ProjectedGradient(polytope, iterations, TOLERANCE);
  }

  /**
   * The negative of the acquisition function, its spread as the unit, and the gradient by working
   * coordinates; constraints are not looked at.
   */
  Evaluation downhill(double[] natural, double[] working, Polytope polytope) {
    double[] here = coordinates.moved(natural, working);
    double[] inputs = space.layout().encode(here);
    Optional<Evaluation> known = survey.slope(inputs);
    double value = known.map(Evaluation::value).orElseGet(() -> survey.values(List.of(inputs))[0]);
    if (value == Double.NEGATIVE_INFINITY) {
      return Evaluation.impossible(working.length);
    }
    double[] gradient =
        known
            .map(one -> coordinates.gradient(one.gradient(), here))
            .orElseGet(() -> differences.gradient(this::values, natural, working, value, polytope));
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = -gradient[j] / spread;
    }
    return new Evaluation(-value / spread, gradient);
  }

  /** The negative of the acquisition function, its spread as the unit. */
  double negative(double[] natural) {
    return -values(List.of(natural))[0] / spread;
  }

  private double[] values(List<double[]> naturals) {
    return survey.values(naturals.stream().map(space.layout()::encode).toList());
  }
}
