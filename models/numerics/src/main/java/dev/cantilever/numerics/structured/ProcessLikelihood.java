package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Evaluation;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.sampling.LogDensity;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code y ~ N(m(X; p), K + V)}. Values are p, the parameters of the kernel, and the noise variance
 * where that is inferred.
 *
 * <p>The factor of the covariance is kept as long as its values stay the same: slices along a
 * change point then cost a triangular solve each instead of a factorisation.
 */
final class ProcessLikelihood implements Likelihood {

  private final StructuredModel model;
  private final Units units;
  private final Observations data;
  private final Points physical;
  private Optional<Covariance> last = Optional.empty();

  ProcessLikelihood(StructuredModel model, Units units, Observations data) {
    this.model = model;
    this.units = units;
    this.data = data;
    this.physical = units.inputs().physical(data.x());
  }

  @Override
  public double at(double[] values) {
    Evaluation mean = mean(values);
    Optional<Covariance> covariance = mean.isFinite() ? covariance(values) : Optional.empty();
    return covariance
        .map(known -> known.logDensity(residuals(mean)))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  @Override
  public LogDensity.Evaluation withSlopes(double[] values) {
    Evaluation mean = mean(values);
    Optional<Covariance> covariance = mean.isFinite() ? covariance(values) : Optional.empty();
    return covariance
        .map(known -> withSlopes(known, mean, residuals(mean)))
        .orElseGet(() -> LogDensity.Evaluation.impossible(values.length));
  }

  /** The process of these values given the data. */
  GaussianProcess process(double[] values) {
    int p = formulaSize();
    Covariance covariance = covariance(values).orElseThrow();
    ScaledMean mean =
        new ScaledMean(model.mean().formula(), Series.of(Arrays.copyOf(values, p)), units);
    return GaussianProcess.given(
        covariance.kernel(), mean, data.x(), data.y().toArray(), covariance.noise());
  }

  private LogDensity.Evaluation withSlopes(
      Covariance covariance, Evaluation mean, double[] residuals) {
    double[] alpha = covariance.solve(residuals);
    double[] byPhysical = alpha.clone();
    for (int i = 0; i < byPhysical.length; i++) {
      byPhysical[i] /= units.observations().deviation();
    }
    double[] byMean = mean.parameterGradient(byPhysical);
    double[] gradient = Arrays.copyOf(byMean, byMean.length + covariance.values().length);
    covariance.addSlopes(alpha, gradient, byMean.length);
    return new LogDensity.Evaluation(covariance.logDensity(residuals), gradient);
  }

  private Evaluation mean(double[] values) {
    return model.mean().formula().evaluate(physical, Arrays.copyOf(values, formulaSize()));
  }

  private int formulaSize() {
    return model.mean().parameters().size();
  }

  private double[] residuals(Evaluation mean) {
    double[] residuals = mean.values();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = data.y().get(i) - units.standardised(residuals[i]);
    }
    return residuals;
  }

  private Optional<Covariance> covariance(double[] values) {
    double[] own = Arrays.copyOfRange(values, formulaSize(), values.length);
    if (last.isEmpty() || !Arrays.equals(last.get().values(), own)) {
      last = isPossible(own) ? factored(own) : Optional.empty();
    }
    return last;
  }

  private Optional<Covariance> factored(double[] own) {
    int kernelSize = model.template().parameters().size();
    Kernel kernel = model.template().with(Arrays.copyOf(own, kernelSize));
    try {
      return Optional.of(Covariance.of(kernel, data.x(), noise(own, kernelSize), own));
    } catch (NotPositiveDefinite impossible) {
      return Optional.empty();
    }
  }

  private double[] noise(double[] own, int kernelSize) {
    if (data.noiseVariance().isPresent()) {
      return data.noiseVariance().get().toArray();
    }
    double[] same = new double[data.size()];
    Arrays.fill(same, own[kernelSize]);
    return same;
  }

  /**
   * Whether every value is one that the kernel can take; extreme coordinates under- or overflow.
   */
  private boolean isPossible(double[] own) {
    List<Parameter> parameters = model.template().parameters();
    for (int p = 0; p < own.length; p++) {
      boolean positive = p >= parameters.size() || parameters.get(p).role().isPositive();
      if (!Double.isFinite(own[p]) || (positive && !(own[p] > 0))) {
        return false;
      }
    }
    return true;
  }
}
