package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.minimise.Objective;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Posterior;
import java.util.Optional;

/**
 * An acquisition function of scaled inputs, with its slope.
 *
 * @param best what improvement is measured against, standardised
 */
public record ClimbedFunction(Posterior posterior, Pointwise function, double best)
    implements ScaledAcquisitionFunction {

  @Override
  public double[] values(Points inputs) {
    Moments moments = posterior.at(inputs);
    double[] values = new double[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.value(moments.mean().get(i), moments.deviation(i), best);
    }
    return values;
  }

  @Override
  public Optional<Objective.Evaluation> slope(double[] inputs) {
    MomentSlopes at = posterior.slopes(Points.of(inputs));
    double deviation = Math.sqrt(Math.max(Moments.SMALLEST_VARIANCE, at.variance()));
    boolean isClipped = at.variance() < Moments.SMALLEST_VARIANCE;
    Pointwise.Slopes own = function.slopes(at.mean(), deviation, best);
    double[] gradient = new double[inputs.length];
    for (int k = 0; k < gradient.length; k++) {
      double ofDeviation = isClipped ? 0 : at.varianceSlopes().get(k) / (2 * deviation);
      gradient[k] = own.byMean() * at.meanSlopes().get(k) + own.byDeviation() * ofDeviation;
    }
    return Optional.of(
        new Objective.Evaluation(function.value(at.mean(), deviation, best), gradient));
  }
}
