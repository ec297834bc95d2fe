package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Journals to test with, and a person who edits them behind our back. */
final class Journals {

  static final String RUN = "run-0001";
  static final byte[] DATA = "a spectrum".getBytes(StandardCharsets.UTF_8);

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00.123456789Z"));

  private Journals() {}

  static Journal open(Path file) {
    return Journal.open(file, RUN, CLOCK);
  }

  static Journal open(Path file, UnaryOperator<DataSource> way) {
    return Journal.open(new SqliteStore(file, RUN, way), RUN, CLOCK, null);
  }

  static Entry.Draft draft(String text) {
    ObjectNode actor = JsonNodeFactory.instance.objectNode().put("kind", "person");
    return new Entry.Draft(
        actor, "test.note", JsonNodeFactory.instance.objectNode().put("text", text));
  }

  /** A draft that cites {@link #DATA}. */
  static Entry.Draft citing(byte[] data) {
    Entry.Draft draft = draft("cites");
    ((ObjectNode) draft.body()).put("blob", Hash.of(data).text());
    return draft;
  }

  static List<Entry.Draft> drafts(int number) {
    return IntStream.range(0, number).mapToObj(i -> draft("note " + i)).toList();
  }

  /** A journal of five notes, one of which cites data, in a file as small as SQLite allows. */
  static Path small(Path folder) {
    Path file = make(folder).resolve("journal.db");
    edit(file, "PRAGMA page_size = 512", "VACUUM");
    try (Journal journal = open(file)) {
      journal.append(drafts(4), List.of());
      journal.append(List.of(citing(DATA)), List.of(DATA));
    }
    return file;
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Path smallSealed(Path folder) {
    Path file = small(folder);
    try (Journal journal = open(file)) {
      journal.seal();
    }
    return file;
  }

  /** A journal in SQLite's usual pages. */
  static Path usualSealed(Path folder) {
    Path file = folder.resolve("journal.db");
    try (Journal journal = open(file)) {
      journal.append(drafts(40), List.of(DATA));
      journal.seal();
    }
    return file;
  }

  static Verification verify(Path file) {
    return JournalVerifier.verify(file, RUN);
  }

  /** Runs SQL on the file as anybody with a database browser can. */
  static void edit(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
