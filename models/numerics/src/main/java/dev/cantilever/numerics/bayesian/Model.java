package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.sampling.LogDensity;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The posterior density of everything unknown, {@code p(θ | y) ∝ N(y; m, K(x') + diag(v)) p(θ)}, in
 * unconstrained coordinates. Values come in four parts: parameters of the kernel, mean, noise v,
 * inputs x'. Counts its evaluations; one thread.
 */
final class Model implements LogDensity {

  private final KernelPriors kernel;
  private final MeanTreatment mean;
  private final NoisePart noise;
  private final InputPart inputs;
  private final double[] y;
  private final Unknowns unknowns;

  /** Where the parts begin, and the end. */
  private final int[] from = new int[5];

  private int evaluations;

  Model(KernelPriors kernel, MeanTreatment mean, NoisePart noise, InputPart inputs, Series y) {
    this.kernel = kernel;
    this.mean = mean;
    this.noise = noise;
    this.inputs = inputs;
    this.y = y.toArray();
    List<Unknown> all = new ArrayList<>(kernel.unknowns(""));
    from[1] = all.size();
    all.addAll(Means.unknowns(mean, "mean"));
    from[2] = all.size();
    all.addAll(noise.unknowns());
    from[3] = all.size();
    all.addAll(inputs.unknowns());
    from[4] = all.size();
    unknowns = new Unknowns(all);
  }

  Unknowns unknowns() {
    return unknowns;
  }

  /** How often the likelihood was computed. */
  int evaluations() {
    return evaluations;
  }

  @Override
  public Evaluation at(double[] theta) {
    double[] values = unknowns.values(theta);
    if (!unknowns.allow(values)) {
      return Evaluation.impossible(theta.length);
    }
    evaluations++;
    try {
      NoisePart.Here here = noise.at(part(2, values));
      GaussianProcess process = process(values, here);
      double[] slopes = slopes(values, here, process);
      return unknowns.posterior(theta, process.logMarginalLikelihood(), slopes);
    } catch (NotPositiveDefinite impossible) {
      return Evaluation.impossible(theta.length);
    }
  }

  /** The process that these values make of the observations. */
  GaussianProcess process(double[] values) {
    return process(values, noise.at(part(2, values)));
  }

  private GaussianProcess process(double[] values, NoisePart.Here here) {
    return Means.process(
        mean,
        part(1, values),
        kernel.kernel(part(0, values)),
        inputs.at(part(3, values)),
        y,
        here.variances());
  }

  private double[] slopes(double[] values, NoisePart.Here here, GaussianProcess process) {
    LikelihoodGradient common = process.likelihoodGradient();
    double[] ofMean = new double[from[2] - from[1]];
    Arrays.fill(ofMean, common.mean());
    double[][] parts = {
      kernel.slopes(common.kernel(), values),
      ofMean,
      here.slopes(process, common),
      inputs.slopes(part(3, values), process)
    };
    return joined(parts);
  }

  /** Values to start from, as far as a fit before tells; NaN elsewhere. */
  double[] known(Hyperparameters before) {
    if (before.kernel().size() != from[1]) {
      throw new IllegalArgumentException(
          ("%d hyper-parameters to start from for a kernel that has %d; start anew where the kernel"
                  + " changes")
              .formatted(before.kernel().size(), from[1]));
    }
    double[] ofMean = new double[from[2] - from[1]];
    Arrays.fill(ofMean, before.mean());
    double[][] parts = {
      before.kernel().stream().mapToDouble(own -> own.value()).toArray(),
      ofMean,
      noise.known(before.noiseVariance()),
      inputs.known()
    };
    return joined(parts);
  }

  /** Those of these values; the mean is the one at the first input. */
  Hyperparameters hyperparameters(double[] values) {
    GaussianProcess process = process(values);
    return new Hyperparameters(
        process.kernel().parameters(),
        noise.typical(part(2, values)),
        process.mean().at(process.inputs().select(0))[0]);
  }

  /** The noise that these draws of the values predict. */
  Optional<PredictedNoise> predicted(List<double[]> draws) {
    return noise.predicted(draws.stream().map(values -> part(2, values)).toList());
  }

  private double[] part(int p, double[] values) {
    return Arrays.copyOfRange(values, from[p], from[p + 1]);
  }

  private double[] joined(double[][] parts) {
    double[] whole = new double[from[4]];
    for (int p = 0; p < parts.length; p++) {
      System.arraycopy(parts[p], 0, whole, from[p], parts[p].length);
    }
    return whole;
  }
}
