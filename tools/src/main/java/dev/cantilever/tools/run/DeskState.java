package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.DeskEvent;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.TicketId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What persons have laid down and approved at the desk. */
public final class DeskState {

  private Autonomy autonomy = Autonomy.SUPERVISE;
  private final Map<TicketId, TicketState> tickets = new LinkedHashMap<>();
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final Map<LeaseId, LeaseState> leases = new LinkedHashMap<>();
  private final Map<String, DeskEvent.ForeignToolAllowed> foreign = new LinkedHashMap<>();

  /**
   * A checked plan that was put before a person.
   *
   * @param by whose plan it is
   */
  public record Shown(ChatEvent.PlanShown plan, Actor by) {}

  DeskState() {}

  void apply(Actor actor, ChatEvent.PlanShown plan) {
    shown.putIfAbsent(plan.planHash(), new Shown(plan, actor));
  }

  /** Plans that were put before a person in chat, in the order in which they were first. */
  public List<Shown> shown() {
    return List.copyOf(shown.values());
  }

  void apply(Instant at, Actor actor, ApprovalEvent event) {
    if (event instanceof ApprovalEvent.Requested requested) {
      tickets.put(requested.ticket(), TicketState.of(at, requested));
    } else {
      tickets.computeIfPresent(event.ticket(), (id, state) -> state.with(event, actor, at));
    }
    if (event instanceof ApprovalEvent.Granted granted) {
      granted
          .under()
          .ifPresent(
              use -> leases.computeIfPresent(use.lease(), (id, state) -> state.spent(use.use())));
    }
  }

  void apply(Instant at, Actor actor, DeskEvent event) {
    switch (event) {
      case DeskEvent.AutonomySet set -> autonomy = set.level();
      case DeskEvent.LeaseGiven given ->
          leases.put(given.lease(), LeaseState.of(given.lease(), actor, given.bounds(), at));
      case DeskEvent.LeaseEnded ended ->
          leases.computeIfPresent(ended.lease(), (id, state) -> state.ended(at));
      case DeskEvent.ForeignToolAllowed allowed ->
          foreign.put(allowed.server() + " " + allowed.tool(), allowed);
      case DeskEvent.ForeignToolForbidden forbidden ->
          foreign.remove(forbidden.server() + " " + forbidden.tool());
    }
  }

  /** How much happens without a person. */
  public Autonomy autonomy() {
    return autonomy;
  }

  /** All approvals that were asked for, in order. */
  public List<TicketState> tickets() {
    return List.copyOf(tickets.values());
  }

  /** The name of the next approval. */
  public TicketId nextTicket() {
    return new TicketId("ticket-" + (tickets.size() + 1));
  }

  /** All leases, in order. */
  public List<LeaseState> leases() {
    return List.copyOf(leases.values());
  }

  /** Tools of foreign servers that may be called. */
  public List<DeskEvent.ForeignToolAllowed> foreignTools() {
    return List.copyOf(foreign.values());
  }

  /** The name of the next lease. */
  public LeaseId nextLease() {
    return new LeaseId("lease-" + (leases.size() + 1));
  }
}
