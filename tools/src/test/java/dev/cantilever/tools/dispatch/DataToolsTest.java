package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a person lays into the data folder, as a planner sees them. */
class DataToolsTest {

  @TempDir private Path folder;
  private OneRun run;
  private Path data;

  @BeforeEach
  void layFilesDown() throws IOException {
    run = new OneRun(folder);
    data = Files.createDirectories(folder.resolve("data"));
    String sample = "/dev/cantilever/tools/file/pfm_128_4ch.gwy";
    try (InputStream gwyddion = DataToolsTest.class.getResourceAsStream(sample)) {
      Files.write(data.resolve("film.gwy"), gwyddion.readAllBytes());
    }
    Files.writeString(data.resolve("notes.bin"), "\u0001\u0002 canary-4711");
    Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    Files.createSymbolicLink(data.resolve("link.csv"), folder.resolve("secret.csv"));
  }

  @AfterEach
  void closeTheRun() {
    run.close();
  }

  private JsonNode result(String tool, String arguments) {
    Answer answer = run.call(NOBODY, tool, arguments);
    assertThat(problems(answer)).isEmpty();
    return StrictJson.ours(((Answer.Settled) answer).result().canonical());
  }

  @Test
  void listsFilesAndNoLinks() {
    assertThat(result("data.list", "{}").get("files").findValuesAsText("file"))
        .containsExactly("film.gwy", "notes.bin");
  }

  @Test
  void describesChannelsWithTheirAxesAndUnits() {
    JsonNode film = result("data.describe", "{\"file\": \"film.gwy\"}");
    assertThat(film.get("datasets")).hasSize(4);
    JsonNode first = film.get("datasets").get(0);
    assertThat(first.get("unit").asText()).isEqualTo("m");
    assertThat(first.get("axes").findValuesAsText("unit")).containsExactly("m", "m");
    assertThat(first.get("axes").get(0).get("size").asInt()).isEqualTo(128);
    assertThat(first.get("min").asDouble()).isLessThan(first.get("max").asDouble());
  }

  @Test
  void whatIsNoMicroscopyFileIsRefusedInOurOwnWords() {
    Answer answer = run.call(NOBODY, "data.describe", "{\"file\": \"notes.bin\"}");
    assertThat(problems(answer).toString())
        .contains("cannot be read as any known microscopy format")
        .doesNotContain("canary", folder.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.csv",
        "..%2fsecret.csv",
        "link.csv",
        "/etc/passwd",
        "film.gwy/../../secret.csv",
        ".",
        ""
      })
  void nothingOutsideTheFolderIsOpened(String name) {
    Answer answer = run.call(NOBODY, "data.describe", "{\"file\": \"%s\"}".formatted(name));
    assertThat(problems(answer)).isNotEmpty();
  }
}
