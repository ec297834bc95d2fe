package dev.cantilever.tests.bayesian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.firstlight.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchesTest {

  @TempDir Path home;

  @Test
  void aSentenceSearchesAPoolOfMaterialsAndTheRunReplays() throws Exception {
    Program program = new Program(home);
    Program.Ended ended =
        program.run("ask", "Find the toughest crossed barrel with 14 trials", "--yes");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("Tried    14 of 600 conditions", "Best     n ", "toughness ");
    assertThat(program.run("verify", "last").exitCode()).isZero();
    // the plan's hash, the arguments of its step, 10 proposals, 14 outcomes, the conclusion, the
    // result of the campaign
    assertThat(program.run("replay", "last").out()).contains("28 of 28 equal");
    assertThat(program.run("show", "last").out())
        .contains("improvement by exploiting", "runner-up", "nearest tried");
    assertThat(Files.readString(home.resolve("runs/run-0001/report.html")))
        .contains("Learning curve", "All trials in order", "What decided");
  }

  @Test
  void twoGoalsGiveAParetoFront() {
    Program program = new Program(home);
    Program.Ended ended =
        program.run(
            "ask",
            "Find the best tradeoff between conductivity and polymer content with 12 trials",
            "--yes");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("Tried    12 of 178 conditions", "polymer_share");
    assertThat(program.run("replay", "last").out()).contains(" equal");
    assertThat(program.run("show", "last").out()).contains("dominated volume so far");
  }

  @Test
  void aSearchThatCannotBeIsRefusedWithEveryReason() {
    Program.Ended ended =
        new Program(home)
            .run(
                "call",
                "campaign.search",
                "{\"instrument\":\"crossed-barrel\",\"goals\":[{\"outcome\":\"beauty\"}],"
                    + "\"points\":900}");
    assertThat(ended.exitCode()).isEqualTo(3);
  }
}
