package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Optional;

/** The life of an approval: asked for, given or not, used up by one run. */
public sealed interface ApprovalEvent extends Event {

  TicketId ticket();

  /** Somebody wants a plan to be run. */
  record Requested(TicketId ticket, Terms terms) implements ApprovalEvent {}

  /**
   * A person said yes.
   *
   * @param holdsFor for how long
   * @param under the lease by which a person had said yes beforehand, if so
   */
  record Granted(TicketId ticket, TimeSpan holdsFor, Optional<Leased> under)
      implements ApprovalEvent {}

  /** Which lease, and what of it this uses up. */
  record Leased(LeaseId lease, Lease.Allowance use) {}

  /** A person said no, and why. */
  record Denied(TicketId ticket, String reason) implements ApprovalEvent {}

  /** A run began with it; no other will. */
  record Used(TicketId ticket, RunId run) implements ApprovalEvent {}
}
