package dev.cantilever.agent.web.api;

import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.review.CallRow;
import dev.cantilever.tools.review.Reviewed;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call for whoever looks through a run.
 *
 * @param state {@code proposed}, {@code open}, {@code settled}, {@code refused}, {@code failed} or
 *     {@code reconciled}
 * @param happened what it did to an instrument, where that is not what it was to do
 * @param seq number of the entry that proposes it
 * @param proposed when
 * @param dispatched when it was let through
 * @param ended when its outcome was written down
 * @param seconds from its first to its last entry
 * @param received its arguments as they came
 * @param rule by which it was let through
 * @param debit what it was to use up
 * @param evidence from which its outcome is known, where that had been lost
 * @param is {@code refused}, {@code approved} by a person, {@code outside-plan}, {@code changing}
 *     an instrument, {@code untrusted} for what it hangs on, {@code quoting} strangers
 * @param origins texts of strangers from which its arguments come
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
    List<Problem> problems,
    long seq,
    String proposed,
    Optional<String> dispatched,
    Optional<String> ended,
    Optional<Double> seconds,
    String received,
    Optional<String> rule,
    Optional<JsonText> debit,
    Optional<String> evidence,
    List<String> is,
    List<String> origins) {

  public CallLine {
    problems = List.copyOf(problems);
    is = List.copyOf(is);
    origins = List.copyOf(origins);
  }

  /**
   * A call that was found.
   *
   * @param facts all that the journal says of it
   */
  static CallLine of(Reviewed.Found found, List<Fact> facts) {
    CallRow row = found.row();
    CallEvent.Proposed proposed = (CallEvent.Proposed) facts.getFirst().event();
    Optional<CallEvent.Dispatched> dispatched = event(facts, CallEvent.Dispatched.class);
    CallEvent last = (CallEvent) facts.getLast().event();
    return new CallLine(
        proposed.call(),
        facts.getFirst().actor(),
        proposed.parent(),
        proposed.step(),
        proposed.tool(),
        row.effect(),
        row.state(),
        dispatched.map(CallEvent.Dispatched::arguments),
        result(last),
        happened(last),
        problems(last),
        row.proposed().seq(),
        row.proposed().at(),
        row.dispatched().map(CallRow.Place::at),
        row.ended().map(CallRow.Place::at),
        row.ended().map(end -> seconds(row.proposed().at(), end.at())),
        proposed.received(),
        row.rule(),
        dispatched.flatMap(CallEvent.Dispatched::debit),
        event(facts, CallEvent.Reconciled.class).map(CallEvent.Reconciled::evidence),
        found.is(),
        found.origins());
  }

  private static <E extends CallEvent> Optional<E> event(List<Fact> facts, Class<E> kind) {
    return facts.stream().map(Fact::event).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static double seconds(String from, String to) {
    return Duration.between(Instant.parse(from), Instant.parse(to)).toNanos() / 1e9;
  }

  private static Optional<JsonText> result(CallEvent last) {
    return switch (last) {
      case CallEvent.Settled settled -> Optional.of(settled.result());
      case CallEvent.Reconciled reconciled -> reconciled.result();
      case CallEvent.Proposed p -> Optional.empty();
      case CallEvent.Dispatched d -> Optional.empty();
      case CallEvent.Refused r -> Optional.empty();
      case CallEvent.Failed f -> Optional.empty();
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
