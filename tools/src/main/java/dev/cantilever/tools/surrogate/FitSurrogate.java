package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sparse.SparsePosterior;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code surrogate.fit}: a Gaussian process on observations. */
public final class FitSurrogate implements Tool<FitSurrogate.Input, FitSurrogate.Output> {

  /** The sampler draws one number for each coordinate of each observation. */
  private static final int MANY_PLACES = 200;

  /** Observations and how to fit them. */
  public record Input(
      @Doc("Inputs with what was observed there; all of one dimension.")
          @Items(min = 2, max = 20_000)
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
      @Doc(
              "The hyper-parameters of greatest density; or a mixture over draws of them, slower and"
                  + " honest about few observations; or sparse, for more than 2,000 of them; or"
                  + " uncertain_inputs, a mixture over draws of the true places too, with the"
                  + " x_error of each observation or, where none is known, one that is inferred.")
          @Default("\"most_probable\"")
          Method method,
      @Doc(
              "How tasks hang together, where observations name theirs; without it they share one"
                  + " function and each has a difference of its own.")
          Optional<TaskForm> tasks,
      @Doc("How carefully the methods that draw hyper-parameters do so.")
          Optional<InferenceSettings> inference,
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
      if (observations.size() > Model.MANY && method != Method.SPARSE) {
        throw new IllegalArgumentException(
            "%d observations are more than the %d that an exact process is for; set method sparse"
                .formatted(observations.size(), Model.MANY));
      }
      Optional<Tasks> named = Tasks.of(observations, tasks);
      named.ifPresent(all -> all.model(kernel, dimension)); // refuses what does not fit
      requireSuited(method, observations, named.isPresent());
    }

    private static void requireSuited(
        Method method, List<Observation> observations, boolean hasTasks) {
      boolean hasErrors = observations.stream().anyMatch(o -> o.xError().isPresent());
      if (hasErrors && method != Method.UNCERTAIN_INPUTS) {
        throw new IllegalArgumentException(
            "an observation has an x_error; set method uncertain_inputs or leave it out");
      }
      if (method == Method.UNCERTAIN_INPUTS && observations.size() > MANY_PLACES) {
        throw new IllegalArgumentException(
            "%d observations are more than the %d whose places can be drawn; leave some out"
                .formatted(observations.size(), MANY_PLACES));
      }
      boolean ignoresTasks = method == Method.UNCERTAIN_INPUTS || method == Method.SPARSE;
      if (hasTasks && ignoresTasks) {
        throw new IllegalArgumentException(
            "several tasks are learnt by most_probable or fully_bayesian, not by %s"
                .formatted(method.name().toLowerCase(Locale.ROOT)));
      }
    }

    Optional<Tasks> named() {
      return Tasks.of(observations, tasks);
    }
  }

  /** How hyper-parameters are found. */
  public enum Method {
    MOST_PROBABLE,
    FULLY_BAYESIAN,
    SPARSE,
    UNCERTAIN_INPUTS
  }

  /**
   * What was found.
   *
   * @param model content hash of the fitted model, for surrogate.predict and acquisition.*
   * @param hyperparameters of greatest density
   * @param jitter what had to be added to the covariance's diagonal; 0 as a rule
   * @param warnings what a person should know before trusting it
   * @param logMarginalLikelihood of a sparse process a lower bound of it
   * @param leaveOneOutLogDensity none of a sparse process or uncertain inputs; mean log predictive
   *     density of each observation from the others, standardised; larger is better, for comparing
   *     kernels
   * @param tasks how they hang together, where there are several
   */
  public record Output(
      String model,
      Hyperparameters hyperparameters,
      double logMarginalLikelihood,
      double jitter,
      List<String> warnings,
      Optional<Double> leaveOneOutLogDensity,
      int evaluations,
      Optional<TaskReport> tasks) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "surrogate.fit",
        "Fits a Gaussian process to observations, with measured errors or a noise that is"
            + " inferred, of one task or several, at certain or uncertain places. The result names"
            + " a model for surrogate.predict.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"observations\": [{\"x\": [0.1], \"y\": 1}, {\"x\": [0.5], \"y\": 2},"
            + " {\"x\": [0.9], \"y\": 1.5}]}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Observations data = Standardised.of(input.observations(), input.named());
    RandomStream stream = RandomStream.of(input.seed(), "surrogate.fit");
    try {
      Learned learned = new FitMethod(input).surrogate().learn(data, Optional.empty(), stream);
      Model model = model(input, learned);
      byte[] bytes = model.bytes();
      return new ToolResult.Done<>(
          new Output(
              Hash.of(bytes).text(),
              learned.hyperparameters(),
              learned.logMarginalLikelihood(),
              learned.jitter(),
              learned.warnings(),
              leftOut(model, learned),
              learned.evaluations(),
              TaskReport.of(model)),
          List.of(bytes));
    } catch (NotPositiveDefinite failure) {
      return ToolResult.failed(
          EffectHappened.NONE,
          Problem.of(
              ProblemCode.OUTPUT_INVALID,
              failure.getMessage() + "; raise noise_min or merge the closest observations"));
    }
  }

  private static Model model(Input input, Learned learned) {
    return new Model(
        input.kernel(),
        draws(learned),
        input.observations(),
        inducing(learned),
        input.named(),
        input.method() == Method.UNCERTAIN_INPUTS
            ? Optional.of(places((MixturePosterior) learned.posterior()))
            : Optional.empty());
  }

  private static List<List<Series>> places(MixturePosterior mixture) {
    return mixture.parts().stream().map(part -> rows(((GaussianProcess) part).inputs())).toList();
  }

  private static List<Series> rows(Points points) {
    return IntStream.range(0, points.size()).mapToObj(i -> Series.of(points.row(i))).toList();
  }

  private static List<Series> inducing(Learned learned) {
    return learned.posterior() instanceof SparsePosterior sparse
        ? rows(sparse.inducing())
        : List.of();
  }

  private static Optional<Double> leftOut(Model model, Learned learned) {
    return model.inducing().isEmpty() && model.places().isEmpty()
        ? Optional.of(model.process(learned.hyperparameters()).leaveOneOut().meanLogDensity())
        : Optional.empty();
  }

  private static List<Hyperparameters> draws(Learned learned) {
    return learned.posterior() instanceof MixturePosterior mixture
        ? mixture.parts().stream().map(part -> of((GaussianProcess) part)).toList()
        : List.of(learned.hyperparameters());
  }

  private static Hyperparameters of(GaussianProcess process) {
    return new Hyperparameters(process.kernel().parameters(), process.noiseVariance()[0], 0);
  }
}
