package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.Optional;

/**
 * One call as far as the journal tells.
 *
 * @param by who asked for it
 * @param step number of the step of the plan that it is, if it is one
 * @param arguments canonical, once it was dispatched
 * @param debit what it uses up, as was foreseen when it was dispatched
 * @param last its final event, once there is one
 */
public record CallState(
    CallId call,
    Actor by,
    Optional<CallId> parent,
    Optional<String> step,
    String tool,
    Optional<Effect> effect,
    Optional<JsonText> arguments,
    Optional<JsonText> debit,
    Optional<CallEvent> last) {

  static CallState of(Actor by, CallEvent.Proposed proposed) {
    return new CallState(
        proposed.call(),
        by,
        proposed.parent(),
        proposed.step(),
        proposed.tool(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  CallState with(CallEvent event) {
    return switch (event) {
      case CallEvent.Proposed proposed -> of(by, proposed);
      case CallEvent.Dispatched dispatched ->
          new CallState(
              call,
              by,
              parent,
              step,
              tool,
              Optional.of(dispatched.effect()),
              Optional.of(dispatched.arguments()),
              dispatched.debit(),
              Optional.empty());
      case CallEvent.Refused refused -> ended(refused);
      case CallEvent.Settled settled -> ended(settled);
      case CallEvent.Failed failed -> ended(failed);
      case CallEvent.Reconciled reconciled -> ended(reconciled);
    };
  }

  private CallState ended(CallEvent event) {
    return new CallState(call, by, parent, step, tool, effect, arguments, debit, Optional.of(event));
  }

  /** Dispatched, and nothing is known of its outcome. */
  public boolean isOpen() {
    return effect.isPresent() && last.isEmpty();
  }

  /** What it returned, whether it settled or was reconciled. */
  public Optional<JsonText> result() {
    return last.flatMap(
        event ->
            switch (event) {
              case CallEvent.Settled settled -> Optional.of(settled.result());
              case CallEvent.Reconciled reconciled -> reconciled.result();
              case CallEvent.Proposed p -> Optional.empty();
              case CallEvent.Dispatched d -> Optional.empty();
              case CallEvent.Refused r -> Optional.empty();
              case CallEvent.Failed f -> Optional.empty();
            });
  }
}
