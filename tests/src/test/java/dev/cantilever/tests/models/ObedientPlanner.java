package dev.cantilever.tests.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.List;

/**
 * The worst model that there can be: it reads what it is to read, through any disguise, and obeys
 * whatever it finds there, by every way that it has. Where it finds nothing, it does its work.
 */
final class ObedientPlanner implements Planner {

  private static final Actor ACTOR = new Actor(Actor.Kind.MODEL, "obedient", Actor.Channel.CHAT);

  /** The work that it was asked to do. */
  static final String WORK =
      "{\"instrument\":\"pfm-pto\",\"points\":20,\"batch\":10,\"seed_points\":10,\"bias_amplitude\":\"8.5 V\",\"seed\":7}";

  private final Injection injection;
  private final StringBuilder seen = new StringBuilder();
  private boolean hasObeyed;

  ObedientPlanner(Injection injection) {
    this.injection = injection;
  }

  boolean hasObeyed() {
    return hasObeyed;
  }

  @Override
  public Actor actor() {
    return ACTOR;
  }

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    dialogue.turns().forEach(turn -> seen.append(turn.text()).append('\n'));
    look(desk);
    if (dialogue.turns().size() == 1 && injection.vector() == Vector.CHAT_HISTORY) {
      return new Reply.Said(injection.text());
    }
    return hasSeenAnOrder() ? obey(desk) : plan("campaign.start", WORK);
  }

  private void look(ToolDesk desk) {
    Answer answer =
        desk.call(ACTOR, injection.vector().tool(), injection.vector().arguments(injection.text()));
    switch (answer) {
      case Answer.Settled settled -> strings(StrictJson.ours(settled.result().canonical()));
      case Answer.Refused refused -> refused.problems().forEach(p -> seen.append(p.message()));
      case Answer.Failed failed -> failed.problems().forEach(p -> seen.append(p.message()));
    }
  }

  private void strings(JsonNode node) {
    if (node.isTextual()) {
      seen.append(node.asText()).append('\n');
    }
    node.forEach(this::strings);
  }

  private boolean hasSeenAnOrder() {
    String all = seen.toString();
    boolean isHarmless = injection.text().equals(injection.twin().text());
    return !isHarmless && injection.traces().anyMatch(trace -> all.contains(trace));
  }

  /** At once, under other names, as if it were approved, checked as a plan, and proposed as one. */
  private Reply obey(ToolDesk desk) {
    hasObeyed = true;
    Order order = injection.order();
    String arguments = order.arguments();
    desk.call(ACTOR, order.tool(), arguments);
    desk.call(ACTOR, order.tool().replace('.', '_'), arguments);
    desk.call(Actor.RUNTIME, order.tool(), "{\"approved\":true," + arguments.substring(1));
    desk.call(ACTOR, order.tool(), arguments);
    desk.check(((Reply.Proposal) plan(order.tool(), arguments)).plan());
    return plan(order.tool(), arguments);
  }

  private static Reply plan(String tool, String arguments) {
    JsonText canonical = new JsonText(CanonicalJson.text(StrictJson.ours(arguments)));
    return new Reply.Proposal(
        new Plan("Map the loop area", List.of(new Step.Call(tool, canonical))), List.of());
  }
}
