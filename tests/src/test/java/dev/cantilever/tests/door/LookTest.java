package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.cli.Main;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command shows what each twin sees; stopped instruments do not move. */
class LookTest {

  private static final List<String> TWINS = List.of("afm", "furnace", "library", "pfm", "stem");

  @TempDir private Path home;

  @Test
  void oneCommandShowsWhatEachTwinSees() throws IOException {
    int shown = 0;
    for (String twin : TWINS) {
      assertThat(run("look", twin, "--yes")).as(twin).isZero();
      Path report = home.resolve("runs/run-%04d/report.html".formatted(TWINS.indexOf(twin) + 1));
      assertThat(Files.readString(report)).contains("<svg", "of instrument time");
      assertThat(run("verify", "last")).isZero();
      shown++;
    }
    Figures.atLeast(
        "door-6", "twins that ./cantilever look shows", shown, "of " + TWINS.size(), 5, "1");
  }

  @Test
  void aStoppedInstrumentStaysStoppedAcrossProcessesUntilAPersonResetsIt() {
    Program program = new Program(home);
    assertThat(program.run("stop", "library", "--reason", "smell of smoke").exitCode()).isZero();
    Program.Ended refused = program.run("look", "library", "--yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("smell of smoke", "a person must reset");
    assertThat(run("reset", "library", "--person", " ", "--reason", "x")).isEqualTo(3);
    assertThat(run("look", "library", "--yes")).isEqualTo(1);
    assertThat(run("reset", "library", "--person", "operator", "--reason", "aired")).isZero();
    assertThat(run("look", "library", "--yes")).isZero();
  }

  /** In this process: a start of the program takes longer than most pictures. */
  private int run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--home", home.toString()));
    return Main.run(words.toArray(String[]::new));
  }
}
