package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One approval as far as the journal tells.
 *
 * @param requested when it was asked for
 * @param last the last thing that happened to it, and who did it when
 */
public record TicketState(TicketId ticket, Terms terms, Instant requested, Optional<Last> last) {

  /** What happened to a ticket. */
  public record Last(ApprovalEvent event, Actor by, Instant at) {}

  /** How it stands. */
  public enum Status {
    PENDING,
    APPROVED,
    EXPIRED,
    DENIED,
    USED
  }

  static TicketState of(Instant at, ApprovalEvent.Requested requested) {
    return new TicketState(requested.ticket(), requested.terms(), at, Optional.empty());
  }

  TicketState with(ApprovalEvent event, Actor by, Instant at) {
    return new TicketState(ticket, terms, requested, Optional.of(new Last(event, by, at)));
  }

  public Status status(Instant now) {
    if (last.isEmpty()) {
      return Status.PENDING;
    }
    return switch (last.get().event()) {
      case ApprovalEvent.Requested again -> Status.PENDING;
      case ApprovalEvent.Granted granted ->
          now.isBefore(expires().orElseThrow()) ? Status.APPROVED : Status.EXPIRED;
      case ApprovalEvent.Denied denied -> Status.DENIED;
      case ApprovalEvent.Used used -> Status.USED;
    };
  }

  /** Until when a yes holds; empty where none was said or it was used. */
  public Optional<Instant> expires() {
    return last.flatMap(
        one ->
            one.event() instanceof ApprovalEvent.Granted granted
                ? Optional.of(
                    one.at()
                        .plus(Duration.ofMillis(Math.round(granted.holdsFor().seconds() * 1e3))))
                : Optional.empty());
  }
}
