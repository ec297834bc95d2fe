package dev.cantilever.drivers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTableTest {

  @TempDir Path directory;

  @Test
  void gathersTheReplicatesOfEachConditionInTheOrderOfTheFile() {
    TrialTable table = read("y,x,note\n3,1,a\n5,2,b\n4,1.0,c\n3,1,a\n8,+1e0,d\n");
    assertThat(table.entries()).hasSize(2);
    Entry first = table.entries().getFirst();
    assertThat(first.condition()).isEqualTo(Series.of(1));
    assertThat(first.replicates()).containsExactly(Series.of(3), Series.of(4), Series.of(8));
    assertThat(first.mean(0)).isEqualTo(5);
    assertThat(first.deviation(0)).isCloseTo(Math.sqrt(7), within(1e-15));
    assertThat(first.standardError(0)).isCloseTo(Math.sqrt(7.0 / 3), within(1e-15));
    assertThat(table.least(0)).isEqualTo(1);
    assertThat(table.greatest(0)).isEqualTo(2);
  }

  @Test
  void knowsNoErrorOfASingleTrial() {
    Entry second = read("x,y\n1,3\n2,5\n2,5\n").entries().get(1);
    assertThat(second.mean(0)).isEqualTo(5);
    assertThat(second.deviation(0)).isZero();
    assertThat(second.standardError(0)).isZero();
  }

  @Test
  void takesBothZerosForOneAndLeavesAByteOrderMarkOut() {
    TrialTable table = read("\uFEFFx,y\n-0,1\n0,-0.0\n");
    assertThat(table.entries()).hasSize(1);
    assertThat(table.entries().getFirst().replicates())
        .containsExactly(Series.of(1), Series.of(0.0));
    assertThat(table.find(Series.of(0.0))).hasValue(0);
  }

  @Test
  void findsExactlyWhatWasRecorded() {
    TrialTable table = read("x,y\n0.1,1\n0.3,2\n");
    assertThat(table.find(Series.of(0.3))).hasValue(1);
    assertThat(table.find(Series.of(0.1 + 0.2))).isEmpty();
  }

  /** One input runs over thousands, the other over one: both count alike. */
  @Test
  void measuresDistanceInRangesOfTheInputs() {
    TrialTable table = read("flow,share,z,y\n0,0,7,1\n1000,1,7,1\n", "flow, share, z");
    assertThat(table.nearest(Series.of(600, 0.1, 7)).condition()).isEqualTo(Series.of(0, 0, 7));
    assertThat(table.nearest(Series.of(400, 0.9, 7)).condition()).isEqualTo(Series.of(1000, 1, 7));
    assertThat(table.nearest(Series.of(500, 0.5, 7)).condition()).isEqualTo(Series.of(0, 0, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "one",
        "NaN",
        "Infinity",
        "1e999",
        "0x1p3",
        "1d",
        "1f",
        "1,5",
        "1_000",
        "--1",
        ".",
        "1 2"
      })
  void namesLineAndFieldOfWhatIsNoNumber(String number) {
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> read("x,y\n1,2\n3,\"" + number + "\"\n"))
        .withMessageContaining("trials.csv")
        .withMessageContaining("line 3: field 2, \"" + number + "\", is not a number");
  }

  @Test
  void namesTheColumnThatIsMissingOrThereTwice() {
    for (String header : new String[] {"x,z", "x,y,y"}) {
      String text = header + "\n" + header.replaceAll("\\w", "1") + "\n";
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> read(text))
          .withMessageContaining("line 1: there must be one column \"y\"")
          .withMessageContaining(header.replace(",", ", "));
    }
  }

  @Test
  void refusesATableWithoutTrials() {
    for (String text : new String[] {"", "x,y\n"}) {
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> read(text))
          .withMessageContaining("at least one of numbers");
    }
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(
        directory.resolve("trials.csv"),
        "x,y\n1,2 \u00b5m\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> file().text())
        .withMessageContaining("save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../trials.csv", "/etc/passwd", "a b.csv", ".hidden", "a\\b"})
  void refusesADataFileElsewhere(String name) {
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> DataFile.find(directory, name, TableFactory.class))
        .withMessageContaining("not the plain name of a file");
  }

  private TrialTable read(String text) {
    return read(text, "x");
  }

  private TrialTable read(String text, String inputs) {
    try {
      Files.writeString(directory.resolve("trials.csv"), text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return TrialTable.read(
        file(), Column.parse(inputs).orElseThrow(), Column.parse("y").orElseThrow());
  }

  private DataFile file() {
    return DataFile.find(directory, "trials.csv", TableFactory.class);
  }
}
