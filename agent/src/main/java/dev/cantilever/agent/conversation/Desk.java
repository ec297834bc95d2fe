package dev.cantilever.agent.conversation;

import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Where planners and people call tools that act on no instrument. Holds no instrument open. */
public final class Desk implements ToolDesk, AutoCloseable {

  private final Home home;
  private final CallReader reader;
  private final RunLog log;

  public Desk(Home home, CallReader reader) {
    this.home = home;
    this.reader = reader;
    this.log = home.openDesk();
  }

  @Override
  public Catalogue tools() {
    return reader.catalogue();
  }

  /** One call at a time, also of several processes, so that every call has a name of its own. */
  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Answer call(Actor actor, String tool, String arguments) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments());
        RunLock lock = RunLock.await(home.desk())) {
      return new Dispatcher(reader, log, rack, home)
          .dispatch(actor, new Authority.None(), Optional.empty(), tool, arguments);
    }
  }

  @Override
  public Verdict check(Plan plan) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      return new PlanCheck(reader).check(plan, rack);
    }
  }

  @Override
  public void note(Actor actor, ChatEvent event) {
    log.append(actor, List.of(event), List.of());
  }

  @Override
  public void close() {
    log.close();
  }
}
