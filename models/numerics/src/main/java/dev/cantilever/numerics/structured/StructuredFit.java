package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import java.util.List;

/** What a structured Gaussian process learnt: the parameters, and the function. */
public final class StructuredFit {

  private final ParameterDraws parameters;
  private final List<GaussianProcess> processes;
  private final double deviation;

  StructuredFit(ParameterDraws parameters, List<GaussianProcess> processes, double deviation) {
    this.parameters = parameters;
    this.processes = List.copyOf(processes);
    this.deviation = deviation;
  }

  /**
   * All parameters: of the formula in physical numbers, of kernel and noise in those of the core.
   */
  public ParameterDraws parameters() {
    return parameters;
  }

  /** Belief of the function, of scaled inputs and in standardised observations. */
  public MixturePosterior posterior() {
    return new MixturePosterior(List.<Posterior>copyOf(processes));
  }

  /** One process for each of the draws that were kept. */
  public List<GaussianProcess> processes() {
    return processes;
  }

  /** Log evidence of the physical observations, by {@link ParameterDraws#evidence}. */
  public Evidence evidence(RandomStream stream) {
    return parameters.evidence(stream).inUnit(deviation, processes.getFirst().size());
  }

  /**
   * How much of what the function varies between some points is the formula's, the rest being the
   * process's: the mean over draws of {@code var m / (var m + var f)}, variances over the points, f
   * the posterior mean less m; 0.5 where neither varies.
   *
   * @param points at least 2, scaled
   */
  public double shareOfFormula(Points points) {
    double share = 0;
    for (GaussianProcess process : processes) {
      double[] formula = process.mean().at(points);
      double[] rest = process.at(points).mean().toArray();
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= formula[i];
      }
      double own = squares(formula);
      double all = own + squares(rest);
      share += (all > 0 ? own / all : 0.5) / processes.size();
    }
    return share;
  }

  private static double squares(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
