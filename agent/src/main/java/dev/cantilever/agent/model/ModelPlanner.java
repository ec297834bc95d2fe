package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.vocabulary.event.Actor;
import dev.langchain4j.model.chat.StreamingChatModel;

/** Asks a language model to plan; everything that it says is a proposal. */
public final class ModelPlanner implements Planner {

  private final Endpoint endpoint;
  private final StreamingChatModel model;
  private final Patience patience;
  private final Pulse pulse = new Pulse();
  private final Prompt prompt = Prompt.shipped("planner-2");

  public ModelPlanner(Endpoint endpoint, Patience patience) {
    this.endpoint = endpoint;
    this.model = endpoint.connect(patience, pulse);
    this.patience = patience;
  }

  @Override
  public Actor actor() {
    String kept =
        endpoint.model().length() > 60 ? endpoint.model().substring(0, 60) : endpoint.model();
    return new Actor(Actor.Kind.MODEL, kept, Actor.Channel.CHAT);
  }

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    if (dialogue.sentence().isBlank()) {
      return new Reply.Cannot("Nothing was said; say what should be measured.");
    }
    return new ModelLoop(new ModelTurns(model, patience, pulse), prompt, actor(), dialogue, desk)
        .run();
  }
}
