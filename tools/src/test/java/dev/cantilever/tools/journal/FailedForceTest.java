package dev.cantilever.tools.journal;

import static dev.cantilever.tools.journal.Journals.drafts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** A force that fails once: the file is never trusted again, and nothing acknowledged is lost. */
class FailedForceTest {

  private static final int COMMITS = 12;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("run").resolve("journal.db");
  }

  private Journal failingAt(int commit, boolean arrives) {
    return Journals.open(
        file, new FailingForce(SQLiteErrorCode.SQLITE_IOERR_FSYNC, commit, arrives));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingAcknowledgedIsLostWhereverItFails(boolean arrives) throws IOException {
    for (int commit = 0; commit < COMMITS; commit++) {
      file = folder.resolve("run-" + commit + arrives).resolve("journal.db");
      List<Entry> acknowledged = untilItFails(commit, arrives);
      assertThat(acknowledged).hasSize(2 * commit);
      Object before = Files.readAttributes(file, "unix:ino").get("ino");
      try (Journal next = Journals.open(file)) {
        List<Entry> kept = next.fresh();
        assertThat(kept.subList(0, 2 * commit)).isEqualTo(acknowledged);
        assertThat(kept).hasSize(2 * commit + (arrives ? 2 : 0));
        next.append(drafts(1), List.of());
        assertThat(next.size()).isEqualTo(kept.size() + 1);
      }
      assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isNotEqualTo(before);
      assertThat(Doubt.isCast(file)).isFalse();
      assertThat(Journals.verify(file)).isInstanceOf(Verification.Intact.class);
    }
  }

  private List<Entry> untilItFails(int commit, boolean arrives) {
    try (Journal journal = failingAt(commit, arrives)) {
      for (int i = 0; i < commit; i++) {
        journal.append(drafts(2), List.of(Journals.DATA));
      }
      List<Entry> acknowledged = journal.fresh();
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(2), List.of()))
          .withMessageContaining("nothing was acted upon");
      return acknowledged;
    }
  }

  @Test
  void nothingMoreIsAppendedThroughAnyHandle() {
    try (Journal mine = failingAt(1, false);
        Journal yours = Journals.open(file)) {
      mine.append(drafts(1), List.of());
      assertThat(yours.fresh()).hasSize(1);
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> mine.append(drafts(1), List.of()));
      for (Journal journal : List.of(mine, yours)) {
        for (int i = 0; i < 2; i++) {
          assertThatExceptionOfType(JournalFailure.class)
              .isThrownBy(() -> journal.append(drafts(1), List.of()))
              .withMessageContaining("resume the run");
        }
      }
      assertThat(yours.fresh()).isEmpty();
    }
  }

  @Test
  void whatCannotEvenBeMarkedIsNotTrustedByThisProcess() throws IOException {
    try (Journal journal = failingAt(0, false)) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(1), List.of()));
      Doubt.lift(file);
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(1), List.of()))
          .withMessageContaining("resume the run");
    }
  }

  @Test
  void aDoubtfulFileThatDoesNotVerifyIsNotContinued() {
    Path small = Journals.small(folder);
    Journals.edit(small, "DELETE FROM entry WHERE seq = 2");
    Doubt.cast(small);
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Journals.open(small))
        .withMessageContaining("is damaged")
        .withMessageContaining("entry 2");
    assertThat(Doubt.isCast(small)).isTrue();
  }

  @Test
  void aDoubtfulFileCanBeReadAsItIsAndSealedOnceItIsContinued() throws IOException {
    Path small = Journals.small(folder);
    Doubt.cast(small);
    try (Journal journal = Journal.read(small, Journals.RUN)) {
      assertThat(journal.fresh()).hasSize(5);
    }
    try (Journal journal = Journals.open(small)) {
      assertThat(journal.seal().size()).isEqualTo(6);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("journal.db", "journal.seal");
    }
  }

  @Test
  void aLockOrARefusalIsNoReasonForDoubt() {
    for (SQLiteErrorCode code :
        List.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_CONSTRAINT)) {
      try (Journal journal = Journals.open(file, new FailingForce(code, 0, false))) {
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> journal.append(drafts(1), List.of()));
        assertThat(Doubt.isCast(file)).isFalse();
        journal.append(drafts(1), List.of());
      }
    }
  }
}
