package dev.cantilever.tests.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoints;
import dev.cantilever.tools.checkpoint.SigningKey;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Evidence;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.journal.Verification.Broken;
import dev.cantilever.tools.journal.Verification.Finding;
import dev.cantilever.tools.journal.Verification.Intact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of a journal wherever it lies. */
abstract class StoreSuite {

  static final String RUN = "run-0001";
  private static final byte[] DATA = "a spectrum".getBytes(StandardCharsets.UTF_8);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00.123456789Z"));

  @TempDir Path folder;
  private JournalPlace place;
  private SigningKey key;

  /** A place that nobody has used yet. */
  abstract JournalPlace fresh();

  /** Runs SQL there, as whoever administers it can. */
  abstract void edit(JournalPlace where, String... statements);

  /** Bytes as this SQL writes them. */
  abstract String bytes(String hex);

  /** SQL that makes the next insertion of an entry with this number fail. */
  abstract String[] failingAt(long seq);

  abstract String[] failingNoMore();

  @BeforeEach
  void aFreshPlace() {
    place = fresh();
    key = SigningKey.in(folder);
  }

  private Journal open() {
    return Journal.open(place, RUN, CLOCK, null);
  }

  private Path notes() {
    return folder.resolve("notes.txt");
  }

  private Journal openSigned() {
    return Journal.open(place, RUN, CLOCK, new Checkpoints(key, RUN, List.of(notes()), CLOCK));
  }

  private Verification verify() {
    return JournalVerifier.verify(
        place, RUN, Optional.of(new Evidence(key.verifier(), List.of(notes()))));
  }

  private List<Finding> findings() {
    return verify() instanceof Broken broken ? broken.findings() : List.of();
  }

  static Entry.Draft draft(String text) {
    ObjectNode actor = JsonNodeFactory.instance.objectNode().put("kind", "person");
    return new Entry.Draft(
        actor, "test.note", JsonNodeFactory.instance.objectNode().put("text", text));
  }

  static List<Entry.Draft> drafts(int number) {
    return IntStream.range(0, number).mapToObj(i -> draft("note " + i)).toList();
  }

  private static Entry.Draft citing(byte[] data) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("blob", Hash.of(data).text());
    return new Entry.Draft(draft("").actor(), "test.data", body);
  }

  /** Four notes and one that cites data. */
  private void small() {
    try (Journal journal = open()) {
      journal.append(drafts(4), List.of());
      journal.append(List.of(citing(DATA)), List.of(DATA));
    }
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream().map(entry -> entry.body().path("text").asText()).toList();
  }

  @Test
  void readsBackWhatWasAppendedAfterReopening() {
    assertThat(place.exists(RUN)).isFalse();
    List<Entry> written;
    Hash root;
    try (Journal journal = open()) {
      journal.append(List.of(draft("\u0000 \u2028 \uD83D\uDD2C ' \\ \"")), List.of());
      journal.append(drafts(3), List.of());
      written = journal.fresh();
      root = journal.root();
    }
    assertThat(place.exists(RUN)).isTrue();
    try (Journal journal = Journal.read(place, RUN)) {
      assertThat(journal.fresh()).isEqualTo(written);
      assertThat(journal.root()).isEqualTo(root);
    }
    assertThat(written).extracting(Entry::seq).containsExactly(0L, 1L, 2L, 3L);
    assertThat(texts(written)).startsWith("\u0000 \u2028 \uD83D\uDD2C ' \\ \"");
    assertThat(verify()).isEqualTo(new Intact(4, root, false));
  }

  @Test
  void twoHandlesSeeEachOthersEntriesInOneOrder() {
    try (Journal mine = open();
        Journal yours = open()) {
      mine.append(List.of(draft("a")), List.of());
      yours.append(List.of(draft("b")), List.of());
      mine.append(List.of(draft("c")), List.of());
      List<Entry> seen = mine.fresh();
      assertThat(texts(seen)).containsExactly("a", "b", "c");
      assertThat(yours.fresh()).isEqualTo(seen);
      assertThat(yours.root()).isEqualTo(mine.root());
    }
    assertThat(verify()).isInstanceOf(Intact.class);
  }

  @Test
  void writersAtTheSameTimeLoseNothing() throws InterruptedException {
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      writers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (Journal journal = open()) {
                      for (int i = 0; i < 15; i++) {
                        journal.append(drafts(2), List.of(DATA));
                      }
                    }
                  }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    Intact verdict = (Intact) verify();
    assertThat(verdict.entries()).isEqualTo(120);
  }

  @Test
  void keepsDataByTheirHashAndRunByRun() {
    small();
    try (Journal journal = Journal.read(place, RUN)) {
      assertThat(journal.blob(Hash.of(DATA).text())).contains(DATA);
      assertThat(journal.blob(Hash.of("other").text())).isEmpty();
    }
  }

  @Test
  void readsALongJournalInItsOrder() {
    try (Journal journal = open()) {
      for (int i = 0; i < 9; i++) {
        journal.append(drafts(1_000), List.of());
      }
    }
    try (Journal journal = Journal.read(place, RUN)) {
      List<Entry> entries = journal.fresh();
      assertThat(entries).hasSize(9_009);
      assertThat(entries.getLast().seq()).isEqualTo(9_008);
      assertThat(((Intact) verify()).root()).isEqualTo(journal.root());
    }
  }

  @Test
  void aSealedJournalIsSignedAndCannotBeOpenedForWriting() {
    try (Journal journal = openSigned();
        Journal other = open()) {
      journal.append(drafts(2), List.of());
      assertThat(place.isSealed(RUN)).isFalse();
      assertThat(journal.seal().size()).isEqualTo(3);
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> other.append(drafts(1), List.of()));
    }
    assertThat(place.isSealed(RUN)).isTrue();
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(this::open)
        .withMessageContaining("is sealed");
    Intact verdict = (Intact) verify();
    assertThat(verdict.sealed()).isTrue();
    assertThat(verdict.signed().orElseThrow().size()).isEqualTo(3);
    try (Journal journal = Journal.read(place, RUN)) {
      assertThat(journal.fresh()).hasSize(3);
    }
  }

  @Test
  void refusesToReadWhatIsNotThere() {
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Journal.read(place, RUN))
        .withMessageContaining("there is no journal");
  }

  @Test
  void anAppendThatFailsLeavesNothingAndTheNextSucceeds() {
    try (Journal journal = open()) {
      journal.append(drafts(1), List.of());
      Hash root = journal.root();
      edit(place, failingAt(2));
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(3), List.of(DATA)))
          .withMessageContaining("nothing was acted upon");
      assertThat(journal.root()).isEqualTo(root);
      edit(place, failingNoMore());
      assertThat(journal.blob(Hash.of(DATA).text())).isEmpty();
      journal.append(drafts(2), List.of());
      assertThat(journal.size()).isEqualTo(3);
    }
    assertThat(verify()).isInstanceOf(Intact.class);
  }

  @Test
  void changedLostAndMovedRowsAreFoundAndPlaced() {
    small();
    edit(place, "UPDATE blob SET bytes = " + bytes("00"));
    assertThat(findings()).extracting(Finding::what).containsExactly("do not fit their hash");
    edit(place, "DELETE FROM blob");
    assertThat(findings())
        .extracting(Finding::what)
        .containsExactly("an entry cites data that are not there");
    edit(place, "UPDATE entry SET line = replace(line, 'note 2', 'note 9')");
    assertThat(findings()).contains(new Finding("entry 2", "its text does not fit its hash"));
    edit(place, "DELETE FROM entry WHERE seq = 1");
    assertThat(findings()).contains(new Finding("entry 1", "is missing; the next is entry 2"));
  }

  @Test
  void swappedEntriesAreFoundAlsoWhereTheirHashesMoveAlong() {
    small();
    edit(
        place,
        "UPDATE entry SET seq = 100 WHERE seq = 1",
        "UPDATE entry SET seq = 1 WHERE seq = 2",
        "UPDATE entry SET seq = 2 WHERE seq = 100");
    assertThat(findings()).extracting(Finding::where).containsExactly("entry 1", "entry 2");
  }

  @Test
  void aForgedEntryWithAFittingHashIsFoundByTheSignature() {
    List<Entry> entries;
    try (Journal journal = openSigned()) {
      journal.append(drafts(20), List.of());
      entries = journal.fresh();
    }
    assertThat(findings()).isEmpty();
    String forged = entries.get(7).line().replace("note 7", "forged");
    String leaf = HexFormat.of().formatHex(MerkleProof.leaf(forged).bytes());
    edit(
        place,
        "UPDATE entry SET line = '%s', leaf = %s WHERE seq = 7".formatted(forged, bytes(leaf)));
    assertThat(findings()).hasSize(1);
    assertThat(findings().getFirst().where()).isEqualTo("entries 0 to 19");
  }

  @Test
  void everyTruncationBehindACheckpointIsFoundAndPlaced() throws IOException {
    try (Journal journal = openSigned()) {
      journal.append(drafts(9), List.of());
    }
    assertThat(Files.readString(notes())).contains("cantilever/" + RUN);
    for (int left = 8; left >= 0; left--) {
      edit(place, "DELETE FROM entry WHERE seq >= " + left);
      assertThat(findings()).extracting(Finding::where).containsExactly("entry " + left);
    }
  }

  @Test
  void everyChangedCharacterOfALineIsFoundInItsEntry() {
    small();
    String line;
    try (Journal journal = Journal.read(place, RUN)) {
      line = journal.fresh().get(3).line();
    }
    for (int at = 1; at <= line.length(); at += 3) {
      String changed = (line.charAt(at - 1) == 'x' ? "y" : "x");
      String spoilt = line.substring(0, at - 1) + changed + line.substring(at);
      edit(place, "UPDATE entry SET line = '%s' WHERE seq = 3".formatted(spoilt));
      assertThat(findings()).as(spoilt).extracting(Finding::where).contains("entry 3");
    }
  }
}
