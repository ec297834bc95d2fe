package dev.cantilever.tools.journal;

import static dev.cantilever.tools.journal.Journals.draft;
import static dev.cantilever.tools.journal.Journals.drafts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("run").resolve("journal.db");
  }

  @Test
  void readsBackWhatWasAppendedAfterReopening() {
    List<Entry> written;
    Hash root;
    try (Journal journal = Journals.open(file)) {
      journal.append(drafts(3), List.of());
      written = journal.fresh();
      root = journal.root();
    }
    try (Journal journal = Journal.read(file, Journals.RUN)) {
      assertThat(journal.fresh()).isEqualTo(written);
      assertThat(journal.root()).isEqualTo(root);
      assertThat(journal.size()).isEqualTo(3);
    }
    assertThat(written).extracting(Entry::seq).containsExactly(0L, 1L, 2L);
    assertThat(written).extracting(Entry::type).containsOnly("test.note");
    assertThat(written)
        .extracting(entry -> entry.body().path("text").asText())
        .containsExactly("note 0", "note 1", "note 2");
    assertThat(written).extracting(Entry::ts).containsOnly("2026-01-01T00:00:00.123456Z");
  }

  @Test
  void tellsEveryEntryOnce() {
    try (Journal journal = Journals.open(file)) {
      journal.append(drafts(2), List.of());
      assertThat(journal.fresh()).hasSize(2);
      assertThat(journal.fresh()).isEmpty();
      journal.append(drafts(1), List.of());
      assertThat(journal.fresh()).extracting(Entry::seq).containsExactly(2L);
    }
  }

  @Test
  void twoHandlesSeeEachOthersEntriesInOneOrder() {
    try (Journal mine = Journals.open(file);
        Journal yours = Journals.open(file)) {
      mine.append(List.of(draft("a")), List.of());
      yours.append(List.of(draft("b")), List.of());
      mine.append(List.of(draft("c")), List.of());
      List<Entry> seen = mine.fresh();
      assertThat(seen)
          .extracting(entry -> entry.body().path("text").asText())
          .containsExactly("a", "b", "c");
      assertThat(yours.fresh()).isEqualTo(seen);
      assertThat(yours.root()).isEqualTo(mine.root());
    }
    assertThat(Journals.verify(file)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void keepsDataByTheirHash() {
    try (Journal journal = Journals.open(file)) {
      journal.append(
          List.of(Journals.citing(Journals.DATA)), List.of(Journals.DATA, Journals.DATA));
      assertThat(journal.blob(Hash.of(Journals.DATA).text())).contains(Journals.DATA);
      assertThat(journal.blob(Hash.of("other").text())).isEmpty();
    }
  }

  @Test
  void writesACheckpointWithTheRootAtEvery256thEntry() {
    try (Journal journal = Journals.open(file)) {
      journal.append(drafts(200), List.of());
      journal.append(drafts(55), List.of());
      assertThat(journal.size()).isEqualTo(255);
      journal.append(drafts(1), List.of());
      assertThat(journal.size()).isEqualTo(257);
      MerkleTree before = new MerkleTree();
      List<Entry> entries = journal.fresh();
      for (Entry entry : entries.subList(0, 256)) {
        before.append(MerkleTree.leaf(entry.line().getBytes(StandardCharsets.UTF_8)));
      }
      JsonNode body = entries.getLast().body();
      assertThat(entries.getLast().type()).isEqualTo(Journal.CHECKPOINT);
      assertThat(body.path("size").longValue()).isEqualTo(256);
      assertThat(body.path("root").asText()).isEqualTo(before.root().text());
    }
  }

  @Test
  void sealsIntoOneFileWithASealBesideIt() throws IOException {
    try (Journal journal = Journals.open(file)) {
      journal.append(drafts(2), List.of());
      Seal seal = journal.seal();
      assertThat(seal.size()).isEqualTo(3);
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("journal.db", "journal.seal");
    }
  }

  @Test
  void aSealedJournalCannotBeOpenedForWriting() {
    Path sealed = Journals.smallSealed(folder);
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Journals.open(sealed))
        .withMessageContaining("is sealed");
  }

  @Test
  void readingASealedJournalChangesNoByte() throws IOException {
    Path sealed = Journals.smallSealed(folder);
    byte[] before = Files.readAllBytes(sealed);
    try (Journal journal = Journal.read(sealed, Journals.RUN)) {
      assertThat(journal.fresh()).hasSize(6);
      assertThat(journal.blob(Hash.of(Journals.DATA).text())).isPresent();
    }
    assertThat(Files.readAllBytes(sealed)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void nothingIsAppendedByAnotherHandleOnceItIsSealed() {
    try (Journal mine = Journals.open(file);
        Journal yours = Journals.open(file)) {
      mine.append(drafts(1), List.of());
      Throwable sealing = catchThrowable(mine::seal);
      Throwable appending = catchThrowable(() -> yours.append(drafts(1), List.of()));
      assertThat(sealing != null || appending != null).isTrue();
    }
  }

  @Test
  void sealsAlsoWhileSomebodyHasItOpenForReading() {
    try (Journal mine = Journals.open(file)) {
      mine.append(drafts(1), List.of());
      try (Journal reader = Journal.read(file, Journals.RUN)) {
        assertThat(reader.fresh()).hasSize(1);
        assertThat(mine.seal().size()).isEqualTo(2);
      }
    }
  }

  @Test
  void refusesToReadWhatIsNotThere() {
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Journal.read(file, Journals.RUN))
        .withMessageContaining("there is no journal");
  }

  @Test
  void refusesToReadALineThatIsNoEntry() {
    Path small = Journals.small(folder);
    Journals.edit(small, "UPDATE entry SET line = '{}' WHERE seq = 2");
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Journal.read(small, Journals.RUN));
    assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> Journals.open(small));
  }

  @Test
  void anAppendThatFailsLeavesNothingAndTheNextSucceeds() {
    try (Journal journal = Journals.open(file)) {
      journal.append(drafts(1), List.of());
      Hash root = journal.root();
      Journals.edit(
          file,
          "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.seq = 2"
              + " BEGIN SELECT RAISE(ABORT, 'disk full'); END");
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(2), List.of(Journals.DATA)))
          .withMessageContaining("nothing was acted upon");
      assertThat(journal.root()).isEqualTo(root);
      assertThat(journal.fresh()).hasSize(1);
      assertThat(journal.blob(Hash.of(Journals.DATA).text())).isEmpty();
      Journals.edit(file, "DROP TRIGGER full");
      journal.append(drafts(2), List.of());
      assertThat(journal.fresh()).extracting(Entry::seq).containsExactly(1L, 2L);
    }
    assertThat(Journals.verify(file)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void anEntryThatCannotBeWrittenAsJsonLeavesNothingAndTheNextSucceeds() {
    try (Journal journal = Journals.open(file)) {
      assertThat(catchThrowable(() -> journal.append(List.of(draft("\ud83d")), List.of())))
          .isNotNull();
      journal.append(drafts(1), List.of());
      assertThat(journal.fresh()).extracting(Entry::seq).containsExactly(0L);
    }
  }

  @Test
  void aFolderMayHaveAnyName() {
    Path odd = Journals.smallSealed(folder.resolve("film #3, 50%20 dry?"));
    assertThat(Journals.verify(odd)).isInstanceOf(Verification.Intact.class);
  }

  /** As whoever opens a journal first does for a moment. */
  @Test
  void whoOpensWhileAnotherLocksTheFileWaits() throws Exception {
    Path file = Files.createDirectories(folder.resolve("busy")).resolve("journal.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = other.createStatement();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
      sql.execute("CREATE TABLE another (one INT)");
      sql.execute("BEGIN IMMEDIATE");
      Future<Long> opened =
          elsewhere.submit(
              () -> {
                try (Journal journal = Journals.open(file)) {
                  return journal.size();
                }
              });
      Thread.sleep(300);
      assertThat(opened).isNotDone();
      sql.execute("COMMIT");
      assertThat(opened.get()).isZero();
    }
  }
}
