package dev.cantilever.drivers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.command.SurfacePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLedgerTest {

  private static final Deed MOVE =
      new Deed("run-0001/call-1", "spm.move_probe", SurfacePoint.metres(4.08e-8, 1.0 / 3), 0);
  private static final Deed LOOP =
      new Deed("run-0001/call-2", "spm.loop", SurfacePoint.metres(4.08e-8, 1.0 / 3), 2.35);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("ledger.tsv");
  }

  @Test
  void readsBackWhatItWroteBitForBit() {
    write(MOVE, LOOP);
    assertThat(deeds()).containsExactly(MOVE, LOOP);
  }

  /** Every place at which a dying process can have torn the last line. */
  @Test
  void dropsATornLastLineAndGoesOnBehindTheWholeOnes() throws IOException {
    write(MOVE, LOOP);
    byte[] whole = Files.readAllBytes(file);
    int first = MOVE.line().length();
    for (int length = first; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(deeds()).as("torn at byte %d", length).containsExactly(MOVE);
      assertThat(Files.size(file)).isEqualTo(first);
      write(LOOP);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void refusesALedgerThatIsBrokenInTheMiddle() throws IOException {
    for (String broken : List.of("nonsense\n", "a\tb\t1\t2\n", "a\tb\tx\t2\t3\n")) {
      Files.writeString(file, broken + LOOP.line(), StandardCharsets.UTF_8);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> DeviceLedger.open(file))
          .withMessageContaining("ledger cannot be used");
    }
    Files.delete(file);
    assertThat(deeds()).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> DeviceLedger.open(directory.resolve("absent").resolve("ledger.tsv")));
  }

  @Test
  void findsADeedByItsKey() {
    try (DeviceLedger ledger = DeviceLedger.open(file)) {
      ledger.write(MOVE);
      ledger.write(LOOP);
      assertThat(ledger.find("run-0001/call-2")).contains(LOOP);
      assertThat(ledger.find("run-0001/call-3")).isEmpty();
      assertThat(ledger.last()).contains(LOOP);
    }
  }

  /** Neither reading the ledger nor a refused second attempt may let go of the lock. */
  @Test
  void keepsAnotherProcessAway() throws Exception {
    write(MOVE);
    try (DeviceLedger held = DeviceLedger.open(file)) {
      assertThat(otherProcessOpens()).isEqualTo(OpenLedger.REFUSED);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> DeviceLedger.open(file))
          .withMessageContaining("controls this instrument");
      assertThat(otherProcessOpens()).isEqualTo(OpenLedger.REFUSED);
      assertThat(held.deeds()).containsExactly(MOVE);
    }
    assertThat(otherProcessOpens()).isEqualTo(OpenLedger.OPENED);
  }

  private int otherProcessOpens() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process other =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                OpenLedger.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("other.log").toFile())
            .start();
    return other.waitFor();
  }

  /** A second controller in a process of its own. */
  static final class OpenLedger {

    static final int OPENED = 10;
    static final int REFUSED = 11;

    private OpenLedger() {}

    public static void main(String[] arguments) {
      int code = OPENED;
      try (DeviceLedger ledger = DeviceLedger.open(Path.of(arguments[0]))) {
        ledger.deeds();
      } catch (ConnectionFailure refused) {
        code = refused.getMessage().contains("is locked") ? REFUSED : 1;
      }
      System.exit(code);
    }
  }

  private void write(Deed... deeds) {
    try (DeviceLedger ledger = DeviceLedger.open(file)) {
      for (Deed deed : deeds) {
        ledger.write(deed);
      }
    }
  }

  private List<Deed> deeds() {
    try (DeviceLedger ledger = DeviceLedger.open(file)) {
      return ledger.deeds();
    }
  }
}
