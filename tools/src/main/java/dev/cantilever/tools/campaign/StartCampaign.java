package dev.cantilever.tools.campaign;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Decision.Permitted;
import dev.cantilever.kernel.envelope.Decision.Refused;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code campaign.start}: a whole experiment, from its first random sites to its last batch. */
public final class StartCampaign implements Tool<CampaignSpecification, CampaignSummary> {

  private static final RecordType<CampaignSpecification> TYPE =
      RecordType.of(CampaignSpecification.class);

  @Override
  public ToolCard<CampaignSpecification, CampaignSummary> card() {
    return new ToolCard<>(
        "campaign.start",
        "Measures loops at some sites of a sample, chosen batch by batch by a Gaussian process"
            + " and an acquisition function, to find where a reward is largest. Exposes the sample.",
        Effect.EXPOSE,
        CampaignSpecification.class,
        CampaignSummary.class,
        "{\"instrument\": \"pfm-pto\", \"points\": 410, \"bias_amplitude\": \"8.5 V\"}");
  }

  @Override
  public List<Problem> check(CampaignSpecification input, Bench bench) {
    Gate gate = bench.gate(input.instrument());
    return gate.describe()
        .loops()
        .map(loops -> check(input, bench, gate, loops.sites()))
        .orElseGet(
            () ->
                List.of(
                    Problem.of(
                        ProblemCode.ARG_CONFLICT,
                        "%s offers whole conditions and no loops at sites; use campaign.search"
                            .formatted(input.instrument()))));
  }

  private List<Problem> check(CampaignSpecification input, Bench bench, Gate gate, SiteGrid sites) {
    List<Problem> problems = new ArrayList<>();
    int pool = sites.size() - input.avoided(sites).size();
    if (input.points() > pool) {
      problems.add(
          new Problem(
              ProblemCode.ARG_RANGE,
              "/points",
              "%d points are more than the %d sites of %s%s; ask for at most %d"
                  .formatted(input.points(), pool, input.instrument(), without(input), pool),
              "at most " + pool,
              Integer.toString(input.points()),
              List.of(Integer.toString(pool))));
    }
    HysteresisLoop loop = new HysteresisLoop(input.biasAmplitude(), input.loopSteps());
    switch (gate.checkFrom(sites.point(0), loop)) {
      case Permitted permitted -> problems.addAll(overBudget(predict(input, bench), gate));
      case Refused refused -> problems.addAll(refused.problems());
    }
    return problems;
  }

  private static String without(CampaignSpecification input) {
    return input
        .avoid()
        .map(part -> " without the " + part.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("");
  }

  private static List<Problem> overBudget(Cost predicted, Gate gate) {
    return switch (gate.envelope()) {
      case EnvelopeStatus.Missing missing -> List.of();
      case EnvelopeStatus.Loaded loaded -> {
        Budget budget = loaded.envelope().budget();
        boolean inside =
            predicted.time().seconds() <= budget.time().seconds()
                && predicted.loops() <= budget.loops();
        yield inside
            ? List.of()
            : List.of(
                Problem.of(
                    ProblemCode.BUDGET,
                    "%s of instrument time and %d loops are predicted; the envelope %s allows %s and %d a run; ask for fewer points"
                        .formatted(
                            predicted.time(),
                            predicted.loops(),
                            loaded.envelope().name(),
                            budget.time(),
                            budget.loops())));
      }
    };
  }

  /** What every loop of it wants. */
  @Override
  public List<Demand> demands(CampaignSpecification input) {
    return new HysteresisLoop(input.biasAmplitude(), input.loopSteps()).demands();
  }

  @Override
  public Cost predict(CampaignSpecification input, Bench bench) {
    InstrumentDescription instrument = bench.gate(input.instrument()).describe();
    double perSite = instrument.loops().map(loops -> loops.timePerSite().seconds()).orElse(0.0);
    double seconds = input.points() * perSite;
    return new Cost(new TimeSpan(seconds), new Length(0), input.points());
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ToolResult<CampaignSummary> run(CampaignSpecification input, CallContext context) {
    SiteGrid sites =
        context.bench().gate(input.instrument()).describe().loops().orElseThrow().sites();
    if (CampaignState.of(context.run().state().campaign()).isEmpty()) {
      JsonText specification = TYPE.canonical(input);
      context.run().record(new CampaignEvent.Started(context.call(), specification, sites));
    }
    List<Problem> problems = new CampaignRunner(input, sites, context).run();
    CampaignState state = CampaignState.of(context.run().state().campaign()).orElseThrow();
    return problems.isEmpty()
        ? ToolResult.of(CampaignSummary.of(state, context.run().state()))
        : new ToolResult.Failed<>(
            state.done() == 0 ? EffectHappened.UNKNOWN : EffectHappened.FULL, problems);
  }
}
