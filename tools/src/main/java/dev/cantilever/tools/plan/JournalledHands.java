package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;

/** Does what a plan says and writes it down; what stands in the journal is not done again. */
final class JournalledHands implements PlanWalk.Hands {

  private static final List<String> YES_OR_NO = List.of("yes", "no");
  private static final TimeSpan PATIENCE = new TimeSpan(3600);

  private final PossibleCalls possible;
  private final Dispatcher dispatcher;
  private final RunLog log;
  private final Actor actor;
  private String failure = "";

  JournalledHands(PossibleCalls possible, Dispatcher dispatcher, RunLog log, Actor actor) {
    this.possible = possible;
    this.dispatcher = dispatcher;
    this.log = log;
    this.actor = actor;
  }

  /** Why the run cannot go on; empty where it can or was stopped. */
  Optional<String> failure() {
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }

  @Override
  public boolean isStopped() {
    return dispatcher.released(false).stopRequested().isPresent();
  }

  @Override
  public void fail(String number, String reason) {
    failure = "step %s: %s".formatted(number, reason);
  }

  @Override
  public Optional<JsonNode> call(String number, Step.Call call) {
    Optional<CallState> begun = Begun.of(log.state(), number);
    if (begun.isPresent() && begun.get().last().isPresent()) {
      failure = Begun.failure(begun.get());
      return begun.get().result().map(result -> StrictJson.ours(result.canonical()));
    }
    if (begun.isEmpty() && !isWanted(number, call)) {
      return Optional.empty();
    }
    Answer answer =
        begun.isPresent()
            ? dispatcher.resume(actor, begun.get().call())
            : dispatcher.dispatch(
                actor,
                authority(number),
                Optional.empty(),
                call.tool(),
                call.arguments().canonical());
    return switch (answer) {
      case Answer.Settled settled -> Optional.of(StrictJson.ours(settled.result().canonical()));
      case Answer.Refused refused -> failed(refused.problems());
      case Answer.Failed failed -> failed(failed.problems());
    };
  }

  private Authority authority(String number) {
    return new Authority.ApprovedStep(number, possible.membership(number).orElseThrow());
  }

  /** Where a person assists, or a rule asks one, whether that person wants this step, too. */
  private boolean isWanted(String number, Step.Call call) {
    Optional<String> rule =
        dispatcher.asksFirst(authority(number), call.tool(), call.arguments().canonical());
    boolean assists =
        log.state()
            .opened()
            .flatMap(RunEvent.Opened::autonomy)
            .equals(Optional.of(Autonomy.ASSIST));
    boolean acts = possible.effect(call.tool()).actsOnInstrument();
    if (rule.isEmpty() && !(assists && acts)) {
      return true;
    }
    String wish =
        "Run step %s, %s %s?%s"
            .formatted(
                number,
                call.tool(),
                PlanText.arguments(call),
                rule.map(" (rule %s asks a person)"::formatted).orElse(""));
    Optional<String> answer = ask(number, new Step.Ask(wish, YES_OR_NO, PATIENCE, "wanted"));
    if (answer.equals(Optional.of("no"))) {
      fail(number, "a person said no");
    }
    return answer.equals(Optional.of("yes"));
  }

  private Optional<JsonNode> failed(List<Problem> problems) {
    failure = Begun.sentences(problems);
    return Optional.empty();
  }

  @Override
  public void judged(String number, String condition, boolean holds, List<String> values) {
    once(new StepEvent.Judged(number, condition, holds, values));
  }

  @Override
  public void measured(String number, String name, JsonText value) {
    once(new StepEvent.Measured(number, name, value));
  }

  @Override
  public void reached(String number, String checkpoint) {
    once(new StepEvent.CheckpointReached(number, checkpoint));
    dispatcher.released(true);
  }

  @Override
  public Optional<String> ask(String number, Step.Ask question) {
    once(new StepEvent.Asked(number, question.question(), question.options()));
    Optional<String> answer = new Waiting(log).answer(number, question.within());
    if (answer.isEmpty() && !isStopped()) {
      fail(
          number, "nobody answered \"%s\" in %s".formatted(question.question(), question.within()));
    }
    return answer;
  }

  private void once(StepEvent event) {
    if (!log.state().steps().contains(event)) {
      log.append(actor, List.of(event), List.of());
    }
  }
}
