package dev.cantilever.tools.acquisition;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.BatchSelection;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.surrogate.Model;
import dev.cantilever.tools.surrogate.Observation;
import dev.cantilever.tools.surrogate.StoredModel;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code acquisition.propose}: what to measure next out of given candidates, and why. */
public final class ProposeBatch implements Tool<ProposeBatch.Input, ProposeBatch.Output> {

  /** Model, candidates and how to choose. */
  public record Input(
      @Doc("Content hash of the model, as surrogate.fit returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String model,
      @Doc("What ranks the candidates; for maximisation, on standardised observations.")
          @Default("{\"kind\": \"log_expected_improvement\"}")
          AcquisitionFunction acquisitionFunction,
      @Doc("How the members of the batch keep apart.") @Default("{\"kind\": \"sequential\"}")
          BatchRule batchRule,
      @Doc("What improvement is measured against.") @Default("\"best_posterior_mean\"")
          Incumbent incumbent,
      @Doc("How many to choose.") @Bounds(min = 1, max = 100) @Default("1") int batch,
      @Doc("Candidates, scaled to [0, 1] as for the fit; observed ones are never chosen.")
          @Items(min = 1, max = 2500)
          List<Series> candidates,
      @Doc("Decides between candidates of exactly equal value.")
          @Bounds(min = 0, max = 9007199254740991.0)
          @Default("0")
          long seed) {}

  /**
   * The batch in order.
   *
   * @param choices numbers of candidates count from 0; values are for standardised observations
   */
  public record Output(List<Reasoned> choices) {}

  /**
   * One choice and why.
   *
   * @param choice its value, its runner-up and what the model expects there
   * @param terms what the value is made of, for functions of mean and deviation alone
   * @param nearest distance to the nearest observed input, in scaled inputs
   */
  public record Reasoned(Choice choice, List<Term> terms, double nearest) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "acquisition.propose",
        "The next batch out of given candidates, each with the reason: its value, the runner-up,"
            + " and what the model expects there. For a whole experiment use campaign.start.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"model\": \"sha256:"
            + "0".repeat(64)
            + "\", \"candidates\": [[0.2], [0.4], [0.6]], \"batch\": 2}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return StoredModel.use(
        context,
        input.model(),
        input.candidates(),
        model -> ToolResult.of(new Output(choose(model, input))));
  }

  /** Observed inputs join the pool behind the candidates, closed, so that both are told alike. */
  private static List<Reasoned> choose(Model model, Input input) {
    List<Series> all = new ArrayList<>(input.candidates());
    List<Integer> observed = new ArrayList<>();
    Set<Integer> closed = new HashSet<>();
    for (Observation observation : model.observations()) {
      for (int c = 0; c < input.candidates().size(); c++) {
        if (input.candidates().get(c).equals(observation.x())) {
          closed.add(c);
        }
      }
      observed.add(all.size());
      closed.add(all.size());
      all.add(observation.x());
    }
    Points pool = EvaluateAcquisition.pool(all);
    Standardisation scale = model.standardisation();
    double[] y = model.observations().stream().mapToDouble(Observation::y).toArray();
    Situation situation =
        Situation.of(
            Situation.Beliefs.of(pool, model.posterior(), model.noiseVariance()),
            new Situation.Seen(observed, Series.of(scale.apply(y)), closed),
            input.incumbent(),
            RandomStream.of(input.seed(), "acquisition.propose"));
    return new BatchSelection(input.acquisitionFunction(), situation)
        .choose(input.batchRule(), input.batch()).stream()
            .map(choice -> reasoned(choice, input, pool, observed, situation.best()))
            .toList();
  }

  private static Reasoned reasoned(
      Choice choice, Input input, Points pool, List<Integer> observed, double best) {
    List<Term> terms =
        input.acquisitionFunction() instanceof Pointwise pointwise
            ? pointwise.terms(choice.mean(), choice.deviation(), best)
            : List.of();
    double nearest = Double.POSITIVE_INFINITY;
    for (int other : observed) {
      nearest = Math.min(nearest, pool.distance(choice.candidate(), other));
    }
    return new Reasoned(choice, terms, nearest);
  }
}
