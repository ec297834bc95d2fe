package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tests.figures.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a new user sees it. Runs alone on the machine, because it is timed. */
@Tag("timed")
class DemoTest {

  @TempDir private Path home;

  /** The demo as a new user begins it: a process of its own. */
  @Test
  void demoRunsToItsEndAndSaysSoInOneLineOfJson() {
    Program.Ended ended = new Program(home).run("demo", "--yes", "--seed", "7", "--json");
    assertThat(ended.exitCode()).as(ended.out()).isZero();
    JsonNode outcome = ended.json();
    assertThat(outcome.get("status").asText()).isEqualTo("completed");
    assertThat(outcome.get("measured").asInt()).isEqualTo(410);
    assertThat(outcome.get("pool").asInt()).isEqualTo(2500);
    assertThat(outcome.get("instrumentSeconds").asDouble()).isEqualTo(963.5);
    assertThat(outcome.get("refused").asInt()).isZero();
    assertThat(outcome.get("topFivePercentFound").asDouble()).isGreaterThan(0.3);
    assertThat(home.resolve("runs/run-0001/report.html"))
        .content()
        .contains("Predicted reward", "Uncertainty", "Truth", "Error", "./cantilever replay");
    Figures.atMost(
        "first-light-1b",
        "time of one iteration (fit and propose), median of the demo",
        outcome.get("iterationMillisMedian").asDouble(),
        "ms",
        150,
        "7");
  }

  @Test
  void demoShowsWhatItUnderstoodAndWhatItWillCostBeforeItAsks() {
    Program.Ended ended = new Program(home).run("demo");
    assertThat(ended.out())
        .contains(
            "points: 410",
            "batch: 10",
            "pto-film v1",
            "bias [-10 V, 10 V]",
            "963.5 s of instrument time",
            "5,875 s")
        .contains("Approve this plan?", "Declined; nothing was moved.");
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(new Program(home).deeds()).isEmpty();
    assertThat(Files.exists(home.resolve("runs"))).isFalse();
  }
}
