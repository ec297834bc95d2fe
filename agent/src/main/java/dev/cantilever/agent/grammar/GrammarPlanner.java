package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Dialogue.Speaker;
import dev.cantilever.agent.planner.Dialogue.Turn;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.vocabulary.event.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Understands sentences by the recipes and the phrasebook of the knowledge base; the same dialogue
 * at the same desk, the same plan. It remembers nothing itself: it reads the dialogue anew.
 */
public final class GrammarPlanner implements Planner {

  static final Actor ACTOR = new Actor(Actor.Kind.PLANNER, "grammar/2", Actor.Channel.CHAT);

  private final Language language;

  /** Understands the language of a phrasebook. */
  public GrammarPlanner(List<Recipe> recipes, Phrasebook book) {
    this.language = new Language(book, recipes);
  }

  @Override
  public Actor actor() {
    return ACTOR;
  }

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    if (dialogue.sentence().isBlank()) {
      return new Reply.Cannot("Nothing was said. " + language.abilities());
    }
    Supplier<List<String>> instruments = once(() -> new Instruments(desk).names());
    Reader reader = new Reader(language, instruments, dialogue.seed());
    List<Work> before = new ArrayList<>();
    Understood last = new Understood.Nothing("");
    for (Turn turn : dialogue.turns()) {
      if (turn.equals(Dialogue.RAN) && !before.isEmpty()) {
        before.getLast().done();
      } else if (turn.speaker() == Speaker.PERSON) {
        last = reader.read(turn.text(), before);
        if (last instanceof Understood.Wanted wanted) {
          before.add(wanted.work());
        }
      }
    }
    return switch (last) {
      case Understood.Wanted wanted -> wanted.work().reply(desk);
      case Understood.Told told -> new Answers(language, desk).to(told, before);
      case Understood.Nothing nothing -> new Reply.Cannot(nothing.because());
    };
  }

  private static <T> Supplier<T> once(Supplier<T> supplier) {
    List<T> known = new ArrayList<>();
    return () -> {
      if (known.isEmpty()) {
        known.add(supplier.get());
      }
      return known.getFirst();
    };
  }
}
