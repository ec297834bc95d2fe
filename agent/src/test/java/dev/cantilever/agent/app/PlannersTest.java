package dev.cantilever.agent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.model.Budget;
import dev.cantilever.agent.model.Endpoint;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.vocabulary.event.Actor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannersTest {

  private static final Map<String, String> COMPLETE =
      Map.of(
          "CANTILEVER_LLM", "openai",
          "CANTILEVER_LLM_MODEL", "some-model",
          "CANTILEVER_LLM_KEY", "sk-test");

  private static Map<String, String> completeBut(String name, String value) {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.put(name, value);
    return environment;
  }

  private static ThrowableAssertAlternative<?> assertProblem(
      String planner, Map<String, String> environment) {
    return assertThatExceptionOfType(ConfigurationProblem.class)
        .isThrownBy(() -> Planners.named(planner, environment));
  }

  @Test
  void givesTheGrammarPlannerWithoutAnySetting() {
    assertThat(Planners.named("grammar", Map.of())).isInstanceOf(GrammarPlanner.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "ollama", "OpenAI", "OLLAMA"})
  void givesTheModelPlannerOnEveryWire(String wire) {
    assertThat(Planners.named("llm", completeBut("CANTILEVER_LLM", wire)))
        .isInstanceOf(ModelPlanner.class)
        .extracting(planner -> planner.actor())
        .isEqualTo(new Actor(Actor.Kind.MODEL, "some-model", Actor.Channel.CHAT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oracle", "", "LLM", "Grammar "})
  void knowsNoOtherPlanner(String name) {
    assertProblem(name, COMPLETE)
        .withMessage("there is no planner \"%s\"; use grammar or llm", name);
  }

  @ParameterizedTest
  @CsvSource({"CANTILEVER_LLM,''", "CANTILEVER_LLM,' '", "CANTILEVER_LLM_MODEL,''"})
  void namesTheSettingThatIsBlank(String setting, String value) {
    assertProblem("llm", completeBut(setting, value))
        .withMessageContaining("needs %s:", setting)
        .withMessageContaining("--planner grammar");
  }

  @Test
  void namesTheFirstSettingWhereThereIsNone() {
    assertProblem("llm", Map.of()).withMessageContaining("needs CANTILEVER_LLM:");
  }

  @Test
  void refusesAWireThatNobodySpeaks() {
    assertProblem("llm", completeBut("CANTILEVER_LLM", "telex"))
        .withMessage("CANTILEVER_LLM is \"telex\"; use openai, anthropic or ollama");
  }

  @Test
  void neverShowsTheKey() {
    assertProblem("llm", completeBut("CANTILEVER_LLM", "telex"))
        .satisfies(problem -> assertThat(problem).message().doesNotContain("sk-test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "ollama"})
  void needsNoKeyForAServerOfOnesOwn(String wire) {
    assertThat(
            Planners.named("llm", Map.of("CANTILEVER_LLM", wire, "CANTILEVER_LLM_MODEL", "llama")))
        .isInstanceOf(ModelPlanner.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CANTILEVER_LLM_STREAM,maybe,yes or no",
    "CANTILEVER_LLM_ROUNDS,0,from 1 to",
    "CANTILEVER_LLM_TOKENS,1e9,whole number",
    "CANTILEVER_LLM_SECONDS,-5,whole number",
    "CANTILEVER_LLM_IDLE_SECONDS,soon,whole number",
    "CANTILEVER_LLM_PRICE_IN,NaN,such as 2.50",
    "CANTILEVER_LLM_PRICE_IN,3,go together",
    "CANTILEVER_LLM_MONEY,5,needs CANTILEVER_LLM_PRICE_IN"
  })
  void refusesALimitThatIsNone(String setting, String value, String reason) {
    assertProblem("llm", completeBut(setting, value))
        .withMessageContaining(setting)
        .withMessageContaining(reason);
  }

  @Test
  void takesLimitsAndPrices() {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.putAll(
        Map.of(
            "CANTILEVER_LLM_STREAM", "no",
            "CANTILEVER_LLM_ROUNDS", "5",
            "CANTILEVER_LLM_TOKENS", "100000",
            "CANTILEVER_LLM_SECONDS", "60",
            "CANTILEVER_LLM_PRICE_IN", "3",
            "CANTILEVER_LLM_PRICE_OUT", "15.00",
            "CANTILEVER_LLM_MONEY", "0.50"));

    assertThat(new ModelSettings(environment).budget())
        .isEqualTo(
            new Budget(
                5,
                100_000,
                Duration.ofSeconds(60),
                Optional.of(new Budget.Price(3, 15)),
                Optional.of(0.5)));
    assertThat(new ModelSettings(environment).endpoint().delivery())
        .isEqualTo(Endpoint.Delivery.AT_ONCE);
  }
}
