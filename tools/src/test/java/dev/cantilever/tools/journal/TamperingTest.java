package dev.cantilever.tools.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.journal.Verification.Broken;
import dev.cantilever.tools.journal.Verification.Finding;
import dev.cantilever.tools.journal.Verification.Intact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperingTest {

  @TempDir Path folder;

  @Test
  void anUntouchedJournalIsIntactSealedOrNot() {
    Path file = Journals.small(folder);
    assertThat(Journals.verify(file))
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.entries()).isEqualTo(5);
              assertThat(intact.sealed()).isFalse();
            });
    try (Journal journal = Journals.open(file)) {
      Seal seal = journal.seal();
      assertThat(Journals.verify(file)).isEqualTo(new Intact(6, seal.root(), true));
    }
  }

  @Test
  void everyFlippedByteOfASealedJournalIsFound() throws IOException {
    Path file = Journals.smallSealed(folder);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = 0; at < bytes.length(); at++) {
        flip(bytes, at);
        assertThat(Journals.verify(file)).as("byte %d", at).isInstanceOf(Broken.class);
        flip(bytes, at);
      }
    }
    assertThat(Journals.verify(file)).isInstanceOf(Intact.class);
  }

  @Test
  void aFlippedByteIsFoundInItsOwnPage() throws IOException {
    Path file = Journals.usualSealed(folder);
    Seal seal = Seal.parse(Files.readString(Seal.fileFor(file)));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes.length).isGreaterThan(5 * 4096);
    for (int at = 0; at < bytes.length; at += 3) {
      bytes[at] ^= 1;
      assertThat(seal.brokenPages(bytes)).as("byte %d", at).containsExactly(at / 4096);
      bytes[at] ^= 1;
    }
    bytes[4096] ^= 1;
    Files.write(file, bytes);
    assertThat(findings(file))
        .contains(new Finding("page 1 of journal.db", "bytes differ from the seal"));
  }

  @Test
  void everyFlippedByteOfASealIsFound() throws IOException {
    Path file = Journals.smallSealed(folder);
    try (RandomAccessFile bytes = new RandomAccessFile(Seal.fileFor(file).toFile(), "rw")) {
      for (int at = 0; at < bytes.length(); at++) {
        flip(bytes, at);
        assertThat(Journals.verify(file)).as("byte %d", at).isInstanceOf(Broken.class);
        flip(bytes, at);
      }
    }
    assertThat(Journals.verify(file)).isInstanceOf(Intact.class);
  }

  @Test
  void aSealedJournalThatWasCutOrGrewIsFound() throws IOException {
    Path file = Journals.smallSealed(folder);
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 1, 4096, whole.length - 1, whole.length + 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(Journals.verify(file)).as("%d bytes", length).isInstanceOf(Broken.class);
    }
  }

  @Test
  void aJournalThatIsGoneOrNoDatabaseIsAFinding() throws IOException {
    Path file = folder.resolve("journal.db");
    assertThat(Journals.verify(file)).isInstanceOf(Broken.class);
    Files.writeString(file, "hello ".repeat(1_000), StandardCharsets.UTF_8);
    assertThat(Journals.verify(file)).isInstanceOf(Broken.class);
  }

  @Test
  void verificationNeverThrowsOnADamagedUnsealedJournal() throws IOException {
    Path file = Journals.smallSealed(folder);
    Files.delete(Seal.fileFor(file));
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = 0; at < bytes.length(); at += 3) {
        flip(bytes, at);
        assertThat(Journals.verify(file)).as("byte %d", at).isNotNull();
        flip(bytes, at);
      }
    }
  }

  @Test
  void changedDataAreFound() {
    Path file = Journals.small(folder);
    Journals.edit(file, "UPDATE blob SET bytes = x'00'");
    assertThat(findings(file)).extracting(Finding::what).containsExactly("do not fit their hash");
  }

  @Test
  void lostDataThatAnEntryCitesAreFound() {
    Path file = Journals.small(folder);
    Journals.edit(file, "DELETE FROM blob");
    assertThat(findings(file))
        .extracting(Finding::what)
        .containsExactly("an entry cites data that are not there");
  }

  @Test
  void aChangedTextIsFound() {
    Path file = Journals.small(folder);
    Journals.edit(file, "UPDATE entry SET line = replace(line, 'note 2', 'note 9')");
    assertThat(findings(file))
        .containsExactly(new Finding("entry 2", "its text does not fit its hash"));
  }

  @Test
  void aDeletedEntryIsFound() {
    for (int seq = 0; seq < 4; seq++) {
      Path file = Journals.small(folder.resolve("without-" + seq));
      Journals.edit(file, "DELETE FROM entry WHERE seq = " + seq);
      assertThat(findings(file))
          .contains(new Finding("entry " + seq, "is missing; the next is entry " + (seq + 1)));
    }
  }

  @Test
  void swappedEntriesAreFoundAlsoWhereTheirHashesMoveAlong() {
    Path file = Journals.small(folder);
    Journals.edit(
        file,
        "UPDATE entry SET seq = 100 WHERE seq = 1",
        "UPDATE entry SET seq = 1 WHERE seq = 2",
        "UPDATE entry SET seq = 2 WHERE seq = 100");
    assertThat(findings(file)).extracting(Finding::where).containsExactly("entry 1", "entry 2");
  }

  /**
   * A forger who knows the format makes the row fit itself; the next checkpoint's root does not.
   */
  @Test
  void aForgedEntryWithAFittingHashIsFoundAtTheNextCheckpoint() {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journals.open(file)) {
      journal.append(Journals.drafts(256), List.of());
      Entry forged = withText(journal.fresh().get(7), "forged");
      Journals.edit(file, forgery(forged));
    }
    assertThat(findings(file))
        .containsExactly(
            new Finding(
                "entry 256", "an entry before this checkpoint was changed, added or removed"));
  }

  @Test
  void anEntryThatIsNotCanonicalIsFound() {
    Path file = Journals.small(folder);
    String spaced = "{ \"v\":1}";
    Journals.edit(
        file,
        "UPDATE entry SET line = '%s', leaf = x'%s' WHERE seq = 0"
            .formatted(spaced, leafHex(spaced)));
    assertThat(findings(file)).containsExactly(new Finding("entry 0", "is not a journal line"));
  }

  @Test
  void entriesHiddenUnderAnotherRunAreFound() {
    Path file = Journals.small(folder);
    Journals.edit(file, "UPDATE entry SET run = 'run-0002'");
    assertThat(Journals.verify(file)).isInstanceOf(Broken.class);
  }

  @Test
  void theSealedJournalOfAnotherRunIsFound() {
    Path file = Journals.smallSealed(folder);
    assertThat(JournalVerifier.verify(file, "run-0002")).isInstanceOf(Broken.class);
  }

  private static Entry withText(Entry entry, String text) {
    return new Entry(
        entry.seq(), entry.ts(), entry.actor(), entry.type(), Journals.draft(text).body());
  }

  private static String forgery(Entry entry) {
    return "UPDATE entry SET line = '%s', leaf = x'%s' WHERE seq = %d"
        .formatted(entry.line(), leafHex(entry.line()), entry.seq());
  }

  private static String leafHex(String line) {
    return HexFormat.of().formatHex(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Finding> findings(Path file) {
    return switch (Journals.verify(file)) {
      case Broken broken -> broken.findings();
      case Intact intact -> List.of();
    };
  }

  private static void flip(RandomAccessFile bytes, int at) throws IOException {
    bytes.seek(at);
    int old = bytes.read();
    bytes.seek(at);
    bytes.write(old ^ (1 << (at % 8)));
  }
}
