package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.reading.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The far end that the driver is tested against, asked by the vendor's own client (nanonis_spm of
 * SPECS Zurich, MIT licence): framing and types are theirs and not only ours.
 */
class NanonisClientTest {

  private static final double ROUNDING = 1e-7;

  @TempDir private Path directory;

  @Test
  void theVendorsClientSeesWhatTheTwinDoes() throws IOException {
    String python = Programs.python("nanonis_spm", "pip install nanonis-spm numpy");
    Path script = Programs.script(directory, "nanonis_client.py");
    try (Gate microscope = NanonisTwin.microscope(directory);
        NanonisTwin twin = new NanonisTwin(microscope)) {
      String said =
          Programs.output(List.of(python, script.toString(), Integer.toString(twin.port())));
      List<String> lines = said.lines().toList();
      assertThat(lines).hasSize(17);
      assertThat(lines.subList(0, 4))
          .containsExactly(
              "Bias_Set",
              "Bias_Get 0.75",
              "Bias_Set refused Bias out of range\u0007",
              "Bias_Get 0.75");
      assertNumbers(lines.get(6), 1e-6, 2e-6, 5e-7, 2.5e-7, 10);
      assertThat(lines.get(7)).isEqualTo("Scan_BufferGet 1 [(14,)] 16 8");
      assertNumbers(lines.get(9), 1e-6, -2e-6);
      assertScan(lines.get(13), twin.lastFrame());
      assertThat(lines.get(15)).isEqualTo("ZCtrl_OnOffGet 0");
      assertThat(lines.get(16)).isEqualTo("Bias_RangeSet refused Unknown command");
      InstrumentState state = microscope.state();
      assertThat(state.probe()).isEqualTo(ProbeState.WITHDRAWN);
    }
  }

  private static double[] numbers(String line, int from) {
    return Arrays.stream(line.split(" ")).skip(from).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertNumbers(String line, double... expected) {
    double[] numbers = numbers(line, 1);
    assertThat(numbers).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double slack = ROUNDING * Math.abs(expected[i]);
      assertThat(Math.abs(numbers[i] - expected[i])).isLessThanOrEqualTo(slack);
    }
  }

  private static void assertScan(String line, Frame frame) {
    assertThat(line).startsWith("Scan_FrameDataGrab Z (%s) ".formatted(frame.unit()));
    double[] seen = numbers(line, 3);
    assertThat(seen).hasSize(frame.rows() * frame.columns());
    for (int i = 0; i < seen.length; i++) {
      assertThat(seen[i]).isEqualTo((double) (float) frame.values().get(i));
    }
  }
}
