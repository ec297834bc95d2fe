package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.Optional;
import java.util.Set;

/**
 * A Gaussian process of observations that were not made exactly where they were meant to be: {@code
 * x' ~ N(x, s²)}, one deviation s for each input, {@code y ~ N(m(x'), K(x', x') + diag(v))}. The
 * true places are drawn together with all hyper-parameters, in whitened coordinates. Predictions
 * are for exact places. For up to some hundred observations.
 *
 * @param kernel structure and priors; of continuous inputs only
 * @param noise prior of the noise variance; not used where the noise was measured
 * @param mean what is expected before any observation
 * @param inputDeviation prior of each s, in units of the scaled inputs
 */
public record UncertainInputsSurrogate(
    KernelPriors kernel,
    Prior noise,
    MeanTreatment mean,
    Prior inputDeviation,
    InferenceSettings settings)
    implements Surrogate {

  private static final Set<Role> OF_TASKS =
      Set.of(Role.TASK_WEIGHT, Role.TASK_VARIANCE, Role.FIDELITY_RATIO);

  public UncertainInputsSurrogate {
    Unknown.positive("noise variance", noise); // refuses priors below 0
    Unknown.positive("deviation of an input", inputDeviation);
    refuseTasks(kernel);
  }

  /** A task is a number that cannot lie beside its place. */
  static void refuseTasks(KernelPriors kernel) {
    for (Parameter parameter : kernel.template().parameters()) {
      if (OF_TASKS.contains(parameter.role())) {
        throw new IllegalArgumentException(
            "the %s belongs to a numbered task, which cannot lie beside its place; use a"
                    .formatted(parameter.name())
                + " FullyBayesianSurrogate");
      }
    }
  }

  /**
   * LogNormal(0, 1) for every positive parameter and the noise variance, mean 0, deviations of
   * inputs HalfNormal(0.1).
   */
  public static UncertainInputsSurrogate usual(Kernel template) {
    return new UncertainInputsSurrogate(
        KernelPriors.usual(template),
        new Prior.LogNormal(0, 1),
        MeanTreatment.zero(),
        new Prior.HalfNormal(0.1),
        InferenceSettings.STANDARD);
  }

  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return fit(data, before, stream).learned();
  }

  /** Learns, and tells of the draws; arguments and refusals as those of {@link #learn}. */
  public BayesianFit fit(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return new Fitting(settings).fit(model(data), before, stream);
  }

  Model model(Observations data) {
    NoisePart known = FullyBayesianSurrogate.noise(data, noise);
    InputPart inputs = new UncertainInputs(data.x(), inputDeviation);
    return new Model(kernel, mean, known, inputs, data.y());
  }
}
