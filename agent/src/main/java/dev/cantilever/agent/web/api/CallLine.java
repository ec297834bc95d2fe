package dev.cantilever.agent.web.api;

import dev.cantilever.tools.run.CallState;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One call for whoever looks through a run.
 *
 * @param state {@code proposed}, {@code open}, {@code settled}, {@code refused}, {@code failed} or
 *     {@code reconciled}
 * @param happened what it did to an instrument, where that is not what it was to do
 */
public record CallLine(
    CallId call,
    Actor by,
    Optional<CallId> parent,
    Optional<String> step,
    String tool,
    Optional<Effect> effect,
    String state,
    Optional<JsonText> arguments,
    Optional<JsonText> result,
    Optional<EffectHappened> happened,
    List<Problem> problems) {

  public CallLine {
    problems = List.copyOf(problems);
  }

  static CallLine of(CallState call) {
    return new CallLine(
        call.call(),
        call.by(),
        call.parent(),
        call.step(),
        call.tool(),
        call.effect(),
        call.last().map(CallLine::word).orElse(call.isOpen() ? "open" : "proposed"),
        call.arguments(),
        call.result(),
        call.last().flatMap(CallLine::happened),
        call.last().map(CallLine::problems).orElse(List.of()));
  }

  private static String word(CallEvent last) {
    return switch (last) {
      case CallEvent.Proposed proposed -> "proposed";
      case CallEvent.Dispatched dispatched -> "open";
      case CallEvent.Settled settled -> "settled";
      case CallEvent.Refused refused -> "refused";
      case CallEvent.Failed failed -> "failed";
      case CallEvent.Reconciled reconciled -> "reconciled";
    };
  }

  private static Optional<EffectHappened> happened(CallEvent last) {
    return switch (last) {
      case CallEvent.Failed failed -> Optional.of(failed.effect());
      case CallEvent.Reconciled reconciled -> Optional.of(reconciled.effect());
      case CallEvent.Proposed p -> Optional.empty();
      case CallEvent.Dispatched d -> Optional.empty();
      case CallEvent.Settled s -> Optional.empty();
      case CallEvent.Refused r -> Optional.empty();
    };
  }

  private static List<Problem> problems(CallEvent last) {
    return switch (last) {
      case CallEvent.Refused refused -> refused.problems();
      case CallEvent.Failed failed -> failed.problems();
      case CallEvent.Proposed p -> List.of();
      case CallEvent.Dispatched d -> List.of();
      case CallEvent.Settled s -> List.of();
      case CallEvent.Reconciled r -> List.of();
    };
  }
}
