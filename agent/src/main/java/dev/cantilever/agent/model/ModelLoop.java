package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.trace.NumberTrace;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.ChatEvent.ModelUse;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sentence answered in some rounds with a model, within its budget. */
final class ModelLoop {

  private final ModelTurns turns;
  private final Prompt prompt;
  private final Purse purse;
  private final NumberTrace trace;
  private final Actor actor;
  private final Dialogue dialogue;
  private final ToolDesk desk;
  private final OfferedTools offered;
  private final ToolCalls calls;
  private final List<ChatMessage> messages = new ArrayList<>();
  private final long begun = System.nanoTime();

  ModelLoop(
      ModelPlanner.Means means, Prompt prompt, Actor actor, Dialogue dialogue, ToolDesk desk) {
    this.turns = means.turns();
    this.purse = means.purse();
    this.trace = means.trace();
    this.prompt = prompt;
    this.actor = actor;
    this.dialogue = dialogue;
    this.desk = desk;
    this.offered = means.offered();
    this.calls = new ToolCalls(actor, dialogue, desk, offered, trace);
  }

  Reply run() {
    messages.add(SystemMessage.from(prompt.with("seed", Long.toString(dialogue.seed()))));
    messages.addAll(Memory.of(dialogue));
    for (int round = 0; round < purse.budget().rounds(); round++) {
      Optional<Reply> reply = round();
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return new Reply.Cannot(
        "The model found no plan in %d rounds; nothing was done. Say it in other words, or use --planner grammar."
            .formatted(purse.budget().rounds()));
  }

  /** The reply that ends the loop, or empty where the model is to go on. */
  private Optional<Reply> round() {
    ChatRequest request =
        ChatRequest.builder()
            .messages(List.copyOf(messages))
            .toolSpecifications(offered.specifications())
            .build();
    long asked = Meter.estimate(request);
    Optional<String> refusal = purse.refusal(asked).or(this::outOfTime);
    if (refusal.isPresent()) {
      note("OVER_BUDGET", refusal.get(), Optional.empty());
      return Optional.of(
          new Reply.Cannot(
              "The model is not asked any further: %s. Nothing was done. Begin a new conversation, raise the limit, or use --planner grammar."
                  .formatted(refusal.get())));
    }
    return heard(turns.ask(request, left()), asked);
  }

  private Duration left() {
    return purse.budget().time().minusNanos(System.nanoTime() - begun);
  }

  private Optional<String> outOfTime() {
    return left().isPositive()
        ? Optional.empty()
        : Optional.of(
            "its %d s for one sentence are over (CANTILEVER_LLM_SECONDS)"
                .formatted(purse.budget().time().toSeconds()));
  }

  private Optional<Reply> heard(Turn turn, long asked) {
    return switch (turn) {
      case Turn.Incomplete incomplete -> {
        note("INCOMPLETE", incomplete.reason(), Optional.of(spent(Optional.empty(), asked, "")));
        yield Optional.of(
            new Reply.Cannot(
                "The model's answer was not whole (%s), so nothing of it was done. Try again."
                    .formatted(incomplete.reason())));
      }
      case Turn.Unavailable unavailable -> {
        note("UNAVAILABLE", unavailable.reason(), Optional.empty());
        yield Optional.of(
            new Reply.Cannot(
                "The model cannot be asked (%s). Check CANTILEVER_LLM_URL and CANTILEVER_LLM_KEY, or use --planner grammar."
                    .formatted(unavailable.reason())));
      }
      case Turn.Complete complete -> {
        ModelUse use = spent(Optional.of(complete), asked, complete.message().toString());
        note(complete.finish(), complete.text(), Optional.of(use));
        messages.add(complete.repeated());
        if (!complete.message().hasToolExecutionRequests()) {
          yield Optional.of(words(complete.text().strip()));
        }
        ToolCalls.Outcome outcome = calls.run(complete.message().toolExecutionRequests());
        messages.addAll(outcome.answers());
        yield outcome.reply();
      }
    };
  }

  private ModelUse spent(Optional<Turn.Complete> turn, long asked, String answer) {
    ModelUse use =
        Meter.use(
            turn.flatMap(Turn.Complete::usage),
            asked,
            answer.length(),
            offered.hash().text(),
            turns.repeats());
    purse.spend(use);
    return use;
  }

  private void note(String finish, String text, Optional<ModelUse> use) {
    desk.note(actor, new ChatEvent.ModelTurn(actor.id(), prompt.hash().text(), finish, text, use));
  }

  /** What it said, with a mark at every number that came from no tool. */
  private Reply words(String text) {
    if (text.isEmpty()) {
      return new Reply.Cannot("The model said nothing; nothing was done. Try again.");
    }
    String marked = trace.marked(text);
    return text.endsWith("?") ? new Reply.Question(marked) : new Reply.Said(marked);
  }
}
