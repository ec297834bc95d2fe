package dev.cantilever.agent.conversation;

import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A desk for several threads: whoever comes waits for the one before. */
public final class SharedDesk implements ToolDesk {

  private final ToolDesk desk;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  public SharedDesk(ToolDesk desk) {
    this.desk = desk;
  }

  @Override
  public Catalogue tools() {
    return desk.tools();
  }

  @Override
  public Answer call(Actor actor, String tool, String arguments) {
    return inTurn(() -> desk.call(actor, tool, arguments));
  }

  @Override
  public Verdict check(Plan plan) {
    return desk.check(plan); // acts on nothing and writes nothing
  }

  @Override
  public void note(Actor actor, ChatEvent event) {
    inTurn(
        () -> {
          desk.note(actor, event);
          return true;
        });
  }

  private <T> T inTurn(Supplier<T> act) {
    oneAtATime.lock(); // virtual threads wait here without holding up others
    try {
      return act.get();
    } finally {
      oneAtATime.unlock();
    }
  }
}
