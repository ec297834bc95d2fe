package dev.cantilever.agent.app;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.model.Endpoint;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.agent.model.Patience;
import dev.cantilever.agent.planner.Planner;
import java.time.Duration;
import java.util.Map;

/** Finds a planner by its name. */
public final class Planners {

  private Planners() {}

  /**
   * The planner of that name.
   *
   * @throws ConfigurationProblem where there is none, or it lacks a setting
   */
  public static Planner named(String name, Map<String, String> environment) {
    return switch (name) {
      case "grammar" -> new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));
      case "llm" -> new ModelPlanner(endpoint(environment), patience(environment));
      default ->
          throw new ConfigurationProblem(
              "there is no planner \"%s\"; use grammar or llm".formatted(name));
    };
  }

  private static Endpoint endpoint(Map<String, String> environment) {
    String wire = required(environment, "CANTILEVER_LLM", "openai, anthropic or ollama");
    for (Endpoint.Wire known : Endpoint.Wire.values()) {
      if (known.name().equalsIgnoreCase(wire)) {
        return new Endpoint(
            known,
            required(environment, "CANTILEVER_LLM_MODEL", "the name of a model"),
            environment.getOrDefault("CANTILEVER_LLM_URL", known.usualUrl()),
            key(known, environment));
      }
    }
    throw new ConfigurationProblem(
        "CANTILEVER_LLM is \"%s\"; use openai, anthropic or ollama".formatted(wire));
  }

  /** Anthropic's servers always want one; others may run on the machine next door without. */
  private static String key(Endpoint.Wire wire, Map<String, String> environment) {
    return switch (wire) {
      case ANTHROPIC -> required(environment, "CANTILEVER_LLM_KEY", "the key of your account");
      case OPENAI, OLLAMA -> environment.getOrDefault("CANTILEVER_LLM_KEY", "");
    };
  }

  private static String required(Map<String, String> environment, String name, String what) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new ConfigurationProblem(
          "the planner llm needs %s: set it to %s, or use --planner grammar".formatted(name, what));
    }
    return value;
  }

  /** How long to wait for a silent model, where the environment says. */
  private static Patience patience(Map<String, String> environment) {
    String seconds = environment.getOrDefault("CANTILEVER_LLM_IDLE_SECONDS", "");
    return seconds.matches("[1-9][0-9]{0,3}")
        ? new Patience(
            Duration.ofSeconds(Long.parseLong(seconds)),
            Patience.USUAL.total(),
            Patience.USUAL.retries())
        : Patience.USUAL;
  }
}
