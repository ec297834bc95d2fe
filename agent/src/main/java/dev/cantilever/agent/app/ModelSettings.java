package dev.cantilever.agent.app;

import dev.cantilever.agent.model.Budget;
import dev.cantilever.agent.model.Endpoint;
import dev.cantilever.agent.model.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the environment says about a model; every setting is explained in docs/models.md. */
record ModelSettings(Map<String, String> environment) {

  Endpoint endpoint() {
    String wire = required("CANTILEVER_LLM", "openai, anthropic or ollama");
    for (Endpoint.Wire known : Endpoint.Wire.values()) {
      if (known.name().equalsIgnoreCase(wire)) {
        return new Endpoint(
            known,
            required("CANTILEVER_LLM_MODEL", "the name of a model"),
            environment.getOrDefault("CANTILEVER_LLM_URL", known.usualUrl()),
            key(known),
            delivery());
      }
    }
    throw new ConfigurationProblem(
        "CANTILEVER_LLM is \"%s\"; use openai, anthropic or ollama".formatted(wire));
  }

  /** Anthropic's servers always want one; others may run on the machine next door without. */
  private String key(Endpoint.Wire wire) {
    return switch (wire) {
      case ANTHROPIC -> required("CANTILEVER_LLM_KEY", "the key of your account");
      case OPENAI, OLLAMA -> environment.getOrDefault("CANTILEVER_LLM_KEY", "");
    };
  }

  private String required(String name, String what) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new ConfigurationProblem(
          "the planner llm needs %s: set it to %s, or use --planner grammar".formatted(name, what));
    }
    return value;
  }

  private Endpoint.Delivery delivery() {
    String wanted = environment.getOrDefault("CANTILEVER_LLM_STREAM", "yes");
    return switch (wanted) {
      case "yes" -> Endpoint.Delivery.IN_PIECES;
      case "no" -> Endpoint.Delivery.AT_ONCE;
      default ->
          throw new ConfigurationProblem(
              "CANTILEVER_LLM_STREAM is \"%s\"; it may be yes or no".formatted(wanted));
    };
  }

  /** How long to wait for a silent model. */
  Patience patience() {
    Patience usual = Patience.USUAL;
    long idle = whole("CANTILEVER_LLM_IDLE_SECONDS", usual.idle().toSeconds());
    return new Patience(Duration.ofSeconds(idle), usual.total(), usual.retries());
  }

  Budget budget() {
    Budget usual = Budget.USUAL;
    return new Budget(
        Math.toIntExact(whole("CANTILEVER_LLM_ROUNDS", usual.rounds())),
        whole("CANTILEVER_LLM_TOKENS", usual.tokens()),
        Duration.ofSeconds(whole("CANTILEVER_LLM_SECONDS", usual.time().toSeconds())),
        price(),
        money());
  }

  private Optional<Budget.Price> price() {
    Optional<Double> in = amount("CANTILEVER_LLM_PRICE_IN");
    Optional<Double> out = amount("CANTILEVER_LLM_PRICE_OUT");
    if (in.isPresent() != out.isPresent()) {
      throw new ConfigurationProblem(
          "CANTILEVER_LLM_PRICE_IN and CANTILEVER_LLM_PRICE_OUT, of a million tokens each, go together");
    }
    return in.map(price -> new Budget.Price(price, out.orElseThrow()));
  }

  private Optional<Double> money() {
    Optional<Double> money = amount("CANTILEVER_LLM_MONEY");
    if (money.isPresent() && price().isEmpty()) {
      throw new ConfigurationProblem(
          "CANTILEVER_LLM_MONEY needs CANTILEVER_LLM_PRICE_IN and CANTILEVER_LLM_PRICE_OUT, of a million tokens each");
    }
    return money;
  }

  private long whole(String name, long usual) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return usual;
    }
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new ConfigurationProblem(
          "%s is \"%s\"; it may be a whole number from 1 to 999999999".formatted(name, value));
    }
    return Long.parseLong(value);
  }

  private Optional<Double> amount(String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      throw new ConfigurationProblem(
          "%s is \"%s\"; it may be an amount such as 2.50".formatted(name, value));
    }
    return Optional.of(Double.valueOf(value));
  }
}
