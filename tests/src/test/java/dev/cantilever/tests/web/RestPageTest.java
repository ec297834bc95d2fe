package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.firstlight.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about HTTP says works as it stands there, in its order. */
class RestPageTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");

  @TempDir private Path home;

  @Test
  void theRequestsOfThePageAreAnswered() throws Exception {
    try (Served served = new Served(home.resolve("home"), Limits.USUAL)) {
      Path out = home.resolve("out");
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-e", "-c", blocks().get(1))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      shell.environment().put("URL", "http://127.0.0.1:" + served.port());
      shell.environment().put("TOKEN", served.secret(Role.OPERATOR));
      int code = shell.start().waitFor();
      String said = Files.readString(out);
      assertThat(code).as(said).isZero();
      assertThat(said)
          .contains("\"members\":[0,1]", "\"run\":\"run-0001\"", "event: RUN_FINISHED")
          .contains("\"intact\":true", "stopped over HTTP (somebody-here)");
      assertThat(Files.readString(home.resolve("report.html"))).contains("A spectrum");
    }
  }

  @Test
  void theTokensOfThePageAreMadeAndTakenBack() throws IOException {
    Program program = new Program(home);
    List<String> said = new ArrayList<>();
    for (String line : blocks().getFirst().lines().toList()) {
      String[] words = line.replaceFirst("\\s+#.*", "").split("\\s+");
      Program.Ended ended =
          program.run(List.of(words).subList(1, words.length).toArray(String[]::new));
      assertThat(ended.exitCode()).as(line + ended.out()).isZero();
      said.add(ended.out());
    }
    assertThat(said.getFirst()).containsPattern("Shown this once: [0-9a-f]{64}");
    assertThat(said.get(2)).contains("console", "operator", "display", "instruments");
    assertThat(program.run("token", "list").out()).contains("console").doesNotContain("display");
  }

  @Test
  void theProgramServesAndShowsItsTokenOnce() throws Exception {
    String first = served("Operator's token, shown this once: ([0-9a-f]{64})");
    assertThat(first).hasSize(64);
    assertThat(served("Serving at http://127.0.0.1:([0-9]+)/api/state")).isNotEmpty();
    assertThat(Files.readString(home.resolve("tokens.json"))).doesNotContain(first);
  }

  /** What a server that is started and ended again says in the group. */
  private String served(String form) throws Exception {
    Path out = home.resolve("said");
    Process process = new Program(home).start(out, "serve", "--port", "0");
    try {
      Pattern wanted = Pattern.compile(form);
      for (int i = 0; i < 600 && process.isAlive(); i++) {
        Matcher said = wanted.matcher(Files.readString(out));
        if (Files.readString(out).contains("Serving at") && said.find()) {
          return said.group(1);
        }
        Thread.sleep(50);
      }
      throw new AssertionError("it said: " + Files.readString(out));
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      if (form.startsWith("Serving")) {
        assertThat(Files.readString(out)).doesNotContain("shown this once");
      }
    }
  }

  private static List<String> blocks() throws IOException {
    try (BufferedReader page = Files.newBufferedReader(Path.of("../docs/rest.md"))) {
      Matcher block = BLOCK.matcher(String.join("\n", page.lines().toList()));
      List<String> blocks = new ArrayList<>();
      while (block.find()) {
        blocks.add(block.group(1));
      }
      return blocks;
    }
  }
}
