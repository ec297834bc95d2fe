package dev.cantilever.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.foreign.ServersFile;
import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page about foreign servers, in their order. */
class ForeignPageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ALLOW =
      Pattern.compile("foreign allow library knowledge.search --as reads --pin ([0-9a-f]{32})");

  @TempDir private Path folder;

  @Test
  void everyCommandWorks() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/foreign.md"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve(ServersFile.NAME),
        page.replaceAll("(?s).*?```yaml\\n(.*?)```.*", "$1")
            .replace("/path/to/cantilever", ROOT.resolve("cantilever").toString()));
    List<String> commands =
        page.replaceAll("(?s).*?```sh\\n(.*?)```.*", "$1")
            .lines()
            .map(line -> line.replaceFirst("\\s+#.*", ""))
            .toList();
    assertThat(commands).hasSize(5);
    assertThat(done(commands.get(0))).contains("library", "mcp --home library");
    String seen = done(commands.get(1));
    assertThat(seen)
        .contains("not allowed", "not usable: arguments: ", "Short notes about techniques");
    Matcher pin = ALLOW.matcher(seen);
    assertThat(pin.find()).as(seen).isTrue();
    assertThat(done(commands.get(2).replace("PIN", pin.group(1)))).contains("is allowed");
    assertThat(done("./cantilever tools")).contains("foreign.library.knowledge_x2e_search  [read]");
    assertThat(done(commands.get(3))).contains("\"trust\":\"untrusted\"", "drift");
    assertThat(done(commands.get(4))).contains("is forbidden");
    assertThat(done("./cantilever foreign list")).doesNotContain("foreign.library");
  }

  private String done(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", ROOT + command.substring(1))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("CANTILEVER_HOME", folder.resolve("home").toString());
    builder.environment().put("CANTILEVER_JAVA_OPTIONS", Program.QUICK_START);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + "\n" + said).isZero();
    return said;
  }
}
