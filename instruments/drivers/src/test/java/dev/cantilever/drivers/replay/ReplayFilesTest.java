package dev.cantilever.drivers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and profiles that do not fit each other are said to be so, in a sentence. */
class ReplayFilesTest {

  private static final String FILE = "sts_5x6.h5";
  private static final Map<String, String> GOOD =
      Replays.profile(
          "data", FILE,
          "rows", "0 nm to 4 nm",
          "columns", "0 nm to 5 nm",
          "sweep", "bias [V] = /bias",
          "spm.loop", "dI/dV [V] = /lockin_x");

  @TempDir private Path directory;

  @Test
  void aMissingFileIsNamed() {
    Map<String, String> options = new HashMap<>(GOOD);
    options.put("data", "absent.h5");
    fails(options, "\"absent.h5\" neither lies beside profile.yaml nor ships");
  }

  /** Whole in what is asked for, or refused; never other numbers. */
  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Replays.lay(directory, FILE);
    byte[] whole = Files.readAllBytes(directory.resolve(FILE));
    Spectrum expected;
    try (Driver driver = Replays.connect(directory, GOOD)) {
      expected = driver.truth().orElseThrow().spectrum(29);
    }
    int refused = 0;
    for (int length = 0; length < whole.length; length += 997) {
      Files.write(directory.resolve(FILE), Arrays.copyOf(whole, length));
      try (Driver driver = Replays.connect(directory, GOOD)) {
        assertThat(driver.truth().orElseThrow().spectrum(29)).isEqualTo(expected);
      } catch (ConnectionFailure failure) {
        assertThat(failure).hasMessageContaining("mine cannot replay: ").hasMessageContaining(FILE);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 997 / 2);
  }

  @Test
  void whatIsNoHdf5IsRefused() throws IOException {
    Files.writeString(directory.resolve(FILE), "x,y\n1,2\n");
    fails(GOOD, "it is no HDF5 file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spm.loop | dI/dV [V] = /nothing | /nothing",
        "spm.loop | dI/dV [V] = /parameters | /parameters",
        "spm.loop | dI/dV [V] = /bias | has 1 axes, not 3",
        "spm.loop | dI/dV [V] = /parameters/z | has 2 axes, not 3",
        "spm.loop | a = b = c | channels between commas",
        "spm.loop | '' | answers no verb",
        "spm.scan | height = /current | has 3 axes, not 2",
        "spm.scan | height = nonsense | 0 datasets are called \"nonsense\"",
        "spm.scan | height = other.h5:/z | \"other.h5\" is not among the data files",
        "stem.scan | haadf = /parameters/z | one instrument has a probe or a beam",
        "sweep | bias [V] = /parameters/z | has 30 values for 200 steps",
        "sweep | bias [K] = /bias | spm.loop cannot be answered along bias in \"K\"",
        "sweep | '' | does not say what was swept",
        "rows | '' | does not say where its rows lie",
        "rows | 0 nm to 0 nm | rows must be",
        "rows | 0 V to 4 V | rows must be",
        "rows | /bias | has 200 positions for 5 sites",
        "columns | /parameters/x [m] | has 30 positions for 6 sites",
        "axes | rows, columns | has 3 axes, not 2",
        "axes | rows, sweep, columns | has 200 values for 6 steps",
        "axes | rows, rows, sweep | axes must be",
        "axes | rows, columns, sweep, 3 | has 3 axes, not 4",
        "data | ../sts_5x6.h5 | is not the plain name of a file",
        "time_per_site | soon | time_per_site must be a time",
        "time_per_scan | soon | time_per_scan must be a time",
        "spm.lop | x | unknown option \"spm.lop\""
      })
  void aProfileThatDoesNotFitTheFileSaysWhatIsWrong(String option, String text, String words) {
    Replays.lay(directory, FILE);
    Map<String, String> options = new HashMap<>(GOOD);
    options.put(option, text);
    fails(options, words);
  }

  private void fails(Map<String, String> options, String words) {
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> Replays.connect(directory, options).close())
        .withMessageContaining(words);
  }
}
