package dev.cantilever.tests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.firstlight.Program;
import dev.cantilever.tests.firstlight.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan from its file to its replay, through the program itself. */
class PlanFileTest {

  @TempDir private Path folder;
  private Program program;
  private Path file;

  private String plan;

  /** The example of the page about plans. */
  @BeforeEach
  void write() throws IOException {
    String page = Files.readString(Path.of("../docs/plans.md"));
    plan = page.replaceAll("(?s).*?```yaml\\n(.*?)```.*", "$1");
    program = new Program(folder.resolve("home"));
    file = Files.writeString(folder.resolve("plan.yaml"), plan);
  }

  @Test
  void isCheckedRunAnsweredAndReplayed() throws Exception {
    Ended checked = program.run("plan", "check", file.toString());
    assertThat(checked.out()).contains("This plan can run: sha256:");
    assertThat(checked.exitCode()).isZero();

    Ended rehearsed = program.run("plan", "rehearse", file.toString());
    assertThat(rehearsed.out())
        .contains("completed", "library: ", "taken = 1 s", "pictures of where it went: ");
    assertThat(program.run("runs").out()).doesNotContain("run-0001");

    Process run = program.start(folder.resolve("out.txt"), "plan", "run", file.toString(), "--yes");
    answered("yes");
    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String out = Files.readString(folder.resolve("out.txt"));
    assertThat(run.exitValue()).as(out).isZero();
    assertThat(out)
        .contains("2. repeat up to 2 times", "The run waits for an answer: One more?", "completed");

    assertThat(program.run("show", "last").out())
        .contains("step 3: taken = 1 s", "step 4: answered \"yes\"")
        .contains("step 5: more is \"yes\" and look.duration > 0.5 s is true (more = yes");
    assertThat(Files.readString(folder.resolve("home/runs/run-0001/report.html")))
        .contains("What the plan decided", "taken = 1 s");
    assertThat(program.run("verify", "last").exitCode()).isZero();
    // the plan's hash, four calls, one finding, one condition
    assertThat(program.run("replay", "last").out()).contains("7 of 7 equal");
    assertThat(program.run("answer", "last", "yes").exitCode()).isNotZero();
  }

  private void answered(String choice) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (program.run("answer", "last").out().contains("One more?")) {
        assertThat(program.run("answer", "last", "perhaps").out())
            .contains("\"perhaps\" is none of the answers", "yes, no");
        assertThat(program.run("answer", "last", choice).exitCode()).isZero();
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing was asked");
  }

  @Test
  void whatIsWrongIsToldBeforeAnythingMoves() throws Exception {
    Files.writeString(
        file, plan.replace("power: 1 mW", "power: 1 kW").replace("look.duration > 0.5 s", "x > 1"));
    Ended checked = program.run("plan", "check", file.toString());
    assertThat(checked.exitCode()).isNotZero();
    assertThat(checked.out())
        .contains("step 2.1, raman.acquire: /power", "step 5.1, raman.acquire: /power")
        .contains("there is no value called x here; known are look, taken, more");
    Ended run = program.run("plan", "run", file.toString(), "--yes");
    assertThat(run.out()).contains("nothing was moved");
    assertThat(program.run("runs").out()).doesNotContain("run-0001");
  }

  @Test
  void twoPlansAreCompared() throws Exception {
    Path other =
        Files.writeString(folder.resolve("other.yaml"), plan.replace("at_most: 2", "at_most: 3"));
    Ended diff = program.run("plan", "diff", file.toString(), other.toString());
    assertThat(diff.exitCode()).isEqualTo(1);
    assertThat(diff.out())
        .contains("-2. repeat up to 2 times", "+2. repeat up to 3 times")
        .doesNotContain("-     instrument", "+     instrument");
    assertThat(program.run("plan", "diff", file.toString(), file.toString()).out()).isBlank();
    Ended yaml = program.run("plan", "show", file.toString(), "--yaml");
    Path again = Files.writeString(folder.resolve("again.yaml"), yaml.out());
    assertThat(program.run("plan", "diff", file.toString(), again.toString()).out()).isBlank();
  }
}
