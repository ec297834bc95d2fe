package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The HDF5 that is written opens in pyNSID and in HyperSpy. Needs a Python that has both, named by
 * CANTILEVER_READERS; {@code .ci/run} installs one.
 */
class ForeignReadersTest {

  private static final DataAxis Y = new DataAxis.Even("y", "m", 3, -1e-9, 2e-9);
  private static final DataAxis X = new DataAxis.Even("x", "m", 4, 0, 0.5e-9);
  private static final DataAxis BIAS = new DataAxis.Even("Bias", "V", 5, -1, 0.5);
  private static final DataAxis SWEEP = new DataAxis.Listed("bias", "V", Series.of(0, 2, -2, -1));

  @TempDir private Path folder;

  @Test
  void pyNsidAndHyperSpyOpenAnImageAGridOfSpectraAndALoop() throws Exception {
    List<Dataset> datasets =
        List.of(
            dataset("Höhe", "nm", Y, X),
            dataset("Current", "A", Y, X, BIAS),
            dataset("piezoresponse", "a.u.", SWEEP));
    Path file = folder.resolve("three.h5");
    FileWriter.write(new MicroscopyFile(FileFormat.NSID, datasets), FileFormat.NSID, file);
    JsonNode read = new ObjectMapper().readTree(python(file.toString()));
    List<String> kinds = List.of("IMAGE", "SPECTRAL_IMAGE", "SPECTRUM");
    List<String> signals = List.of("Signal2D", "Signal1D", "Signal1D");
    for (int i = 0; i < 3; i++) {
      JsonNode nsid = read.get("nsid").get(i);
      assertThat(nsid.get("quantity").asText()).isEqualTo(datasets.get(i).quantity());
      assertThat(nsid.get("unit").asText()).isEqualTo(datasets.get(i).unit());
      assertThat(nsid.get("kind").asText()).isEqualTo(kinds.get(i));
      same(nsid, datasets.get(i));
      axes(nsid, datasets.get(i), 3);
      JsonNode hyperspy = read.get("hyperspy").get(i);
      assertThat(hyperspy.get("kind").asText()).isEqualTo(signals.get(i));
      same(hyperspy, datasets.get(i));
    }
    axes(read.get("hyperspy").get(0), datasets.get(0), 2);
    axes(read.get("hyperspy").get(1), datasets.get(1), 2);
  }

  private static void same(JsonNode read, Dataset written) {
    assertThat(numbers(read.get("shape"), 0))
        .containsExactly(
            IntStream.of(written.shape()).asDoubleStream().boxed().toArray(Double[]::new));
    assertThat(numbers(read.get("values"), 0))
        .containsExactly(Arrays.stream(written.values().toArray()).boxed().toArray(Double[]::new));
  }

  /** Name, unit and positions, where those begin at an index. */
  private static void axes(JsonNode read, Dataset written, int from) {
    for (int i = 0; i < written.axes().size(); i++) {
      DataAxis axis = written.axes().get(i);
      JsonNode other = read.get("axes").get(i);
      assertThat(other.get(0).asText()).isEqualTo(axis.name());
      assertThat(other.get(1).asText()).isEqualTo(axis.unit());
      List<Double> positions = numbers(other, from);
      for (int k = 0; k < axis.size(); k++) {
        double extent = Math.abs(axis.at(axis.size() - 1) - axis.at(0));
        assertThat(positions.get(k)).isCloseTo(axis.at(k), within(1e-12 * extent));
      }
    }
  }

  private static List<Double> numbers(JsonNode list, int from) {
    List<Double> numbers = new ArrayList<>();
    for (int i = from; i < list.size(); i++) {
      numbers.add(list.get(i).asDouble());
    }
    return numbers;
  }

  private static Dataset dataset(String name, String unit, DataAxis... axes) {
    int size = IntStream.range(0, axes.length).map(i -> axes[i].size()).reduce(1, (a, b) -> a * b);
    double[] values = IntStream.range(0, size).mapToDouble(i -> 0.1 * i * i - 1.7 * i).toArray();
    return new Dataset(
        name,
        name,
        unit,
        List.of(axes),
        Series.of(values),
        Metadata.builder().put("a", "b").build());
  }

  private String python(String argument) throws IOException, InterruptedException {
    String python = System.getenv("CANTILEVER_READERS");
    if (python == null) {
      System.out.println(
          "readers: pyNSID and HyperSpy were not asked; CANTILEVER_READERS names a Python with both");
      abort("CANTILEVER_READERS is not set");
    }
    Path script = folder.resolve("foreign_readers.py");
    try (InputStream stream = ForeignReadersTest.class.getResourceAsStream("foreign_readers.py")) {
      Files.write(script, stream.readAllBytes());
    }
    System.out.print("readers: " + output(python, script.toString(), "--versions"));
    return output(python, script.toString(), argument);
  }

  private String output(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("complaints").toFile())
            .start();
    int code = process.waitFor();
    String complaints = Files.readString(folder.resolve("complaints"));
    assertThat(code).as(complaints).isZero();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
