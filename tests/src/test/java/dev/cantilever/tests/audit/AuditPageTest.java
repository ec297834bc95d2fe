package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page about audit, in their order, by a person in an empty folder. */
class AuditPageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void everyCommandWorks() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/audit.md"));
    List<String> commands =
        page.replaceAll("(?s).*?```sh\\n(.*?)```.*", "$1")
            .lines()
            .map(line -> line.replaceFirst("\\s+#.*", ""))
            .toList();
    assertThat(commands).hasSize(8);
    StringBuilder said = new StringBuilder();
    for (String command : commands) {
      said.append(done(command));
    }
    assertThat(said.toString())
        .contains("intact, ", "signed by ", "otherwise", "equal", "cantilever/run-0001: intact");
  }

  private String done(String command) throws IOException, InterruptedException {
    String bin = Path.of(System.getProperty("java.home"), "bin") + "/";
    String whole = command.startsWith("./") ? ROOT + command.substring(1) : bin + command;
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", whole).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CANTILEVER_HOME", folder.resolve("home").toString());
    builder.environment().put("CANTILEVER_JAVA_OPTIONS", Program.QUICK_START);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + "\n" + said).isZero();
    return said;
  }
}
