package dev.cantilever.drivers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.kernel.port.ConnectionFailure;
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

  private static final LineForm<List<Double>> NUMBERS = new Numbers();
  private static final Deed<List<Double>> MOVE =
      new Deed<>("run-0001/call-1", "spm.move_probe", List.of(4.08e-8, 1.0 / 3), 0);
  private static final Deed<List<Double>> LOOP =
      new Deed<>("run-0001/call-2", "spm.loop", List.of(4.08e-8, -0.0, Math.PI), 2.35);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("ledger.tsv");
  }

  @Test
  void readsBackWhatItWroteBitForBit() {
    write(List.of(MOVE, LOOP));
    assertThat(deeds()).containsExactly(MOVE, LOOP);
  }

  /** Every place at which a dying process can have torn the last line. */
  @Test
  void dropsATornLastLineAndGoesOnBehindTheWholeOnes() throws IOException {
    write(List.of(MOVE, LOOP));
    byte[] whole = Files.readAllBytes(file);
    int first = MOVE.line(NUMBERS).length();
    for (int length = first; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(deeds()).as("torn at byte %d", length).containsExactly(MOVE);
      assertThat(Files.size(file)).isEqualTo(first);
      write(List.of(LOOP));
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void refusesALedgerThatIsBrokenInTheMiddle() throws IOException {
    for (String broken :
        List.of(
            "nonsense\n",
            "a\tb\n",
            "a\tb\tx\t2\t3\n",
            "a\tb\t1\t2\tsoon\n",
            "a\tb\t1\t2\t-1\n",
            "a\tb\t1\t2\tNaN\n")) {
      Files.writeString(file, broken + LOOP.line(NUMBERS), StandardCharsets.UTF_8);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> DeviceLedger.open(file, NUMBERS))
          .withMessageContaining("ledger cannot be used");
    }
    Files.delete(file);
    assertThat(deeds()).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(
            () -> DeviceLedger.open(directory.resolve("absent").resolve("ledger.tsv"), NUMBERS));
  }

  @Test
  void findsADeedByItsKey() {
    try (DeviceLedger<List<Double>> ledger = DeviceLedger.open(file, NUMBERS)) {
      ledger.write(MOVE);
      ledger.write(LOOP);
      assertThat(ledger.find("run-0001/call-2")).contains(LOOP);
      assertThat(ledger.find("run-0001/call-3")).isEmpty();
    }
  }

  /** Neither reading the ledger nor a refused second attempt may let go of the lock. */
  @Test
  void keepsAnotherProcessAway() throws Exception {
    write(List.of(MOVE));
    try (DeviceLedger<List<Double>> held = DeviceLedger.open(file, NUMBERS)) {
      assertThat(otherProcessOpens()).isEqualTo(OpenLedger.REFUSED);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> DeviceLedger.open(file, NUMBERS))
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
      try (DeviceLedger<List<Double>> ledger = DeviceLedger.open(Path.of(arguments[0]), NUMBERS)) {
        ledger.deeds();
      } catch (ConnectionFailure refused) {
        code = refused.getMessage().contains("is locked") ? REFUSED : 1;
      }
      System.exit(code);
    }
  }

  /** Numbers, as many as there are. */
  private static final class Numbers implements LineForm<List<Double>> {
    @Override
    public List<String> write(List<Double> numbers) {
      return numbers.stream().map(String::valueOf).toList();
    }

    @Override
    public List<Double> read(List<String> fields) {
      return fields.stream().map(Double::valueOf).toList();
    }
  }

  private void write(List<Deed<List<Double>>> deeds) {
    try (DeviceLedger<List<Double>> ledger = DeviceLedger.open(file, NUMBERS)) {
      for (Deed<List<Double>> deed : deeds) {
        ledger.write(deed);
      }
    }
  }

  private List<Deed<List<Double>>> deeds() {
    try (DeviceLedger<List<Double>> ledger = DeviceLedger.open(file, NUMBERS)) {
      return ledger.deeds();
    }
  }
}
