package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Seal;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single bytes of a log of ten thousand events, flipped in turn. A page of the file is judged by
 * itself, so that each flip is tried on its page; a sample goes through verify as a whole.
 */
class FlipsTest {

  private static final int EVENTS = 10_000;
  private static final int STRIDE = 23;

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Home home;
  private Path journal;

  @BeforeEach
  void aLongSealedLog() {
    home = new Home(folder, InstantSource.system());
    journal = home.journal(new RunId("desk"));
    try (RunLog log = home.openDesk()) {
      for (int i = 0; i < EVENTS / 500; i++) {
        List<ChatEvent.Said> talk =
            IntStream.range(0, 500).mapToObj(n -> new ChatEvent.Said("sentence " + n)).toList();
        log.append(Wishes.PERSON, talk, List.of());
      }
      log.seal();
    }
  }

  @Test
  void everyTwentyThirdByteFlippedIsFoundInItsPage() throws IOException {
    Missed missed = flipped(STRIDE);
    Figures.atMost(
        "runtime-4a",
        "flips missed or misplaced, every 23rd of %,d bytes of 10^4 events".formatted(missed.of()),
        missed.number(),
        "flips",
        0,
        "-");
    assertThat(missed.number()).isZero();
  }

  @Test
  @Tag("long")
  void everyByteFlippedIsFoundInItsPage() throws IOException {
    Missed missed = flipped(1);
    Figures.lastingAtMost(
        "runtime-4a-all",
        "flips missed or misplaced, every single one of %,d bytes of 10^4 events"
            .formatted(missed.of()),
        missed.number(),
        "flips",
        0,
        "-");
    assertThat(missed.number()).isZero();
  }

  private record Missed(int number, int of) {}

  private Missed flipped(int stride) throws IOException {
    Seal seal = Seal.beside(journal);
    byte[] file = Files.readAllBytes(journal);
    int missed = 0;
    for (int from = 0; from < file.length; from += Seal.PAGE_BYTES) {
      byte[] page = Arrays.copyOfRange(file, from, Math.min(file.length, from + Seal.PAGE_BYTES));
      int number = from / Seal.PAGE_BYTES;
      missed += seal.holds(number, page) ? 0 : 1;
      for (int at = number % stride; at < page.length; at += stride) {
        page[at] ^= (byte) (1 << (at % 8));
        missed += seal.holds(number, page) ? 1 : 0;
        page[at] ^= (byte) (1 << (at % 8));
      }
    }
    return new Missed(missed, file.length);
  }

  @Test
  void verifyNamesThePageOfAFlip() throws IOException {
    byte[] file = Files.readAllBytes(journal);
    for (int at = 1_234; at < file.length; at += file.length / 12) {
      file[at] ^= 4;
      Files.write(journal, file);
      assertThat(verify())
          .isInstanceOfSatisfying(
              Verification.Broken.class,
              broken -> assertThat(broken.findings().getFirst().where()).startsWith("page "));
      file[at] ^= 4;
    }
    Files.write(journal, file);
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
  }

  private Verification verify() {
    RunId desk = new RunId("desk");
    return JournalVerifier.verify(home.place(desk), "desk", home.evidence(desk));
  }
}
