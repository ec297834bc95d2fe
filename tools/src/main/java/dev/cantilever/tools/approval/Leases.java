package dev.cantilever.tools.approval;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.run.LeaseState;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether what somebody wants to do lies inside what a person has allowed beforehand. */
final class Leases {

  private Leases() {}

  /**
   * What a plan comes to.
   *
   * @param instruments which it acts on
   * @param most its gravest effect
   */
  record Wish(List<InstrumentId> instruments, Effect most, Cost predicted) {

    Lease.Allowance use() {
      return new Lease.Allowance(
          predicted.time(), predicted.exposure(), predicted.loops(), predicted.impulse());
    }
  }

  /** The first lease that covers it. */
  static Optional<LeaseState> covering(Wish wish, List<LeaseState> leases, Instant now) {
    return leases.stream().filter(lease -> covers(lease, wish, now)).findFirst();
  }

  private static boolean covers(LeaseState lease, Wish wish, Instant now) {
    return lease.holds(now)
        && lease.bounds().instruments().containsAll(wish.instruments())
        && wish.most().compareTo(lease.bounds().most()) <= 0
        && wish.predicted().probes() == 0
        && lease.left().minus(wish.use()).suffices();
  }
}
