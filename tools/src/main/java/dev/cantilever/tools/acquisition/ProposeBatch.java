package dev.cantilever.tools.acquisition;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.BatchSelection;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.search.PerCost;
import dev.cantilever.numerics.search.Valuation;
import dev.cantilever.tools.cost.CostForm;
import dev.cantilever.tools.cost.Priced;
import dev.cantilever.tools.surrogate.Model;
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
import java.util.List;
import java.util.Optional;

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
      @Doc("Which task, of a model that has several.") @Text(maxLength = 60) Optional<String> task,
      @Doc(
              "What measuring costs; then value per cost is ranked, and every member of a batch is"
                  + " priced from the same present point.")
          Optional<CostForm> cost,
      @Doc("Decides between candidates of exactly equal value.")
          @Bounds(min = 0, max = 9007199254740991.0)
          @Default("0")
          long seed) {

    public Input {
      candidates = List.copyOf(candidates);
      if (cost.isPresent()) {
        CandidateCost.require(cost.get(), acquisitionFunction, batchRule, candidates);
      }
    }
  }

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
   * @param terms what the value is made of, for functions of mean and deviation alone; without cost
   * @param nearest distance to the nearest observed input, in scaled inputs
   * @param priced value, cost and value per cost, where costs were given
   */
  public record Reasoned(
      Choice choice, List<Term> terms, double nearest, Optional<Priced> priced) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "acquisition.propose",
        "The next batch out of given candidates, each with the reason: its value, the runner-up,"
            + " what it costs where costs are given, and what the model expects there. For a whole"
            + " experiment use campaign.start.",
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
        new StoredModel.Where(input.candidates(), input.task()),
        model -> ToolResult.of(new Output(choose(model, input))));
  }

  private static List<Reasoned> choose(Model model, Input input) {
    Asked asked = Asked.of(model, input.candidates(), input.task());
    Situation situation =
        asked.situation(
            asked.closed(),
            input.incumbent(),
            RandomStream.of(input.seed(), "acquisition.propose"));
    Optional<CandidateCost> cost =
        input.cost().map(form -> new CandidateCost(form, input.candidates()));
    List<Valuation.Modifier> modifiers =
        cost.<List<Valuation.Modifier>>map(own -> List.of(new PerCost(own::at))).orElse(List.of());
    return new BatchSelection(new Valuation(input.acquisitionFunction(), modifiers), situation)
        .choose(input.batchRule(), input.batch()).stream()
            .map(choice -> reasoned(choice, input, asked, situation.best(), cost))
            .toList();
  }

  private static Reasoned reasoned(
      Choice choice, Input input, Asked asked, double best, Optional<CandidateCost> cost) {
    AcquisitionFunction function = input.acquisitionFunction();
    List<Term> terms =
        function instanceof Pointwise pointwise
            ? pointwise.terms(choice.mean(), choice.deviation(), best)
            : List.of();
    int candidate = choice.candidate();
    return new Reasoned(
        choice,
        terms,
        asked.nearest(candidate),
        cost.map(own -> Priced.of(own.kind(), function, choice.value(), own.at(candidate))));
  }
}
