package dev.cantilever.tools.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash at any moment while a journal is copied into a file of its own. */
class FreshFileTest {

  private static final int ENTRIES = 300;

  @TempDir private Path folder;

  @Test
  void aCrashAfterAnyStepLeavesAWholeJournal() throws IOException {
    Path file = Files.createDirectories(folder.resolve("run")).resolve("journal.db");
    List<Path> crashes = new ArrayList<>();
    try (Journal journal = Journals.open(file)) {
      for (int i = 0; i < ENTRIES; i++) { // in the copy, pages of both tables lie otherwise
        byte[] data = new byte[10 * i];
        journal.append(List.of(Journals.citing(data)), List.of(data));
      }
      Handle reading = SqliteFile.forReading(file, false).open();
      FreshFile.replace(file, reading, () -> crashes.add(copied(crashes.size())));
    }
    assertThat(crashes).hasSize(4);
    for (Path crash : crashes) {
      Path left = crash.resolve("journal.db");
      try (Handle sql = SqliteFile.forWriting(left, UnaryOperator.identity()).open()) {
        assertThat(sql.createQuery("PRAGMA integrity_check").mapTo(String.class).list())
            .as(crash.toString())
            .containsExactly("ok");
      }
      try (Journal journal = Journal.read(left, Journals.RUN)) {
        assertThat(journal.fresh()).as(crash.toString()).hasSizeGreaterThanOrEqualTo(ENTRIES);
      }
      assertThat(Journals.verify(left)).isInstanceOf(Verification.Intact.class);
    }
  }

  private Path copied(int number) {
    Path copy = folder.resolve("crash-" + number);
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      Files.createDirectories(copy);
      for (Path one : files.toList()) {
        Files.copy(one, copy.resolve(one.getFileName()));
      }
      return copy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
