package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One approval as far as the journal tells.
 *
 * @param requested when it was asked for
 * @param last the last thing that happened to it, and who did it when
 * @param yeses everybody's last yes
 */
public record TicketState(
    TicketId ticket, Terms terms, Instant requested, Optional<Last> last, List<Yes> yeses) {

  public TicketState {
    yeses = List.copyOf(yeses);
  }

  /** What happened to a ticket. */
  public record Last(ApprovalEvent event, Actor by, Instant at) {}

  /**
   * Somebody's yes.
   *
   * @param until when it ends
   * @param leased whether it was said beforehand, by a lease
   */
  public record Yes(Actor by, Instant until, boolean leased) {}

  /** How it stands. */
  public enum Status {
    PENDING,
    APPROVED,
    EXPIRED,
    DENIED,
    USED
  }

  static TicketState of(Instant at, ApprovalEvent.Requested requested) {
    return new TicketState(requested.ticket(), requested.terms(), at, Optional.empty(), List.of());
  }

  TicketState with(ApprovalEvent event, Actor by, Instant at) {
    Optional<Last> now = Optional.of(new Last(event, by, at));
    if (!(event instanceof ApprovalEvent.Granted granted)) {
      return new TicketState(ticket, terms, requested, now, yeses);
    }
    List<Yes> all = new ArrayList<>(yeses);
    all.removeIf(yes -> yes.by().id().equals(by.id()));
    Duration holds = Duration.ofMillis(Math.round(granted.holdsFor().seconds() * 1e3));
    all.add(new Yes(by, at.plus(holds), granted.under().isPresent()));
    return new TicketState(ticket, terms, requested, now, all);
  }

  public Status status(Instant now) {
    if (last.isEmpty()) {
      return Status.PENDING;
    }
    return switch (last.get().event()) {
      case ApprovalEvent.Requested again -> Status.PENDING;
      case ApprovalEvent.Granted granted -> granted(now);
      case ApprovalEvent.Denied denied -> Status.DENIED;
      case ApprovalEvent.Used used -> Status.USED;
    };
  }

  /** Whether a yes still counts. */
  public boolean isOpen(Instant now) {
    return switch (status(now)) {
      case PENDING, APPROVED, EXPIRED -> true;
      case DENIED, USED -> false;
    };
  }

  private Status granted(Instant now) {
    if (isLeased(now) || standing(now).size() >= terms.persons()) {
      return Status.APPROVED;
    }
    return standing(now).isEmpty() ? Status.EXPIRED : Status.PENDING;
  }

  /** A lease says yes only where the rules ask nobody. */
  private boolean isLeased(Instant now) {
    boolean asksNobody = terms.asked().filter(one -> one.level().persons() > 0).isEmpty();
    return asksNobody && yeses.stream().anyMatch(yes -> yes.leased() && now.isBefore(yes.until()));
  }

  /** Those who have said yes themselves, and whose yes holds. */
  public List<String> persons(Instant now) {
    return standing(now).stream().map(yes -> yes.by().id()).toList();
  }

  private List<Yes> standing(Instant now) {
    return yeses.stream()
        .filter(yes -> !yes.leased() && now.isBefore(yes.until()))
        .filter(yes -> terms.persons() == 1 || yes.by().kind() == Actor.Kind.PERSON)
        .toList();
  }

  /** Until when all that was said holds; empty where nothing was said or it was used. */
  public Optional<Instant> expires() {
    return last.filter(one -> one.event() instanceof ApprovalEvent.Granted)
        .flatMap(
            one ->
                terms.persons() == 1
                    ? Optional.of(yeses.getLast().until())
                    : yeses.stream().map(Yes::until).min(Comparator.naturalOrder()));
  }
}
