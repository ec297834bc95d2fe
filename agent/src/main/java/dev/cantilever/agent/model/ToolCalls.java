package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.trace.NumberTrace;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of the tool calls of a model, turn after turn of one sentence. */
final class ToolCalls {

  private static final int SAME_REFUSALS = 3;

  private final Actor actor;
  private final Dialogue dialogue;
  private final ToolDesk desk;
  private final OfferedTools offered;
  private final NumberTrace trace;
  private final Map<String, Integer> refusals = new HashMap<>();
  private final List<ToolExecutionResultMessage> answers = new ArrayList<>();

  ToolCalls(
      Actor actor, Dialogue dialogue, ToolDesk desk, OfferedTools offered, NumberTrace trace) {
    this.actor = actor;
    this.dialogue = dialogue;
    this.desk = desk;
    this.offered = offered;
    this.trace = trace;
  }

  /**
   * What came of the calls of one turn.
   *
   * @param answers what the model is told, call by call
   * @param reply what ends the loop; empty where the model is to go on
   */
  record Outcome(List<ToolExecutionResultMessage> answers, Optional<Reply> reply) {}

  Outcome run(List<ToolExecutionRequest> calls) {
    answers.clear();
    Optional<Reply> reply = runAll(calls);
    return new Outcome(List.copyOf(answers), reply);
  }

  /**
   * All calls of a turn are looked at before the first one runs. A bad call that came alone is left
   * to the desk, which refuses it too and writes it down.
   */
  private Optional<Reply> runAll(List<ToolExecutionRequest> calls) {
    Optional<String> objection = objection(calls);
    if (objection.isPresent()) {
      desk.note(Actor.RUNTIME, new ChatEvent.Answered("turn-refused", objection.get()));
      for (ToolExecutionRequest call : calls) {
        answer(call, "refused; no call of this turn was run: " + objection.get());
      }
      return isLoop(calls) ? Optional.of(loop(objection.get())) : Optional.empty();
    }
    if (calls.getFirst().name().equals(OfferedTools.PROPOSE_PLAN)) {
      return plan(calls.getFirst());
    }
    for (ToolExecutionRequest call : calls) {
      Optional<Reply> end = callTool(call);
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private Optional<String> objection(List<ToolExecutionRequest> calls) {
    for (ToolExecutionRequest call : calls) {
      boolean isPlan = OfferedTools.PROPOSE_PLAN.equals(call.name());
      if (isPlan && calls.size() > 1) {
        return Optional.of("propose_plan must be called alone");
      }
      if (!isPlan && offered.named(String.valueOf(call.name())).isEmpty()) {
        return Optional.of("there is no tool \"%s\"".formatted(call.name()));
      }
      if (calls.size() > 1) {
        List<Problem> problems = offered.problems(call.name(), arguments(call));
        if (!problems.isEmpty()) {
          return Optional.of(sentences(problems));
        }
      }
      if (isPlan
          && OfferedTools.PLAN.parse(arguments(call))
              instanceof Parsed.Invalid<OfferedTools.PlanArguments> invalid) {
        return Optional.of(sentences(invalid.problems()));
      }
    }
    return Optional.empty();
  }

  private static String arguments(ToolExecutionRequest call) {
    String text = call.arguments();
    return text == null || text.isBlank() ? "{}" : text;
  }

  private Optional<Reply> plan(ToolExecutionRequest call) {
    Plan proposed =
        switch (OfferedTools.PLAN.parse(arguments(call))) {
          case Parsed.Invalid<OfferedTools.PlanArguments> invalid -> new Plan(goal(), List.of());
          case Parsed.Valid<OfferedTools.PlanArguments> valid ->
              new Plan(goal(), valid.value().steps());
        };
    return switch (desk.check(proposed)) {
      case Verdict.Ready ready -> Optional.of(proposal(proposed));
      case Verdict.Refused refused -> {
        desk.note(actor, new ChatEvent.PlanRefused(refused.plan(), refused.problems()));
        answer(call, "the plan was refused: " + sentences(refused.problems()));
        yield isLoop(List.of(call))
            ? Optional.of(loop(sentences(refused.problems())))
            : Optional.empty();
      }
    };
  }

  private Reply proposal(Plan plan) {
    List<String> fromText = FromText.lines(plan, trace);
    return new Reply.Proposal(plan, fromText, fromText);
  }

  private String goal() {
    return String.join(", ", dialogue.openSentences()).strip();
  }

  private Optional<Reply> callTool(ToolExecutionRequest call) {
    String name = offered.named(call.name()).orElseThrow();
    return switch (desk.call(actor, name, arguments(call))) {
      case Answer.Settled settled -> {
        Origin own = Origin.of(name);
        boolean isDerived = own.trusted() && isFedByText(arguments(call));
        Origin origin = isDerived ? Origin.DERIVED : own;
        traced(settled, origin);
        answer(call, ResultText.of(settled, origin));
        yield Optional.empty();
      }
      case Answer.Refused refused -> refusedCall(call, refused.problems());
      case Answer.Failed failed -> refusedCall(call, failed.problems());
    };
  }

  private void traced(Answer.Settled settled, Origin origin) {
    switch (origin) {
      case COMPUTED, INSTRUMENT -> trace.result(settled.result());
      case DERIVED -> trace.derived(settled.result());
      case FILE, NOTE -> trace.text(settled.result());
      case FOREIGN -> trace.foreign(settled.result());
    }
  }

  private boolean isFedByText(String arguments) {
    return trace.isFedByText(StrictJson.ours(arguments)); // the desk has read them strictly
  }

  private Optional<Reply> refusedCall(ToolExecutionRequest call, List<Problem> problems) {
    answer(call, "refused: " + sentences(problems));
    return isLoop(List.of(call)) ? Optional.of(loop(sentences(problems))) : Optional.empty();
  }

  private void answer(ToolExecutionRequest call, String text) {
    answers.add(ToolExecutionResultMessage.from(call, text));
  }

  /** Whether exactly this was refused for the third time. */
  private boolean isLoop(List<ToolExecutionRequest> calls) {
    String key =
        calls.stream()
            .map(call -> call.name() + " " + call.arguments())
            .collect(Collectors.joining("\n"));
    return refusals.merge(key, 1, Integer::sum) >= SAME_REFUSALS;
  }

  private static Reply loop(String reason) {
    return new Reply.Cannot(
        "The model asked for the same refused thing three times, so I stopped it; nothing was done. The reason of the refusal: "
            + reason);
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
  }
}
