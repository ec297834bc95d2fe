package dev.cantilever.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README that calls the program works, in the order in which it stands. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path home;

  @Test
  void everyCommandWorks() throws IOException, InterruptedException {
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(10);
    int worked = 0;
    for (String command : commands) {
      Path out = Files.createTempFile(home, "readme", ".out");
      int code = run(command, out);
      assertThat(code).as(command + "\n" + Files.readString(out)).isZero();
      worked++;
    }
    Figures.atLeast(
        "first-light-6b",
        "README commands that work",
        100.0 * worked / commands.size(),
        "% of " + commands.size(),
        100,
        "-");
  }

  /** Lines of shell blocks that call the program; what follows a {@code #} is a remark. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && line.startsWith("./cantilever")) {
        commands.add(line.replaceFirst("\\s+#.*", ""));
      }
    }
    return commands;
  }

  /** A person at the keyboard would say yes, and bye at the end of a conversation. */
  private int run(String command, Path out) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("CANTILEVER_HOME", home.resolve("home").toString());
    builder.environment().put("CANTILEVER_JAVA_OPTIONS", Program.QUICK_START);
    Process process = builder.start();
    String answer = command.startsWith("./cantilever chat") ? "bye\n" : "yes\n";
    process.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return process.waitFor();
  }
}
