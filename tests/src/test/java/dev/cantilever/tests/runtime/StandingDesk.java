package dev.cantilever.tests.runtime;

import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;

/** A desk that keeps its instruments connected, so that hundreds of sentences are read quickly. */
final class StandingDesk implements ToolDesk, AutoCloseable {

  private final Home home;
  private final CallReader reader = new CallReader(Toolbox.standard());
  private RunLog log;
  private InstrumentRack rack;

  StandingDesk(Home home) {
    this.home = home;
    open();
  }

  private void open() {
    log = home.openDesk();
    rack = InstrumentRack.open(home.instruments());
  }

  /** Lets go of the instruments while something else has them. */
  void aside(Runnable work) {
    close();
    work.run();
    open();
  }

  @Override
  public Catalogue tools() {
    return reader.catalogue();
  }

  @Override
  public Answer call(Actor actor, String tool, String arguments) {
    return new Dispatcher(reader, log, rack, home)
        .dispatch(actor, new Authority.None(), Optional.empty(), tool, arguments);
  }

  @Override
  public Verdict check(Plan plan) {
    return new PlanCheck(reader).check(plan, rack);
  }

  @Override
  public void note(Actor actor, ChatEvent event) {
    log.append(actor, List.of(event), List.of());
  }

  @Override
  public void close() {
    rack.close();
    log.close();
  }
}
