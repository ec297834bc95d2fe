package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Recalled;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.List;

/**
 * One command sent through the gate on behalf of a tool, and its outcome as the tool's result.
 *
 * @param <O> the tool's result
 */
record GateCall<O extends Record>(
    InstrumentId instrument, Command command, Interpretation<O> interpretation) {

  private static final RecordType<Cost> COST = RecordType.of(Cost.class);

  /** How a reading becomes a tool's result, with the data that the result cites. */
  @FunctionalInterface
  interface Interpretation<O extends Record> {
    ToolResult.Done<O> of(Reading reading, TimeSpan duration, Cost debited);
  }

  List<Problem> check(Bench bench) {
    return switch (bench.gate(instrument).check(command)) {
      case Decision.Permitted permitted -> List.of();
      case Decision.Refused refused -> refused.problems();
    };
  }

  ToolResult<O> run(CallContext context) {
    Gate gate = context.bench().gate(instrument);
    Cost debit = gate.estimate(command);
    return switch (gate.execute(context.commandKey(), command)) {
      case Verdict.Refused refused ->
          new ToolResult.Failed<>(EffectHappened.NONE, refused.problems());
      case Verdict.Acted acted -> result(acted.outcome(), debit);
    };
  }

  private ToolResult<O> result(Outcome outcome, Cost debit) {
    return switch (outcome) {
      case Outcome.Completed completed ->
          interpretation.of(completed.reading(), completed.duration(), debit);
      case Outcome.Failed failed ->
          ToolResult.failed(EffectHappened.NONE, Problem.of(ProblemCode.DEVICE, failed.reason()));
      case Outcome.Unknown unknown ->
          ToolResult.failed(
              EffectHappened.UNKNOWN, Problem.of(ProblemCode.UNKNOWN_EFFECT, unknown.evidence()));
    };
  }

  /** As foreseen: from where the instrument is now, another way would be counted. */
  private Cost debit(CallContext context, Gate gate) {
    return context
        .run()
        .state()
        .call(context.call())
        .debit()
        .map(COST::ours)
        .orElseGet(() -> gate.estimate(command));
  }

  Recalled<O> recall(CallContext context) {
    Gate gate = context.bench().gate(instrument);
    return switch (gate.recall(context.commandKey())) {
      case Recollection.Done done -> {
        ToolResult.Done<O> result =
            interpretation.of(done.reading(), done.duration(), debit(context, gate));
        yield new Recalled.Done<>(
            result.output(), result.blobs(), "the instrument's own ledger lists it");
      }
      case Recollection.NeverArrived never ->
          new Recalled.NeverHappened<>("the instrument's own ledger does not list it");
      case Recollection.CannotTell unknown -> new Recalled.CannotTell<>(unknown.reason());
    };
  }
}
