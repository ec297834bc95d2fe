package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Fit;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
import java.util.Optional;

/** {@code surrogate.fit}: an exact Gaussian process on observations. */
public final class FitSurrogate implements Tool<FitSurrogate.Input, FitSurrogate.Output> {

  /** Observations and how to fit them. */
  public record Input(
      @Doc("Inputs with what was observed there; all of one dimension.") @Items(min = 2, max = 600)
          List<Observation> observations,
      @Doc("The kernel: one of its leaves, or several joined by * and +.") @Default("\"rbf\"")
          KernelForm kernel,
      @Doc("Least lengthscale, in scaled inputs.") @Bounds(min = 1e-4, max = 1e3) @Default("0.02")
          double lengthscaleMin,
      @Doc("Greatest lengthscale, in scaled inputs.") @Bounds(min = 1e-4, max = 1e3) @Default("20")
          double lengthscaleMax,
      @Doc("Least noise variance, for standardised observations.")
          @Bounds(min = 1e-8, max = 1)
          @Default("0.0001")
          double noiseMin,
      @Doc("Number of random starts.") @Bounds(min = 1, max = 50) @Default("5") int restarts,
      @Doc("Seed of the random starts.") @Bounds(min = 0, max = 9007199254740991.0) @Default("0")
          long seed) {

    public Input {
      if (!(lengthscaleMin <= lengthscaleMax)) {
        throw new IllegalArgumentException(
            "lengthscale_min %s is above lengthscale_max %s; exchange them"
                .formatted(lengthscaleMin, lengthscaleMax));
      }
      observations = List.copyOf(observations);
      int dimension = observations.getFirst().x().size();
      if (dimension == 0 || observations.stream().anyMatch(o -> o.x().size() != dimension)) {
        throw new IllegalArgumentException(
            "all observations need the same number of coordinates, at least one");
      }
    }
  }

  /**
   * What was found.
   *
   * @param model content hash of the fitted model, for surrogate.predict and acquisition.*
   * @param jitter what had to be added to the covariance's diagonal; 0 as a rule
   * @param atBound hyper-parameters that sit at a bound: there the bound decides, not the data
   * @param leaveOneOutLogDensity mean log predictive density of each observation from the others,
   *     standardised; larger is better, for comparing kernels
   */
  public record Output(
      String model,
      Hyperparameters hyperparameters,
      double logMarginalLikelihood,
      double jitter,
      List<String> atBound,
      double leaveOneOutLogDensity,
      int evaluations) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "surrogate.fit",
        "Fits an exact Gaussian process to up to 600 observations by the maximum a posteriori of"
            + " its hyper-parameters. The result names a model for surrogate.predict.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"observations\": [{\"x\": [0.1], \"y\": 1}, {\"x\": [0.5], \"y\": 2},"
            + " {\"x\": [0.9], \"y\": 1.5}]}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Points x = Model.points(input.observations());
    double[] y = Model.values(input.observations());
    FitSettings settings =
        FitSettings.usual(input.kernel().template(x.dimension()), x.dimension())
            .with(
                Role.LENGTHSCALE,
                Hyperprior.of(
                    input.lengthscaleMin(),
                    input.lengthscaleMax(),
                    FitSettings.lengthscalePrior(x.dimension())))
            .withNoise(Hyperprior.of(input.noiseMin(), 1, new Prior.LogNormal(-4, 1)));
    try {
      Fit.Result fit =
          Fit.of(
              settings,
              Observations.of(x, Standardisation.of(y).apply(y)),
              Optional.empty(),
              input.restarts(),
              RandomStream.of(input.seed(), "surrogate.fit"));
      byte[] model = new Model(input.kernel(), fit.hyperparameters(), input.observations()).bytes();
      return new ToolResult.Done<>(
          new Output(
              Hash.of(model).text(),
              fit.hyperparameters(),
              fit.logMarginalLikelihood(),
              fit.process().jitter(),
              fit.atBound(),
              fit.process().leaveOneOut().meanLogDensity(),
              fit.evaluations()),
          List.of(model));
    } catch (NotPositiveDefinite failure) {
      return ToolResult.failed(
          EffectHappened.NONE,
          Problem.of(
              ProblemCode.OUTPUT_INVALID,
              failure.getMessage() + "; raise noise_min or merge the closest observations"));
    }
  }
}
