package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that must not move anything, each with the help that it deserves. */
class SentencesTest {

  @TempDir private Path home;

  private static final Map<String, List<String>> HELP = new LinkedHashMap<>();

  static {
    HELP.put("Bake a cake", List.of("do not understand", "cake", "I can", "say for example"));
    HELP.put(" ", List.of("Nothing was said", "I can"));
    HELP.put(
        "map the loop area at 12 V with 410 points",
        List.of("bias: 12 V is outside [-10 V, 10 V]", "ask the operator", "nothing was moved"));
    HELP.put(
        "map the loop area with 5000 points",
        List.of("5000 points are more than the 2500 sites", "at most 2500", "nothing was moved"));
    HELP.put(
        "map the loop area with 410 points at 8.5 Vlot",
        List.of("unknown unit \"Vlot\"", "did you mean"));
  }

  @Test
  void badSentencesGetHelpAndNothingMoves() {
    Program program = new Program(home, "-XX:TieredStopAtLevel=1");
    int helped = 0;
    for (Map.Entry<String, List<String>> sentence : HELP.entrySet()) {
      Program.Ended ended = program.run("ask", sentence.getKey(), "--yes", "--json");
      assertThat(ended.out()).as(sentence.getKey()).contains(sentence.getValue());
      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(ended.json().get("measured").asInt()).isZero();
      assertThat(ended.json().get("run").isNull()).isTrue();
      helped++;
    }
    assertThat(program.deeds()).isEmpty();
    assertThat(program.run("runs").out()).contains("There is no run yet");
    Figures.atLeast(
        "first-light-5", "bad sentences that got help while nothing moved", helped, "of 5", 5, "-");
  }
}
