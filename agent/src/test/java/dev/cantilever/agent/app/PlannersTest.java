package dev.cantilever.agent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.vocabulary.event.Actor;
import java.util.HashMap;
import java.util.Map;
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
}
