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
  void atThisMachineTheProgramAsksForNoTokenUntilOneIsMade() throws Exception {
    assertThat(served("--port", "0")).contains("At this machine no token is needed");
    assertThat(home.resolve("tokens.json")).doesNotExist();
    assertThat(new Program(home).run("token", "create", "console").exitCode()).isZero();
    assertThat(served("--port", "0")).doesNotContain("no token is needed");
  }

  @Test
  void whoIsReachedFromElsewhereShowsTheFirstTokenOnce() throws Exception {
    String said = served("--port", "0", "--listen", "0.0.0.0");
    Matcher first = Pattern.compile("shown this once: ([0-9a-f]{64})").matcher(said);
    assertThat(first.find()).isTrue();
    assertThat(Files.readString(home.resolve("tokens.json"))).doesNotContain(first.group(1));
    assertThat(served("--port", "0", "--listen", "0.0.0.0")).doesNotContain("shown this once");
  }

  /** What a server says that is started and ended again. */
  private String served(String... options) throws Exception {
    Path out = home.resolve("said");
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(List.of(options));
    Process process = new Program(home).start(out, words.toArray(String[]::new));
    try {
      for (int i = 0; i < 600 && process.isAlive(); i++) {
        if (Files.readString(out).contains("Open http://")) {
          Thread.sleep(200); // the lines behind it
          return Files.readString(out);
        }
        Thread.sleep(50);
      }
      throw new AssertionError("it said: " + Files.readString(out));
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
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
