package dev.cantilever.drivers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopGridTest {

  @TempDir private static Path directory;

  private static GroundTruth data;
  private static InstrumentDescription description;

  @BeforeAll
  static void readTheShippedGrid() {
    try (Driver driver = ShippedLoops.connect(directory, ShippedLoops.OPTIONS)) {
      data = driver.truth().orElseThrow();
      description = driver.describe();
    }
  }

  @Test
  void holdsAFullGridOfLoops() {
    Offer.Loops loops = description.loops().orElseThrow();
    assertThat(loops.sites().rows()).isEqualTo(50);
    assertThat(loops.sites().columns()).isEqualTo(50);
    assertThat(loops.steps()).isEqualTo(64);
    assertThat(loops.bias().volts()).isEqualTo(8.5);
    assertThat(description.dataHash()).matches("sha256:[0-9a-f]{64}");
    for (int site = 0; site < loops.sites().size(); site++) {
      assertThat(data.spectrum(site).quality()).isEqualTo(Quality.GOOD);
    }
  }

  @Test
  void sweepsTheBiasUpDownAndBack() {
    Spectrum loop = data.spectrum(0);
    assertThat(loop.sweep().unit()).isEqualTo("V");
    assertThat(loop.sweep().values().get(0)).isZero();
    assertThat(loop.sweep().values().get(1)).isEqualTo(0.53125);
    assertThat(loop.sweep().values().get(16)).isEqualTo(8.5);
    assertThat(loop.sweep().values().get(48)).isEqualTo(-8.5);
  }

  /** Decides which axis of the file is the row: a transposed grid has other areas everywhere. */
  @Test
  void ordersSitesByRowAndColumnAsTheReferenceDoes() throws IOException {
    double[] areas =
        IntStream.range(0, 2500).mapToDouble(site -> area(data.spectrum(site))).toArray();
    double least = Arrays.stream(areas).min().orElseThrow();
    double greatest = Arrays.stream(areas).max().orElseThrow();
    double[] reference = reference("loop-area-50x50.txt");
    for (int site = 0; site < 2500; site++) {
      assertThat((areas[site] - least) / (greatest - least))
          .as("site %d", site)
          .isCloseTo(reference[site], within(6e-9));
    }
    assertThat(reference[1]).isNotCloseTo(reference[50], within(0.01));
  }

  @Test
  void hasTheMeanResponsesOfTheReference() throws IOException {
    double[] reference = reference("mean-response-50x50.txt");
    for (int site = 0; site < 2500; site++) {
      double[] response = data.spectrum(site).response().values().toArray();
      assertThat(Arrays.stream(response).average().orElseThrow())
          .as("site %d", site)
          .isCloseTo(reference[site], within(6e-9));
    }
  }

  @Test
  void saysWhichDataSetCannotBeRead() {
    fails("absent.h5", "/a/b", "absent.h5");
    for (String wrong : new String[] {"/a/b", "/Channel_000/generic/Voltage", "generic/generic"}) {
      fails("BEPS_PTO_50x50.h5", wrong, "BEPS_PTO_50x50.h5");
    }
  }

  private static void fails(String file, String dataset, String named) {
    Map<String, String> options = new HashMap<>(ShippedLoops.OPTIONS);
    options.put("data", file);
    options.put("dataset", dataset);
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> ShippedLoops.connect(directory, options))
        .withMessageContaining(named);
  }

  /** Absolute area of the closed polygon (bias, response), by the shoelace formula. */
  private static double area(Spectrum loop) {
    double[] x = loop.sweep().values().toArray();
    double[] y = loop.response().values().toArray();
    double twice = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      twice += x[i] * y[next] - x[next] * y[i];
    }
    return Math.abs(twice) / 2;
  }

  private static double[] reference(String name) throws IOException {
    try (InputStream stream = LoopGridTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
  }
}
