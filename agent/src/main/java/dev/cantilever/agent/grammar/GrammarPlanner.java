package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.vocabulary.event.Actor;
import java.util.List;
import java.util.stream.Collectors;

/** Understands sentences by the recipes of the knowledge base; the same sentence, the same plan. */
public final class GrammarPlanner implements Planner {

  private static final Actor ACTOR = new Actor(Actor.Kind.PLANNER, "grammar/1", Actor.Channel.CHAT);

  private final List<Recipe> recipes;

  public GrammarPlanner(List<Recipe> recipes) {
    this.recipes = List.copyOf(recipes);
  }

  @Override
  public Actor actor() {
    return ACTOR;
  }

  @Override
  public Reply reply(Dialogue dialogue, ToolDesk desk) {
    List<String> said = dialogue.openSentences();
    if (dialogue.sentence().isBlank()) {
      return new Reply.Cannot("Nothing was said. " + abilities());
    }
    for (Recipe recipe : recipes) {
      RecipeReading reading = RecipeReading.of(recipe, said, dialogue.seed());
      if (reading.concerns()) {
        return reading.reply();
      }
    }
    RecipeReading nearest = RecipeReading.of(recipes.getFirst(), said, dialogue.seed());
    return new Reply.Cannot(
        "I do not understand %s. %s"
            .formatted(RecipeReading.named(nearest.unknown()), abilities()));
  }

  private String abilities() {
    return recipes.stream()
        .map(recipe -> "I can %s; say for example: %s".formatted(recipe.title(), recipe.example()))
        .collect(Collectors.joining("\n"));
  }
}
