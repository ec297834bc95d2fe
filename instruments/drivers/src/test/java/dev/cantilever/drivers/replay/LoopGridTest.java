package dev.cantilever.drivers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopGridTest {

  private final LoopGrid data = LoopGrid.read("BEPS_PTO_50x50.h5", "/Channel_000/generic/generic");

  @Test
  void holdsAFullGridOfLoops() {
    assertThat(data.sites().rows()).isEqualTo(50);
    assertThat(data.sites().columns()).isEqualTo(50);
    assertThat(data.steps()).isEqualTo(64);
    assertThat(data.biasAmplitudeVolts()).isEqualTo(8.5);
    assertThat(data.hash()).matches("sha256:[0-9a-f]{64}");
    for (int site = 0; site < data.sites().size(); site++) {
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
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> LoopGrid.read("absent.h5", "/a/b"))
        .withMessageContaining("absent.h5");
    for (String wrong : new String[] {"/a/b", "/Channel_000/generic/Voltage", "generic"}) {
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> LoopGrid.read("BEPS_PTO_50x50.h5", wrong))
          .withMessageContaining("BEPS_PTO_50x50.h5");
    }
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
