package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.vocabulary.reading.Series;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that libhdf5 wrote through h5py 3.16: the one in the oldest layouts, behind a user block of
 * 512 bytes, the other in those of version 1.10. The numbers are {@code index mod 97} throughout.
 */
class HdfFixturesTest {

  @ParameterizedTest
  @CsvSource({
    "earliest.h5, contiguous, 5x7",
    "earliest.h5, big_endian, 5x7",
    "earliest.h5, deflated, 33x17",
    "earliest.h5, lzf, 40x40",
    "earliest.h5, volume, 6x7x8",
    "earliest.h5, grows, 10",
    "earliest.h5, grows_twice, 9x11",
    "earliest.h5, single, 12",
    "latest.h5, contiguous, 5x7",
    "latest.h5, big_endian, 5x7",
    "latest.h5, deflated, 33x17",
    "latest.h5, lzf, 40x40",
    "latest.h5, volume, 6x7x8",
    "latest.h5, grows, 10",
    "latest.h5, grows_twice, 9x11",
    "latest.h5, single, 12"
  })
  void everyLayoutGivesTheNumbersThatWereWritten(String file, String name, String shape) {
    Dataset dataset = read(file).named(name).orElseThrow();
    String found =
        String.join("x", IntStream.of(dataset.shape()).mapToObj(String::valueOf).toList());
    assertThat(found).isEqualTo(shape);
    assertThat(dataset.values().toArray())
        .isEqualTo(IntStream.range(0, dataset.values().size()).mapToDouble(i -> i % 97).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest.h5", "latest.h5"})
  void everyTypeOfNumberBecomesFloat64(String file) {
    assertThat(values(file, "unsigned64")).isEqualTo(Series.of(0, 1, 0x1p63, 0x1p64));
    assertThat(values(file, "half").get(1)).isEqualTo(-2.25);
    assertThat(values(file, "half").get(2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(values(file, "truth")).isEqualTo(Series.of(1, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest.h5", "latest.h5"})
  void chunksThatWereNeverWrittenAreZero(String file) {
    double[] values = values(file, "sparse").toArray();
    for (int i = 0; i < values.length; i++) {
      boolean written = i / 20 >= 9 && i / 20 < 12 && i % 20 >= 9 && i % 20 < 12;
      assertThat(values[i]).isEqualTo(written ? 5 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest.h5", "latest.h5"})
  void groupsInGreatNumberAreAllFoundAndThoseThatContainThemselvesOnce(String file) {
    MicroscopyFile content = read(file);
    for (int i = 0; i < 20; i++) {
      assertThat(content.named("many/group %02d/one".formatted(i)).orElseThrow().values())
          .isEqualTo(Series.of(i));
    }
    assertThat(content.datasets())
        .extracting(Dataset::name)
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("loop"))
        .noneMatch(name -> name.contains("outside"));
  }

  @Test
  void anImageOfNexusHasItsAxesInTheOrderOfTheirNames() {
    Dataset image = read("nexus.nxs").named("entry/image").orElseThrow();
    assertThat(image.quantity()).isEqualTo("height");
    assertThat(image.unit()).isEqualTo("m");
    assertThat(image.axes())
        .containsExactly(
            new DataAxis.Listed("y", "m", Series.of(0, 5e-7, 1e-6)),
            new DataAxis.Listed("x", "m", Series.of(0, 1e-6 / 3, 2e-6 / 3, 1e-6)));
    assertThat(image.metadata().get("entry/title")).contains("bias sweep of a film, µ");
  }

  @Test
  void aSignalThatOlderNexusMarksIsFound() {
    Dataset counts = read("nexus.nxs").named("entry/old").orElseThrow();
    assertThat(counts.values()).isEqualTo(Series.of(0, 1, 2, 3, 4));
    assertThat(counts.axes()).containsExactly(DataAxis.Even.uncalibrated("axis 0", 5));
  }

  @Test
  void anNcemAxisOfTwoPositionsIsAnEvenOne() {
    Dataset stack = read("ncem.emd").datasets().getFirst();
    assertThat(stack.name()).isEqualTo("stack");
    assertThat(stack.axes().get(1)).isEqualTo(new DataAxis.Listed("y", "nm", Series.of(0, 0.5, 1)));
    assertThat(stack.axes().get(2)).isEqualTo(new DataAxis.Even("x", "nm", 5, 10, 0.25));
    assertThat(stack.values().size()).isEqualTo(30);
  }

  private static Series values(String file, String name) {
    return read(file).named(name).orElseThrow().values();
  }

  private static MicroscopyFile read(String file) {
    return FileReader.read(file, Samples.shipped(file), ReadLimits.DEFAULT);
  }
}
