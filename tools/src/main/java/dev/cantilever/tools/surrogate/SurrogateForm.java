package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.bayesian.FullyBayesianSurrogate;
import dev.cantilever.numerics.bayesian.HeteroscedasticSurrogate;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** What learns from observations: a Gaussian process, and how its hyper-parameters are found. */
public sealed interface SurrogateForm {

  KernelForm kernel();

  /** The hyper-parameters of greatest posterior density: fast, the first choice. */
  record MostProbable(
      @Doc("The kernel: one of its leaves, or several joined by * and +.") @Default("\"rbf\"")
          KernelForm kernel,
      @Doc("Random starts of the fit beside usual values, at iterations 1, 2, 4, 8 and 16.")
          @Bounds(min = 0, max = 50)
          @Default("0")
          int restarts)
      implements SurrogateForm {}

  /**
   * A mixture over draws of the hyper-parameters: seconds instead of milliseconds, and honest where
   * a few observations leave them open. See {@link FullyBayesianSurrogate}.
   */
  record FullyBayesian(
      @Doc("The kernel: one of its leaves, or several joined by * and +.") @Default("\"matern52\"")
          KernelForm kernel,
      @Doc("How carefully hyper-parameters are drawn.") @Default("{}") InferenceSettings inference)
      implements SurrogateForm {}

  /**
   * As {@link FullyBayesian}, with a noise that is not the same everywhere. See {@link
   * HeteroscedasticSurrogate}.
   */
  record Heteroscedastic(
      @Doc("The kernel: one of its leaves, or several joined by * and +.") @Default("\"matern52\"")
          KernelForm kernel,
      @Doc("How carefully hyper-parameters are drawn.") @Default("{}") InferenceSettings inference)
      implements SurrogateForm {}

  /**
   * A process around a physical formula whose parameters are learnt with it. See {@link
   * dev.cantilever.numerics.structured.StructuredSurrogate}.
   */
  record Structured(
      @Doc("The formula and what is believed of its parameters.") Hypothesis hypothesis,
      @Doc("The kernel of what the formula does not explain.") @Default("\"matern52\"")
          KernelForm kernel,
      @Doc(
              "What is believed of the variance of that, for standardised outcomes; small where the"
                  + " formula is trusted.")
          @Default("{\"kind\": \"log_normal\", \"mu\": 0, \"sigma\": 1}")
          Prior residual,
      @Doc("How carefully parameters are drawn.") @Default("{}") InferenceSettings inference)
      implements SurrogateForm {}
}
