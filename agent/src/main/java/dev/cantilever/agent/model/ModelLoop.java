package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One sentence answered in at most a dozen rounds with a model. */
final class ModelLoop {

  private static final int MOST_ROUNDS = 12;
  private static final int SAME_REFUSALS = 3;
  private static final int LONGEST_RESULT = 8_000;

  private final ModelTurns turns;
  private final Prompt prompt;
  private final Actor actor;
  private final Dialogue dialogue;
  private final ToolDesk desk;
  private final OfferedTools offered;
  private final List<ChatMessage> messages = new ArrayList<>();
  private final Map<String, Integer> refusals = new HashMap<>();

  ModelLoop(ModelTurns turns, Prompt prompt, Actor actor, Dialogue dialogue, ToolDesk desk) {
    this.turns = turns;
    this.prompt = prompt;
    this.actor = actor;
    this.dialogue = dialogue;
    this.desk = desk;
    this.offered = new OfferedTools(desk.tools());
  }

  Reply run() {
    messages.add(SystemMessage.from(prompt.with("seed", Long.toString(dialogue.seed()))));
    for (Dialogue.Turn turn : dialogue.turns()) {
      messages.add(
          switch (turn.speaker()) {
            case PERSON -> UserMessage.from(turn.text().isBlank() ? "(nothing)" : turn.text());
            case PLANNER -> AiMessage.from(turn.text());
          });
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<Reply> reply = round();
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return new Reply.Cannot(
        "The model found no plan in %d rounds; nothing was done. Say it in other words, or use --planner grammar."
            .formatted(MOST_ROUNDS));
  }

  /** The reply that ends the loop, or empty where the model is to go on. */
  private Optional<Reply> round() {
    ChatRequest request =
        ChatRequest.builder()
            .messages(List.copyOf(messages))
            .toolSpecifications(offered.specifications())
            .build();
    return switch (turns.ask(request)) {
      case Turn.Incomplete incomplete -> {
        note("INCOMPLETE", incomplete.reason());
        yield Optional.of(
            new Reply.Cannot(
                "The model's answer was not whole (%s), so nothing of it was done. Try again."
                    .formatted(incomplete.reason())));
      }
      case Turn.Unavailable unavailable -> {
        note("UNAVAILABLE", unavailable.reason());
        yield Optional.of(
            new Reply.Cannot(
                "The model cannot be asked (%s). Check CANTILEVER_LLM_URL and CANTILEVER_LLM_KEY, or use --planner grammar."
                    .formatted(unavailable.reason())));
      }
      case Turn.Complete complete -> {
        note(complete.finish(), complete.text());
        messages.add(complete.repeated());
        yield complete.message().hasToolExecutionRequests()
            ? calls(complete.message().toolExecutionRequests())
            : Optional.of(words(complete.text().strip()));
      }
    };
  }

  private void note(String finish, String text) {
    desk.note(actor, new ChatEvent.ModelTurn(actor.id(), prompt.hash().text(), finish, text));
  }

  private static Reply words(String text) {
    if (text.isEmpty()) {
      return new Reply.Cannot("The model said nothing; nothing was done. Try again.");
    }
    return text.endsWith("?") ? new Reply.Question(text) : new Reply.Said(text);
  }

  /**
   * All calls of a turn are looked at before the first one runs. A bad call that came alone is left
   * to the desk, which refuses it too and writes it down.
   */
  private Optional<Reply> calls(List<ToolExecutionRequest> calls) {
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
      case Verdict.Ready ready -> Optional.of(new Reply.Proposal(proposed, List.of()));
      case Verdict.Refused refused -> {
        desk.note(actor, new ChatEvent.PlanRefused(refused.plan(), refused.problems()));
        answer(call, "the plan was refused: " + sentences(refused.problems()));
        yield isLoop(List.of(call))
            ? Optional.of(loop(sentences(refused.problems())))
            : Optional.empty();
      }
    };
  }

  private String goal() {
    return String.join(", ", dialogue.openSentences()).strip();
  }

  private Optional<Reply> callTool(ToolExecutionRequest call) {
    String name = offered.named(call.name()).orElseThrow();
    return switch (desk.call(actor, name, arguments(call))) {
      case Answer.Settled settled -> {
        answer(call, settled.result().canonical());
        yield Optional.empty();
      }
      case Answer.Refused refused -> refusedCall(call, refused.problems());
      case Answer.Failed failed -> refusedCall(call, failed.problems());
    };
  }

  private Optional<Reply> refusedCall(ToolExecutionRequest call, List<Problem> problems) {
    answer(call, "refused: " + sentences(problems));
    return isLoop(List.of(call)) ? Optional.of(loop(sentences(problems))) : Optional.empty();
  }

  private void answer(ToolExecutionRequest call, String text) {
    String kept =
        text.length() > LONGEST_RESULT ? text.substring(0, LONGEST_RESULT) + "… (cut)" : text;
    messages.add(ToolExecutionResultMessage.from(call, kept));
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
