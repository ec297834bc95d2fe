package dev.cantilever.tools.search;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.structured.UndefinedMean;
import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.RunEvent.CourseRequested;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Masked;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Steered;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Does what the decider says until it says that it is over, or somebody asks to stop. */
final class SearchRunner {

  private final CallContext context;
  private final SearchDecider decider = new SearchDecider();

  SearchRunner(CallContext context) {
    this.context = context;
  }

  /** The problems that ended it, or none. */
  List<Problem> run() {
    while (true) {
      RunState run = context.run().released(false);
      SearchState state = SearchState.of(run.search()).orElseThrow();
      if (state.finished().isPresent()) {
        return List.of();
      }
      if (run.stopRequested().isPresent()) {
        return finish(state, "stopped: " + run.stopRequested().get().reason());
      }
      List<CourseRequested> asked = SearchSteering.Written.asked(run);
      int taken = state.course().size();
      List<Problem> problems =
          asked.size() > taken ? turn(asked.get(taken), state) : step(run, state);
      if (!problems.isEmpty()) {
        return problems;
      }
    }
  }

  /** Only the runner writes events of the search, so that their order is what it knew. */
  private List<Problem> turn(CourseRequested request, SearchState state) {
    SearchSteering change = SearchSteering.Written.read(request.change());
    return record(
        new Steered(request.by(), request.change(), SearchCourse.brought(change, state)));
  }

  private List<Problem> step(RunState run, SearchState state) {
    return switch (decider.decide(state)) {
      case SearchDecision.Finish finish -> finish(state, finish.reason());
      case SearchDecision.Propose propose -> propose(propose);
      case SearchDecision.Try one ->
          leftOver(run, state)
              .map(call -> adopt(one.trial(), call))
              .orElseGet(() -> attempt(one.trial(), state));
    };
  }

  private List<Problem> record(SearchEvent event) {
    context.run().record(event);
    return List.of();
  }

  /**
   * Between two batches nothing is in the middle of anything; what was steered meanwhile counts.
   */
  private List<Problem> propose(SearchDecision.Propose decision) {
    RunState run = context.run().released(true);
    SearchState state = SearchState.of(run.search()).orElseThrow();
    boolean another = SearchSteering.Written.asked(run).size() > state.course().size();
    if (another || run.stopRequested().isPresent()) {
      return List.of();
    }
    return computed(() -> decider.propose(state, decision));
  }

  private List<Problem> finish(SearchState state, String reason) {
    return computed(() -> decider.finish(state, reason));
  }

  /** Data that nothing fits are a finding and no accident. */
  private List<Problem> computed(Supplier<SearchEvent> work) {
    try {
      return record(work.get());
    } catch (NotPositiveDefinite | ImpossibleStart | UndefinedMean failure) {
      return List.of(Problem.of(ProblemCode.OUTPUT_INVALID, failure.getMessage()));
    }
  }

  private List<Problem> attempt(int number, SearchState state) {
    Trial trial = state.trials().get(number);
    ToolResult<? extends Record> result =
        context
            .run()
            .call(
                context.call(),
                "instrument.evaluate",
                new EvaluateCondition.Input(
                    state.specification().instrument(), trial.settings(), trial.fidelity()));
    return switch (result) {
      case ToolResult.Done<? extends Record> done -> {
        CallId call = lastEvaluation(context.run().state()).orElseThrow().call();
        yield observe(number, call, (EvaluateCondition.Output) done.output());
      }
      case ToolResult.Failed<? extends Record> failed -> failed(number, failed);
    };
  }

  /** A device that says no masks the trial; everything else ends the search. */
  private List<Problem> failed(int trial, ToolResult.Failed<? extends Record> failed) {
    boolean deviceSaidNo =
        failed.effect() == EffectHappened.NONE
            && failed.problems().stream().allMatch(p -> p.code() == ProblemCode.DEVICE);
    return deviceSaidNo
        ? record(new Masked(trial, Optional.empty(), failed.problems().getFirst().message()))
        : failed.problems();
  }

  private List<Problem> observe(int trial, CallId call, EvaluateCondition.Output output) {
    Observed observed = new Observed(trial, call, output.outcomes());
    SearchState now = SearchState.of(context.run().state().search()).orElseThrow();
    List<String> missing =
        SearchSummary.wanted(now.specification()).stream()
            .filter(name -> Experience.outcome(observed, name).isEmpty())
            .toList();
    return missing.isEmpty()
        ? record(observed)
        : record(
            new Masked(trial, Optional.of(call), "it gave no " + String.join(" and no ", missing)));
  }

  /** An evaluation that ended while nobody was there to note it, or whose fate is unknown. */
  private Optional<CallState> leftOver(RunState run, SearchState state) {
    Set<CallId> noted = new HashSet<>();
    state.observed().forEach(one -> noted.add(one.call()));
    state.masked().forEach(one -> one.call().ifPresent(noted::add));
    return lastEvaluation(run)
        .filter(call -> !noted.contains(call.call()))
        .filter(SearchRunner::happened);
  }

  private Optional<CallState> lastEvaluation(RunState run) {
    return run.calls().reversed().stream()
        .filter(call -> call.tool().equals("instrument.evaluate"))
        .filter(call -> call.parent().equals(Optional.of(context.call())))
        .findFirst();
  }

  private static boolean happened(CallState call) {
    return call.last()
        .map(
            event ->
                switch (event) {
                  case CallEvent.Settled settled -> true;
                  case CallEvent.Reconciled reconciled ->
                      reconciled.effect() != EffectHappened.NONE;
                  case CallEvent.Failed failed -> failed.effect() != EffectHappened.NONE;
                  case CallEvent.Refused refused -> false;
                  case CallEvent.Proposed proposed -> false;
                  case CallEvent.Dispatched dispatched -> false;
                })
        .orElse(false);
  }

  private List<Problem> adopt(int trial, CallState call) {
    return call.result()
        .map(EvaluateCondition::readOutput)
        .map(output -> observe(trial, call.call(), output))
        .orElseGet(
            () ->
                record(
                    new Masked(
                        trial,
                        Optional.of(call.call()),
                        "nobody knows whether it was done; it is not repeated")));
  }
}
