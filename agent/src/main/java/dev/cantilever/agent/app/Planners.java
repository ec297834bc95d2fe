package dev.cantilever.agent.app;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.agent.planner.Planner;
import java.util.Map;
import java.util.function.Consumer;

/** Finds a planner by its name. */
public final class Planners {

  private Planners() {}

  /**
   * The planner of that name.
   *
   * @throws ConfigurationProblem where there is none, or it lacks a setting
   */
  public static Planner named(String name, Map<String, String> environment) {
    return named(name, environment, piece -> {});
  }

  /** The same; {@code watcher} is shown what a model writes while it writes it. */
  public static Planner named(
      String name, Map<String, String> environment, Consumer<String> watcher) {
    ModelSettings model = new ModelSettings(environment);
    return switch (name) {
      case "grammar" -> new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));
      case "llm" -> new ModelPlanner(model.endpoint(), model.patience(), model.budget(), watcher);
      default ->
          throw new ConfigurationProblem(
              "there is no planner \"%s\"; use grammar or llm".formatted(name));
    };
  }
}
