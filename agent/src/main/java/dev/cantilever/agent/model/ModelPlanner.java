package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.trace.NumberTrace;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a language model to plan; everything that it says is a proposal. Serves one conversation at
 * a time: a dialogue of one sentence begins a new one.
 */
public final class ModelPlanner implements Planner {

  private final Endpoint endpoint;
  private final ModelTurns turns;
  private final Budget budget;
  private final Prompt prompt = Prompt.shipped("planner-3");
  private Purse purse;
  private NumberTrace trace = new NumberTrace();
  private Optional<OfferedTools> offered = Optional.empty();

  /** With the usual budget, and nobody who watches it write. */
  public ModelPlanner(Endpoint endpoint, Patience patience) {
    this(endpoint, patience, Budget.USUAL, piece -> {});
  }

  /**
   * A planner.
   *
   * @param watcher is shown what the model says piece by piece; it may still prove not to be whole
   */
  public ModelPlanner(
      Endpoint endpoint, Patience patience, Budget budget, Consumer<String> watcher) {
    Pulse pulse = new Pulse();
    boolean endsTell = endpoint.wire() != Endpoint.Wire.OLLAMA;
    this.endpoint = endpoint;
    this.turns =
        new ModelTurns(endpoint.connect(patience, pulse), endsTell, patience, pulse, watcher);
    this.budget = budget;
    this.purse = new Purse(budget);
  }

  /** What a conversation asks with and keeps. */
  record Means(ModelTurns turns, OfferedTools offered, Purse purse, NumberTrace trace) {}

  @Override
  public Actor actor() {
    String kept =
        endpoint.model().length() > 60 ? endpoint.model().substring(0, 60) : endpoint.model();
    return new Actor(Actor.Kind.MODEL, kept, Actor.Channel.CHAT);
  }

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    if (dialogue.turns().size() == 1) {
      purse = new Purse(budget);
      trace = new NumberTrace();
    }
    if (dialogue.sentence().isBlank()) {
      return new Reply.Cannot("Nothing was said; say what should be measured.");
    }
    trace.said(dialogue.sentence());
    Means means = new Means(turns, offered(desk.tools()), purse, trace);
    return new ModelLoop(means, prompt, actor(), dialogue, desk).run();
  }

  /** Written out once: they are long. */
  private OfferedTools offered(Catalogue catalogue) {
    OfferedTools tools =
        offered
            .filter(known -> known.areOf(catalogue))
            .orElseGet(() -> new OfferedTools(catalogue));
    offered = Optional.of(tools);
    return tools;
  }
}
