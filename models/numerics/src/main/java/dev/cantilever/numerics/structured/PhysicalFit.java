package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Formula;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;

/** What a physical model learnt. */
public final class PhysicalFit {

  private final Formula formula;
  private final ParameterDraws parameters;
  private final int parts;

  PhysicalFit(Formula formula, ParameterDraws parameters, int parts) {
    this.formula = formula;
    this.parameters = parameters;
    this.parts = parts;
  }

  /** Parameters of the formula, then the standard deviation of the noise. */
  public ParameterDraws parameters() {
    return parameters;
  }

  /** Log evidence by {@link ParameterDraws#evidence}. */
  public Evidence evidence(RandomStream stream) {
    return parameters.evidence(stream);
  }

  /**
   * Mean and variance of {@code m(x; p)} over the draws that are kept, without the noise of an
   * observation.
   *
   * @param points m × d
   * @throws UndefinedMean where the formula has no finite value
   */
  public Moments at(Points points) {
    List<Series> draws = parameters.thinned(parts);
    double[][] values = new double[draws.size()][];
    Units units = Units.none(formula.inputs().size());
    for (int k = 0; k < values.length; k++) {
      double[] p = Arrays.copyOf(draws.get(k).toArray(), formula.parameters().size());
      values[k] = new ScaledMean(formula, Series.of(p), units).at(points);
    }
    double[] mean = new double[points.size()];
    double[] variance = new double[points.size()];
    for (int i = 0; i < mean.length; i++) {
      for (double[] own : values) {
        mean[i] += own[i] / values.length;
      }
      for (double[] own : values) {
        variance[i] += (own[i] - mean[i]) * (own[i] - mean[i]) / values.length;
      }
    }
    return new Moments(Series.of(mean), Series.of(variance));
  }
}
