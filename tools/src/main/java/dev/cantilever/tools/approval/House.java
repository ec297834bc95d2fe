package dev.cantilever.tools.approval;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.run.DeskState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.id.LeaseId;
import java.util.List;
import java.util.function.Function;

/** What persons lay down for the whole installation: autonomy and leases. No tool reaches this. */
public final class House {

  private final Home home;

  public House(Home home) {
    this.home = home;
  }

  /** From now on so much happens without a person; runs that have begun go on as they began. */
  public void set(Autonomy level, Actor person) {
    lay(log -> new DeskEvent.AutonomySet(level), person);
  }

  /** Lets plans inside these bounds run without a question, where autonomy allows that. */
  public LeaseId give(Lease bounds, Actor person) {
    return lay(log -> new DeskEvent.LeaseGiven(log.nextLease(), bounds), person).lease();
  }

  /** Ends a lease; whether there was one. */
  public boolean end(LeaseId lease, Actor person) {
    boolean known =
        home.find(Home.DESK).stream()
            .flatMap(desk -> desk.desk().leases().stream())
            .anyMatch(one -> one.lease().equals(lease));
    if (known) {
      lay(log -> new DeskEvent.LeaseEnded(lease), person);
    }
    return known;
  }

  /** Lets planners call a tool of a foreign server as it is described now. */
  public void allow(DeskEvent.ForeignToolAllowed tool, Actor person) {
    lay(log -> tool, person);
  }

  /** Ends that; whether there was anything to end. */
  public boolean forbid(String server, String tool, Actor person) {
    boolean known =
        home.find(Home.DESK).stream()
            .flatMap(desk -> desk.desk().foreignTools().stream())
            .anyMatch(one -> one.server().equals(server) && one.tool().equals(tool));
    if (known) {
      lay(log -> new DeskEvent.ForeignToolForbidden(server, tool), person);
    }
    return known;
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <E extends DeskEvent> E lay(Function<DeskState, E> event, Actor person) {
    try (RunLog log = home.openDesk();
        RunLock lock = RunLock.await(home.desk())) {
      E laid = event.apply(log.refresh().desk());
      log.append(person, List.of(laid), List.of());
      return laid;
    }
  }
}
