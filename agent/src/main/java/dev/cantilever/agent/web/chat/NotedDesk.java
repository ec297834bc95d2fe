package dev.cantilever.agent.web.chat;

import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** A desk that remembers which calls were made for one sentence. */
final class NotedDesk implements ToolDesk {

  private final ToolDesk desk;
  private final List<HeardView.Source> calls = new ArrayList<>();

  NotedDesk(ToolDesk desk) {
    this.desk = desk;
  }

  /** Those since it was last asked. */
  List<HeardView.Source> taken() {
    List<HeardView.Source> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  @Override
  public Catalogue tools() {
    return desk.tools();
  }

  @Override
  public Answer call(Actor actor, String tool, String arguments) {
    Answer answer = desk.call(actor, tool, arguments);
    calls.add(new HeardView.Source(answer.call(), tool));
    return answer;
  }

  @Override
  public Verdict check(Plan plan) {
    return desk.check(plan);
  }

  @Override
  public void note(Actor actor, ChatEvent event) {
    desk.note(actor, event);
  }
}
