package dev.cantilever.numerics.space;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every point of a search that was judged, by number; none is judged twice. */
final class Survey {

  private final SearchSpace space;
  private final ScaledAcquisitionFunction function;
  private final ClosePoints scaled;
  private final List<double[]> naturals = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private int evaluations;

  Survey(SearchSpace space, ScaledAcquisitionFunction function) {
    this.space = space;
    this.function = function;
    this.scaled = new ClosePoints(space.inputs());
  }

  /** Judges points; gives the number of each, of the first of equal ones. */
  int[] judge(List<double[]> points) {
    int[] numbers = new int[points.size()];
    List<double[]> fresh = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      double[] inputs = space.layout().encode(points.get(i));
      numbers[i] = scaled.find(inputs);
      if (numbers[i] < 0) {
        numbers[i] = scaled.add(inputs);
        naturals.add(points.get(i));
        fresh.add(inputs);
      }
    }
    for (double value : values(fresh)) {
      values.add(value);
    }
    return numbers;
  }

  int judge(double[] point) {
    return judge(List.of(point))[0];
  }

  /** Values at scaled inputs that are not kept. */
  double[] values(List<double[]> inputs) {
    if (inputs.isEmpty()) {
      return new double[0];
    }
    evaluations += inputs.size();
    double[] found = function.values(Points.of(inputs.toArray(double[][]::new)));
    if (found.length != inputs.size()) {
      throw new IllegalArgumentException(
          "the acquisition function gave %d values for %d points"
              .formatted(found.length, inputs.size()));
    }
    for (int i = 0; i < found.length; i++) {
      demandRankable(found[i], inputs.get(i));
    }
    return found;
  }

  Optional<Evaluation> slope(double[] inputs) {
    Optional<Evaluation> slope = function.slope(inputs);
    slope.ifPresent(
        one -> {
          evaluations++;
          demandRankable(one.value(), inputs);
        });
    return slope;
  }

  private static void demandRankable(double value, double[] inputs) {
    if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "the acquisition function is %s at %s; it must be a number or minus infinity"
              .formatted(value, Arrays.toString(inputs)));
    }
  }

  int size() {
    return naturals.size();
  }

  double value(int number) {
    return values.get(number);
  }

  double[] natural(int number) {
    return naturals.get(number);
  }

  double[] inputs(int number) {
    return scaled.get(number);
  }

  int evaluations() {
    return evaluations;
  }

  /** The one of largest value, the first of equals. */
  int best(int[] numbers) {
    int best = numbers[0];
    for (int number : numbers) {
      best = value(number) > value(best) ? number : best;
    }
    return best;
  }

  /**
   * Largest less median finite value, or 1 where they are equal: a unit that a few very bad values,
   * as logarithms have them, do not blow up.
   */
  double spread() {
    double[] finite =
        values.stream().mapToDouble(value -> value).filter(Double::isFinite).sorted().toArray();
    double spread = finite.length == 0 ? 0 : finite[finite.length - 1] - finite[finite.length / 2];
    return spread > 0 && Double.isFinite(spread) ? spread : 1;
  }
}
