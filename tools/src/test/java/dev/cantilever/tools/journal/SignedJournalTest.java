package dev.cantilever.tools.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoints;
import dev.cantilever.tools.checkpoint.SigningKey;
import dev.cantilever.tools.journal.Verification.Broken;
import dev.cantilever.tools.journal.Verification.Finding;
import dev.cantilever.tools.journal.Verification.Intact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a forger cannot do who has the journal and not the key. */
class SignedJournalTest {

  private static final int ENTRIES = 2_500;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private Path file;
  private Path away;
  private SigningKey key;

  @BeforeEach
  void aSignedJournal() {
    file = folder.resolve("run/journal.db");
    away = folder.resolve("away/run-0001.txt");
    key = SigningKey.in(folder);
    try (Journal journal = open(file)) {
      for (int i = 0; i < ENTRIES; i += 100) {
        journal.append(Journals.drafts(100), List.of(Journals.DATA));
      }
    }
  }

  private Journal open(Path journal) {
    Checkpoints checkpoints =
        new Checkpoints(
            key, Journals.RUN, List.of(away, journal.resolveSibling("journal.checkpoints")), CLOCK);
    return Journal.open(new JournalPlace.InFile(journal), Journals.RUN, CLOCK, checkpoints);
  }

  private Verification verify(Path journal) {
    Evidence evidence =
        new Evidence(key.verifier(), List.of(away, journal.resolveSibling("journal.checkpoints")));
    return JournalVerifier.verify(
        new JournalPlace.InFile(journal), Journals.RUN, Optional.of(evidence));
  }

  private List<Finding> findings() {
    return switch (verify(file)) {
      case Broken broken -> broken.findings();
      case Intact intact -> List.of();
    };
  }

  private static Intact intact(Verification verdict) {
    assertThat(verdict).isInstanceOf(Intact.class);
    return (Intact) verdict;
  }

  @Test
  void anUntouchedJournalIsSignedToItsEnd() {
    Intact before = intact(verify(file));
    assertThat(before.signed().orElseThrow().size()).isEqualTo(before.entries());
    assertThat(before.signed().orElseThrow().checkpoints()).isEqualTo(3);
    try (Journal journal = open(file)) {
      journal.seal();
    }
    Intact sealed = intact(verify(file));
    assertThat(sealed.sealed()).isTrue();
    assertThat(sealed.signed().orElseThrow().size()).isEqualTo(sealed.entries());
  }

  /** Without a seal or a later entry, nothing but the signature knows that there was more. */
  @Test
  void everyTruncationBehindACheckpointIsFoundAndPlaced() {
    long whole = intact(verify(file)).entries();
    for (long left = whole - 1; left >= 0; left -= 173) {
      Journals.edit(file, "DELETE FROM entry WHERE seq >= " + left);
      assertThat(findings())
          .extracting(Finding::where)
          .as("%d left", left)
          .containsExactly("entry " + left);
    }
  }

  /** The forger writes the whole log anew, with all hashes and checkpoints that need no key. */
  @Test
  void aLogThatWasWrittenAnewIsFoundBetweenTwoCheckpoints() {
    List<Entry> entries;
    try (Journal journal = Journal.read(file, Journals.RUN)) {
      entries = new ArrayList<>(journal.fresh());
    }
    Path forged = folder.resolve("forged/journal.db");
    try (Journal journal = Journals.open(forged)) {
      for (Entry entry : entries) {
        if (!entry.type().equals(Journal.CHECKPOINT)) {
          boolean target = entry.seq() == 1_700;
          Entry.Draft draft = new Entry.Draft(entry.actor(), entry.type(), entry.body());
          journal.append(List.of(target ? Journals.draft("forged") : draft), List.of());
        }
      }
    }
    assertThat(Journals.verify(forged)).isInstanceOf(Intact.class);
    assertThat(verify(forged))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.findings()).hasSize(1);
              assertThat(broken.findings().getFirst().where()).startsWith("entries 0 to ");
              assertThat(broken.findings().getFirst().what()).contains("after checkpoint 1");
            });
  }

  @Test
  void aChangedCheckpointIsFoundInItsFile() throws IOException {
    Files.writeString(away, Files.readString(away).replaceFirst("2026", "2025"));
    assertThat(findings())
        .containsExactly(
            new Finding("checkpoint 1 of away/run-0001.txt", "its signature does not fit"));
  }

  @Test
  void theCheckpointsOfAnotherKeyOrRunAreFound() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path notes = other.resolve("notes.txt");
    for (SigningKey signing : List.of(SigningKey.in(other), key)) {
      Files.deleteIfExists(away);
      try (Checkpoints checkpoints = new Checkpoints(signing, "run-0002", List.of(notes), CLOCK)) {
        checkpoints.grewTo(1, Hash.of("x"));
      }
    }
    Files.copy(notes, away);
    assertThat(findings())
        .extracting(Finding::what)
        .containsExactly(
            "is signed by %s, not by %s"
                .formatted(SigningKey.in(other).verifier().id(), key.verifier().id()),
            "is of cantilever/run-0002");
  }

  @Test
  void checkpointsThatWereTakenAwayAreMissed() throws IOException {
    Files.delete(away);
    assertThat(findings()).isEmpty();
    Files.delete(file.resolveSibling("journal.checkpoints"));
    assertThat(findings())
        .extracting(Finding::what)
        .containsExactly(
            "the log says that %s signs them; none is here".formatted(key.verifier().id()));
  }

  @Test
  void aFolderThatCannotBeWrittenStopsTheRun() throws IOException {
    Files.delete(away);
    Files.createDirectory(away);
    try (Journal journal = open(folder.resolve("second/journal.db"))) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(Journals.drafts(1_000), List.of()))
          .withMessageContaining("nothing was acted upon");
    } catch (JournalFailure alsoAtTheEnd) {
      assertThat(alsoAtTheEnd).hasMessageContaining("checkpoints");
    }
  }
}
