package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.MOVE;
import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.STATE;
import static dev.cantilever.tools.dispatch.OneRun.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a planner sends: an answer, a final event in the journal, and no deed. */
class HostileCallTest {

  @TempDir Path folder;
  private OneRun run;

  @BeforeEach
  void openTheRun() {
    run = new OneRun(folder);
  }

  @AfterEach
  void nothingWasDoneAndTheJournalGoesOn() {
    assertThat(run.ledger()).isEmpty();
    run.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "\u0000",
        "\ud83d",
        "{\"instrument\": \"\ud83d\"}",
        "{\"instrument\": \"\\ud83d\", \"terms\": \"\\ude00\"}",
        "{\"instrument\": \"../../etc\", \"x\": \"NaN m\", \"y\": 1e400, \"speed\": {}}",
        "{\"instrument\": \"pfm-pto\", \"x\": \"1 nm\", \"y\": \"-0 nm\"} trailing",
        "{\"\\ud83d\": 1, \"\\u202e\": 2, \"a~/b\": 3}"
      })
  void everyToolAnswersHostileArgumentsWithARefusal(String arguments) {
    for (Catalogue.Entry<?, ?> entry : Toolbox.standard().entries()) {
      Answer answer = run.call(NOBODY, entry.tool().card().name(), arguments);
      assertThat(answer).as(entry.tool().card().name()).isInstanceOf(Answer.Refused.class);
      assertThat(run.log.state().call(answer.call()).last()).isPresent();
    }
  }

  @Test
  void answersVeryLongArgumentsWithARefusal() {
    assertThat(codes(run.call(NOBODY, "instrument.move", "[".repeat(1_000_000))))
        .containsExactly(ProblemCode.ARG_SYNTAX);
    assertThat(codes(run.call(NOBODY, "instrument.move", "😀".repeat(40_000))))
        .containsExactly(ProblemCode.ARG_SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Instrument.move", "instrument.move\n", "\u202e", "move; rm -rf /"})
  void answersHostileToolNamesWithARefusal(String tool) {
    assertThat(codes(run.call(NOBODY, tool, MOVE))).containsExactly(ProblemCode.TOOL_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "{\"value\": 1e-2147483647, \"unit\": \"nm\"}"})
  void answersHostileNumbersWithARefusalOrNoDeed(String number) {
    String arguments = MOVE.replace("\"1 µm\"", number);
    assertThat(run.call(NOBODY, "instrument.move", arguments)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void answersATextWithHalfACharacterWithARefusal() {
    String arguments = "{\"run\": \"run-0001\", \"reason\": \"\\ud83d\"}";
    assertThat(run.call(NOBODY, "campaign.stop", arguments)).isInstanceOf(Answer.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "instrument.move\ude00"})
  void answersAToolNameWithHalfACharacterWithARefusal(String tool) {
    assertThatCode(() -> run.call(NOBODY, tool, MOVE)).doesNotThrowAnyException();
    assertThat(run.call(NOBODY, "instrument.state", STATE)).isInstanceOf(Answer.Settled.class);
  }

  @Test
  void answersALongToolNameWithARefusal() {
    String tool = "x".repeat(63) + "😀";
    assertThatCode(() -> run.call(NOBODY, tool, MOVE)).doesNotThrowAnyException();
  }
}
