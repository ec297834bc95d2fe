package dev.cantilever.tools.search;

import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.ConditionCommand;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code campaign.search}: a whole experiment over the conditions of an instrument. */
public final class StartSearch implements Tool<SearchSpecification, SearchSummary> {

  private static final RecordType<Offer.Conditions> OFFER = RecordType.of(Offer.Conditions.class);

  @Override
  public ToolCard<SearchSpecification, SearchSummary> card() {
    return new ToolCard<>(
        "campaign.search",
        "Tries conditions of an instrument (compositions, process settings, parameters of a"
            + " simulation), chosen by a policy: improve one goal within limits that are learnt"
            + " meanwhile, or grow the Pareto front of several. Uses up material.",
        Effect.EXPOSE,
        SearchSpecification.class,
        SearchSummary.class,
        "{\"instrument\": \"crossed-barrel\", \"goals\": [{\"outcome\": \"toughness\"}],"
            + " \"points\": 40}");
  }

  @Override
  public List<Problem> check(SearchSpecification input, Bench bench) {
    Gate gate = bench.gate(input.instrument());
    Optional<Offer.Conditions> offer = gate.describe().conditions();
    if (offer.isEmpty()) {
      return List.of(
          Problem.of(
              ProblemCode.ARG_CONFLICT,
              "%s offers loops at sites and no conditions; use campaign.start"
                  .formatted(input.instrument())));
    }
    List<Problem> problems = new ArrayList<>(PolicyCheck.problems(input, offer.get()));
    Trial corner = corner(input, offer.get());
    switch (gate.check(new ConditionCommand.Evaluate(corner.settings(), corner.fidelity()))) {
      case Decision.Permitted permitted -> {}
      case Decision.Refused refused -> problems.addAll(refused.problems());
    }
    return problems;
  }

  /** The first condition there is, or all parameters at their least values. */
  private static Trial corner(SearchSpecification input, Offer.Conditions offer) {
    double[] lowest = offer.parameters().stream().mapToDouble(Offer.Parameter::min).toArray();
    return Candidates.corner(offer, Series.of(lowest)).trial(0, input.dearestFidelity(offer));
  }

  @Override
  public Cost predict(SearchSpecification input, Bench bench) {
    return bench
        .gate(input.instrument())
        .describe()
        .conditions()
        .map(offer -> predicted(input, offer))
        .orElse(Cost.NONE);
  }

  private static Cost predicted(SearchSpecification input, Offer.Conditions offer) {
    int dearest = input.dearestFidelity(offer);
    double most = input.points() * offer.fidelities().get(dearest).time().seconds();
    double seconds = input.timeLimit().map(limit -> Math.min(most, limit.seconds())).orElse(most);
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ToolResult<SearchSummary> run(SearchSpecification input, CallContext context) {
    if (SearchState.of(context.run().state().search()).isEmpty()) {
      Offer.Conditions offer =
          context.bench().gate(input.instrument()).describe().conditions().orElseThrow();
      context
          .run()
          .record(
              new SearchEvent.Started(context.call(), input.canonical(), OFFER.canonical(offer)));
    }
    List<Problem> problems = new SearchRunner(context).run();
    SearchState state = SearchState.of(context.run().state().search()).orElseThrow();
    return problems.isEmpty()
        ? ToolResult.of(SearchSummary.of(state, context.run().state()))
        : new ToolResult.Failed<>(
            state.done() == 0 ? EffectHappened.UNKNOWN : EffectHappened.FULL, problems);
  }
}
