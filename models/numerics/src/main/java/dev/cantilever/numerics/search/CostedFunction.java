package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.AcquisitionFunction.Scale;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.cost.WayCost;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/**
 * What a place anywhere in a space promises for each unit of its cost (Snoek, Larochelle and Adams,
 * NIPS 2012, section 3.2, arXiv:1206.2944): {@code a(x)/c(x)}, or {@code log a(x) − log c(x)} where
 * the values are logarithms. {@link PerCost} is the same over a pool.
 *
 * @param from the present point, d scaled inputs
 */
public record CostedFunction(ClimbedFunction value, WayCost cost, Series from)
    implements ScaledAcquisitionFunction {

  public CostedFunction {
    requireDivisible(value.function());
  }

  /**
   * Refuses functions of either sign: dividing a negative value would favour the expensive.
   *
   * @throws IllegalArgumentException saying which to choose
   */
  public static void requireDivisible(AcquisitionFunction function) {
    if (function.scale() == Scale.SIGNED) {
      throw new IllegalArgumentException(
          "a value of either sign cannot be divided by a cost; choose an improvement, its logarithm,"
              + " its probability or maximum_uncertainty");
    }
  }

  private boolean isLogarithm() {
    Pointwise function = value.function();
    return function.scale() == Scale.LOGARITHM;
  }

  /** Euclidean distance from the present point. */
  public double distance(double[] inputs) {
    double squares = 0;
    for (int k = 0; k < inputs.length; k++) {
      double way = inputs[k] - from.get(k);
      squares += way * way;
    }
    return Math.sqrt(squares);
  }

  @Override
  public double[] values(Points inputs) {
    double[] values = value.values(inputs);
    for (int i = 0; i < values.length; i++) {
      double own = cost.at(distance(inputs.row(i)));
      values[i] = isLogarithm() ? values[i] - StrictMath.log(own) : values[i] / own;
    }
    return values;
  }

  /** At the present point itself the cost has a kink; there its slope is taken as 0. */
  @Override
  public Optional<Evaluation> slope(double[] inputs) {
    double distance = distance(inputs);
    double own = cost.at(distance);
    return value
        .slope(inputs)
        .map(
            plain -> {
              double[] gradient = new double[inputs.length];
              for (int k = 0; k < gradient.length; k++) {
                double way = distance == 0 ? 0 : (inputs[k] - from.get(k)) / distance;
                double ofCost = cost.rate() * way / own;
                gradient[k] =
                    isLogarithm()
                        ? plain.gradient()[k] - ofCost
                        : (plain.gradient()[k] - plain.value() * ofCost) / own;
              }
              double divided =
                  isLogarithm() ? plain.value() - StrictMath.log(own) : plain.value() / own;
              return new Evaluation(divided, gradient);
            });
  }
}
