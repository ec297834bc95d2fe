package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client in another language that we did not write either: the official one for Python. Needs a
 * Python that has it, named by CANTILEVER_READERS; {@code .ci/run} installs one.
 */
class PythonHostTest {

  @TempDir private Path folder;

  @Test
  void itSeesCallsAsksAndRuns() throws Exception {
    Path home = folder.resolve("home");
    String python = python();
    List<String> command = new ArrayList<>(List.of(python, script().toString()));
    command.addAll(new Child(home).command("--approve-in-host"));
    JsonNode seen = new ObjectMapper().readTree(output(command));
    assertThat(seen.path("tools").toString()).contains("\"pareto.front\"", "\"plan.run\"");
    assertThat(seen.path("tools")).hasSizeGreaterThan(80);
    assertThat(seen.path("limits").toString()).contains("pfm-pto");
    assertThat(seen.path("front").toString()).isEqualTo("[0,1]");
    assertThat(seen.path("ticket").asText()).isEqualTo("ticket-1");
    assertThat(seen.path("questions")).hasSize(1);
    assertThat(seen.path("questions").path(0).asText()).contains("mcp/python 1", "stage.home");
    assertThat(seen.path("ran").path("status").asText()).isEqualTo("completed");
    assertThat(seen.path("again").asText()).isEqualTo("ticket_used");
    assertThat(seen.path("run").path("status").asText()).isEqualTo("completed");
    assertRises(seen.path("progress"));
    assertThat(new Child(home).deeds()).hasSize(1);
  }

  private static void assertRises(JsonNode told) {
    assertThat(told.size()).isGreaterThan(1);
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.path(i).path(0).asDouble())
          .isGreaterThan(told.path(i - 1).path(0).asDouble());
    }
    JsonNode last = told.path(told.size() - 1);
    assertThat(last.path(0).asDouble()).isEqualTo(last.path(1).asDouble()).isEqualTo(2);
  }

  private String python() throws IOException, InterruptedException {
    String python = System.getenv("CANTILEVER_READERS");
    if (python == null || !hasClient(python)) {
      System.out.println(
          "hosts: the client for Python was not tried; CANTILEVER_READERS names a Python with mcp");
      abort("CANTILEVER_READERS names no Python with mcp");
    }
    System.out.print("hosts: " + output(List.of(python, script().toString(), "--versions")));
    return python;
  }

  private static boolean hasClient(String python) throws IOException, InterruptedException {
    return new ProcessBuilder(python, "-c", "import mcp.client.stdio")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private Path script() throws IOException {
    Path script = folder.resolve("foreign_host.py");
    try (InputStream stream = PythonHostTest.class.getResourceAsStream("foreign_host.py")) {
      Files.write(script, stream.readAllBytes());
    }
    return script;
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("complaints").toFile())
            .start();
    int code = process.waitFor();
    assertThat(code).as(Files.readString(folder.resolve("complaints"))).isZero();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
