package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.cli.Main;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that another version has written. */
class OtherVersionTest {

  @TempDir private Path folder;

  @Test
  void aJournalOfAnotherVersionEndsInASentence() throws Exception {
    Path file = folder.resolve("runs/run-0001/journal.db");
    Files.createDirectories(file.getParent());
    ObjectNode actor = JsonNodeFactory.instance.objectNode().put("kind", "person");
    try (Journal journal = Journal.open(file, "run-0001", InstantSource.system())) {
      journal.append(
          List.of(new Entry.Draft(actor, "run.hoped", JsonNodeFactory.instance.objectNode())),
          List.of());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(Main.run("show", "run-0001", "--home", folder.toString())).isEqualTo(1);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("written by another version", "run.hoped")
        .doesNotContain("\tat dev.cantilever");
    assertThat(new Home(folder, InstantSource.system()).runs()).isEmpty();
  }
}
