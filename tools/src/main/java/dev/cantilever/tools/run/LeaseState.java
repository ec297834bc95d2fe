package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.id.LeaseId;
import java.time.Duration;
import java.time.Instant;

/**
 * One lease as far as the journal tells.
 *
 * @param by who gave it
 * @param ends when it ends, or ended
 * @param left what plans may still use up
 */
public record LeaseState(
    LeaseId lease, Actor by, Lease bounds, Instant ends, Lease.Allowance left) {

  static LeaseState of(LeaseId lease, Actor by, Lease bounds, Instant at) {
    Duration holds = Duration.ofMillis(Math.round(bounds.holdsFor().seconds() * 1e3));
    return new LeaseState(lease, by, bounds, at.plus(holds), bounds.allowance());
  }

  LeaseState ended(Instant at) {
    return new LeaseState(lease, by, bounds, at.isBefore(ends) ? at : ends, left);
  }

  LeaseState spent(Lease.Allowance use) {
    return new LeaseState(lease, by, bounds, ends, left.minus(use));
  }

  public boolean holds(Instant now) {
    return now.isBefore(ends);
  }
}
