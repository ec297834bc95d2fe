package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.vocabulary.reading.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back the same; NaN and foreign letters included. */
class RoundTripTest {

  private static final Metadata FACTS =
      Metadata.of(Map.of("sample", "Probe 7 – Größe", "a: key", "two\nlines, \\ and \"marks\""));

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "NEXUS", "GWYDDION", "CSV"})
  void anImageKeepsValuesAxesUnitsAndFacts(FileFormat format) {
    Dataset image = image("Höhe (vorwärts)", 3, 5);
    Dataset back = back(image, format).ascending();
    assertThat(back.name()).startsWith("Höhe (vorwärts)");
    assertThat(back.unit()).isEqualTo("nm");
    assertThat(back.values()).isEqualTo(image.values());
    assertSameAxes(back, image);
    assertThat(value(back, "sample")).isEqualTo("Probe 7 – Größe");
    assertThat(value(back, "a: key")).isEqualTo("two\nlines, \\ and \"marks\"");
  }

  @Test
  void aSimpleFieldKeepsAnImageInFloat32() {
    Dataset image = image("Height", 3, 5);
    Dataset back = back(image, FileFormat.GWYDDION_SIMPLE_FIELD).ascending();
    for (int i = 0; i < 15; i++) {
      assertThat(back.values().get(i)).isEqualTo((float) image.values().get(i));
    }
    assertSameAxes(back, image);
    assertThat(back.unit()).isEqualTo("nm");
    assertThat(back.metadata().get("sample")).contains("Probe 7 – Größe");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "GWYDDION", "GWYDDION_SIMPLE_FIELD", "CSV"})
  void missingPixelsAreMissingAgain(FileFormat format) {
    double[] values = {1, Double.NaN, 3, 4, 5, Double.NaN};
    Dataset image = withValues(image("Height", 2, 3), values);
    assertThat(back(image, format).ascending().values()).isEqualTo(Series.of(values));
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "GWYDDION", "GWYDDION_SIMPLE_FIELD", "CSV"})
  void aRetraceIsLaidOverTheTrace(FileFormat format) {
    Dataset image = image("Height", 3, 4);
    Dataset retrace = image.reversed(1).reversed(0);
    assertThat(back(retrace, format).ascending().values().toArray())
        .containsExactly(back(image, format).ascending().values().toArray());
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "GWYDDION", "GWYDDION_SIMPLE_FIELD", "CSV"})
  void anImageOneLineHighIsAnImage(FileFormat format) {
    Dataset line = image("Height", 1, 4);
    Dataset back = back(line, format).ascending();
    assertThat(back.shape()).containsExactly(1, 4);
    assertThat(back.axes().getFirst().at(0)).isCloseTo(-5e-9, within(1e-20));
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "GWYDDION", "CSV"})
  void aSpectrumKeepsItsUnevenAxis(FileFormat format) {
    DataAxis bias = new DataAxis.Listed("bias", "V", Series.of(-1, -0.5, 0, 2));
    Dataset spectrum =
        new Dataset("dI/dV", "conductance", "S", List.of(bias), Series.of(1, 2, 0.1, 7), FACTS);
    Dataset back = back(spectrum, format);
    assertThat(back.axes().getFirst()).isEqualTo(bias);
    assertThat(back.values()).isEqualTo(spectrum.values());
    assertThat(back.unit()).isEqualTo("S");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "CSV"})
  void aGridOfSpectraKeepsItsThreeAxes(FileFormat format) {
    Dataset grid = back(read("built.3ds", Built.grid()).datasets().getFirst(), format);
    Dataset original = read("built.3ds", Built.grid()).datasets().getFirst();
    assertThat(grid.values()).isEqualTo(original.values());
    assertSameAxes(grid, original);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_curve_mfp3d.ibw", "pfm_128_4ch.gwy", "EELS_STO.dm3", "SI-EDS.emd"})
  void everySampleSurvivesNsid(String sample) {
    MicroscopyFile file = read(sample, Samples.shipped(sample));
    MicroscopyFile back = read(sample, written(file, FileFormat.NSID));
    assertThat(back.datasets()).hasSameSizeAs(file.datasets());
    for (int i = 0; i < back.datasets().size(); i++) {
      Dataset expected = file.datasets().get(i);
      Dataset read = back.datasets().get(i);
      assertThat(read.values()).isEqualTo(expected.values());
      assertThat(read.quantity()).isEqualTo(expected.quantity());
      expected
          .metadata()
          .entries()
          .forEach(
              (key, value) ->
                  assertThat(read.metadata().entries())
                      .containsEntry("original_metadata/" + key, value.stripTrailing()));
    }
  }

  @Test
  void thousandsOfFactsFitIntoOneFile() {
    Metadata.Builder many = Metadata.builder();
    IntStream.range(0, 3_000).forEach(i -> many.put("fact " + i, "x".repeat(i % 1_000)));
    Dataset image = image("Height", 2, 2);
    Dataset full = new Dataset("Height", "Height", "m", image.axes(), image.values(), many.build());
    Dataset back = back(full, FileFormat.NSID);
    assertThat(back.metadata().get("original_metadata/fact 2999")).contains("x".repeat(999));
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"NSID", "GWYDDION", "GWYDDION_SIMPLE_FIELD", "CSV"})
  void theSameDataGiveTheSameBytes(FileFormat format) {
    MicroscopyFile file = file(image("Height", 3, 5));
    assertThat(written(file, format)).isEqualTo(written(file, format));
  }

  @Test
  void aFormatThatCannotHoldTheDataSaysWhy() {
    MicroscopyFile grid = read("built.3ds", Built.grid());
    assertThatThrownBy(() -> written(grid, FileFormat.GWYDDION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Current has 3 axes");
    assertThatThrownBy(() -> written(grid, FileFormat.GWYDDION_SIMPLE_FIELD))
        .hasMessageContaining("6 datasets");
    assertThatThrownBy(() -> written(grid, FileFormat.CSV)).hasMessageContaining("different axes");
    assertThatThrownBy(() -> written(grid, FileFormat.GATAN))
        .hasMessageContaining("is not written");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("scan.gsf");
    Files.writeString(target, "the file that was there");
    MicroscopyFile grid = read("built.3ds", Built.grid());
    assertThatThrownBy(() -> FileWriter.write(grid, FileFormat.GWYDDION_SIMPLE_FIELD, target))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.readString(target)).isEqualTo("the file that was there");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aFileAppearsUnderItsName(@TempDir Path folder) {
    Path target = folder.resolve("scan.h5");
    FileWriter.write(file(image("Height", 3, 5)), FileFormat.NSID, target);
    assertThat(FileReader.read(target).format()).isEqualTo(FileFormat.NSID);
  }

  private static Dataset image(String name, int rows, int columns) {
    double[] values = DoubleStream.iterate(0.1, v -> v * 1.7 - 0.3).limit(15).toArray();
    return new Dataset(
        name,
        name,
        "nm",
        List.of(
            new DataAxis.Even("y", "m", rows, -5e-9, 2e-9),
            new DataAxis.Even("x", "m", columns, 1e-9, 0.5e-9)),
        Series.of(Arrays.copyOf(values, rows * columns)),
        FACTS);
  }

  private static Dataset withValues(Dataset dataset, double... values) {
    return new Dataset(
        dataset.name(),
        dataset.quantity(),
        dataset.unit(),
        dataset.axes(),
        Series.of(values),
        dataset.metadata());
  }

  private static void assertSameAxes(Dataset back, Dataset original) {
    assertThat(back.shape()).isEqualTo(original.shape());
    for (int i = 0; i < original.axes().size(); i++) {
      DataAxis expected = original.axes().get(i);
      DataAxis axis = back.axes().get(i);
      double extent = Math.abs(expected.at(expected.size() - 1) - expected.at(0));
      assertThat(axis.name()).isEqualTo(expected.name());
      assertThat(axis.unit()).isEqualTo(expected.unit());
      for (int k = 0; k < expected.size(); k++) {
        assertThat(axis.at(k)).isCloseTo(expected.at(k), within(1e-12 * extent));
      }
    }
  }

  private static String value(Dataset dataset, String key) {
    return dataset
        .metadata()
        .get(key)
        .or(() -> dataset.metadata().get("original_metadata/" + key))
        .orElseThrow();
  }

  private static MicroscopyFile file(Dataset dataset) {
    return new MicroscopyFile(FileFormat.CSV, List.of(dataset));
  }

  private static Dataset back(Dataset dataset, FileFormat format) {
    return read("back", written(file(dataset), format)).datasets().getFirst();
  }

  private static byte[] written(MicroscopyFile file, FileFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      FileWriter.write(file, format, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static MicroscopyFile read(String name, byte[] content) {
    return FileReader.read(name, content, ReadLimits.DEFAULT);
  }
}
