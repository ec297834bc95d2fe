package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanConditionTest {

  private static final JsonNode LOOK =
      StrictJson.ours(
          """
          {"duration": {"unit": "s", "value": 1.5}, "sharp": true, "tries": 3, "state": "ready",
           "read": [{"channel": "height", "unit": "nm", "mean": 4},
                    {"channel": "phase", "unit": "furlong", "mean": 1}]}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "look.duration < 2 s                                | true",
        "look.duration < 1500 ms                            | false",
        "look.duration <= 1500 ms                           | true",
        "look.tries >= 3 and look.duration > 0              | true",
        "not (look.tries >= 3) or look.duration > 1 min     | false",
        "look.state is \"ready\"                            | true",
        "look.state is \"busy\" or look.tries > 2           | true",
        "not look.state is \"ready\"                        | false",
        "look.sharp > 0                                     | true",
        "look.read.height.mean < 5 nm                       | true",
        "look.read.0.mean < 3 nm                            | false",
        "abs(look.read.height.mean - 6 nm) < 2.5 nm         | true",
        "look.duration * 2 > 2.9 s                          | true",
        "look.duration / look.tries < 0.6 s                 | true",
        "max(look.tries, 7) > 6.5e0                         | true"
      })
  void judgesNumbersWithUnitsAndTexts(String text, boolean expected) {
    PlanCondition.Judgement judgement = judged(text);
    assertThat(judgement.problem()).isEmpty();
    assertThat(judgement.holds()).isEqualTo(expected);
  }

  private static PlanCondition.Judgement judged(String text) {
    return read(text)
        .judge(reference -> reference.name().equals("look") ? reference.measuredIn(LOOK) : none());
  }

  private static java.util.Optional<JsonNode> none() {
    return java.util.Optional.empty();
  }

  private static PlanCondition read(String text) {
    return switch (PlanCondition.read(text)) {
      case PlanCondition.Result.Read read -> read.condition();
      case PlanCondition.Result.Unreadable unreadable ->
          throw new AssertionError(unreadable.problems());
    };
  }

  @Test
  void saysWhatItsNamesStoodFor() {
    assertThat(judged("look.duration < 2 s and look.state is \"ready\"").values())
        .containsExactly("look.duration = 1.5 s", "look.state = ready");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "look.duration < 2 V         | compares s and V",
        "look.duration < 2           | compares s and",
        "look.read.height.mean > 1 s | compares m and s",
        "look.tries > 2 nm           | compares 1 and m",
        "look.read.phase.mean > 1    | neither true nor false",
        "look.gone > 1               | neither true nor false",
        "look.read.gone.mean > 1     | neither true nor false",
        "look.state > 1              | neither true nor false",
        "look.tries is \"3\"         | neither true nor false"
      })
  void isNeitherTrueNorFalseWhereUnitsOrValuesDoNotFit(String text, String expected) {
    PlanCondition.Judgement judgement = judged(text);
    assertThat(judgement.holds()).isFalse();
    assertThat(judgement.problem()).hasValueSatisfying(why -> assertThat(why).contains(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 < 2",
        "look.tries",
        "look.tries > ",
        "look.tries = 3",
        "look.tries > 1 furlong",
        "Look.tries > 1",
        "look..tries > 1",
        "look.tries > 1; rm -rf",
        "while(look.tries > 1)",
        "look.state is ready",
        "look.duration < 2 s ? 1 : 0",
        "look.tries > 1e999",
        "look.duration < 1e999 s"
      })
  void refusesWhatIsNoCondition(String text) {
    assertThat(PlanCondition.read(text)).isInstanceOf(PlanCondition.Result.Unreadable.class);
  }

  @Test
  void namesTheUnitThatItDoesNotKnow() {
    PlanCondition.Result.Unreadable no =
        (PlanCondition.Result.Unreadable) PlanCondition.read("look.tries > 1 furlong");
    assertThat(no.problems())
        .isEqualTo(List.of("1 furlong is a number in the unknown unit furlong"));
  }
}
