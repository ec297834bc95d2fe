package dev.cantilever.numerics.space;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective.Evaluation;
import java.util.Optional;

/**
 * An acquisition function of the scaled inputs of a space, to be maximised. It is asked only for
 * points within the limits of every axis and the linear constraints, but also for some that avoided
 * regions and callable constraints refuse, and for whole numbers and levels only as they are.
 */
@FunctionalInterface
public interface ScaledAcquisitionFunction {

  /**
   * Values at n points.
   *
   * @param inputs n × d
   * @return n numbers; minus infinity for what is worth nothing, never NaN
   */
  double[] values(Points inputs);

  /**
   * Value and gradient at one point; empty where the gradient is not known and has to be found from
   * differences of values.
   *
   * @param inputs d scaled inputs
   */
  default Optional<Evaluation> slope(double[] inputs) {
    return Optional.empty();
  }
}
