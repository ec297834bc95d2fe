package dev.cantilever.tools.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00.5Z"));
  private static final Hash ROOT = Hash.of("a root");

  @TempDir private Path folder;

  private Checkpoints checkpoints(Duration wait) {
    return new Checkpoints(
        SigningKey.in(folder), "run-0001", List.of(away(), beside()), CLOCK, wait);
  }

  private Path away() {
    return folder.resolve("away/run-0001.txt");
  }

  private Path beside() {
    return folder.resolve("run/journal.checkpoints");
  }

  private List<Long> sizes() throws IOException {
    return CheckpointFile.read(beside()).stream()
        .map(one -> one.note().orElseThrow().checkpoint().size())
        .toList();
  }

  @Test
  void aNoteIsWhatPublicLogsWrite() throws IOException {
    try (Checkpoints checkpoints = checkpoints(Checkpoints.LONGEST_WAIT)) {
      checkpoints.grewTo(7, ROOT);
    }
    String text = Files.readString(beside());
    assertThat(text.lines().toList())
        .hasSize(6)
        .startsWith("cantilever/run-0001", "7")
        .contains("2026-01-01T00:00:00Z", "");
    assertThat(text).contains("\n\n— cantilever ").endsWith("\n");
    assertThat(Files.readString(away())).isEqualTo(text);
    SignedNote note = SignedNote.parse(text);
    assertThat(note.isSignedBy(SigningKey.verifierIn(folder))).isTrue();
    assertThat(note.checkpoint().root()).isEqualTo(ROOT);
  }

  @Test
  void everyFlippedBitOfANoteIsFound() throws IOException {
    try (Checkpoints checkpoints = checkpoints(Checkpoints.LONGEST_WAIT)) {
      checkpoints.grewTo(7, ROOT);
    }
    VerifierKey key = SigningKey.verifierIn(folder);
    byte[] whole = Files.readAllBytes(beside());
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(away(), changed);
      assertThat(CheckpointFile.read(away()))
          .as("bit %d", bit)
          .anyMatch(one -> one.note().filter(note -> note.isSignedBy(key)).isEmpty());
    }
  }

  @Test
  void signsAfterAThousandEntriesAndWhatIsLeftAtTheEnd() throws IOException {
    try (Checkpoints checkpoints = checkpoints(Checkpoints.LONGEST_WAIT)) {
      checkpoints.startAt(500);
      for (long size = 600; size <= 2_600; size += 100) {
        checkpoints.grewTo(size, ROOT);
      }
      checkpoints.sign();
      checkpoints.sign();
    }
    assertThat(sizes()).containsExactly(1_500L, 2_500L, 2_600L);
  }

  @Test
  void signsWhatWaitsAlsoWhereNothingFollows() throws Exception {
    try (Checkpoints checkpoints = checkpoints(Duration.ofMillis(30))) {
      checkpoints.grewTo(1, ROOT);
      checkpoints.grewTo(2, ROOT);
      for (int i = 0; i < 500 && !Files.exists(beside()); i++) {
        Thread.sleep(10);
      }
      assertThat(sizes()).containsExactly(2L);
      checkpoints.grewTo(3, ROOT);
      for (int i = 0; i < 500 && sizes().size() < 2; i++) {
        Thread.sleep(10);
      }
    }
    assertThat(sizes()).containsExactly(2L, 3L);
  }

  @Test
  void theKeyIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
    String first = SigningKey.in(folder).verifier().line();
    assertThat(SigningKey.in(folder).verifier().line()).isEqualTo(first);
    Path secret = folder.resolve("checkpoints.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> SigningKey.in(folder))
        .havingCause()
        .withMessageContaining("chmod 600");
  }

  @Test
  void halvesOfTwoKeysAreNoKey() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    SigningKey.in(folder);
    SigningKey.in(other);
    Files.copy(
        SigningKey.publicFile(other),
        SigningKey.publicFile(folder),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> SigningKey.in(folder))
        .havingCause()
        .withMessageContaining("belong together");
  }

  /** The key of the example in Go's golang.org/x/mod/sumdb/note, with its own name and id. */
  @Test
  void aKeyOfAnotherKindOrNameIsRefused() {
    for (String line :
        List.of(
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "cantilever+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "cantilever+c74f20a3+not base64",
            "cantilever")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> VerifierKey.parse(line));
    }
  }
}
