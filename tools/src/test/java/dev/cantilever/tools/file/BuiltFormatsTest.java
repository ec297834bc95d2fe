package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a byte means is known here, because the bytes were put there one by one. */
class BuiltFormatsTest {

  @Test
  void aScanUpwardsHasItsFirstRowAtTheLowestPlace() {
    Dataset forward = read("s", Built.scan("up")).named("Z forward").orElseThrow();
    assertThat(forward.values()).isEqualTo(Series.of(0, 1, 2, 3, 4, 5));
    assertThat(forward.shape()).containsExactly(2, 3);
    assertAxis(forward.axes().get(0), "y", -1.01e-7, 1e-9);
    assertAxis(forward.axes().get(1), "x", 0.985e-7, 1e-9);
    assertThat(forward.metadata().get("COMMENT")).contains("a film: lines\nof comment");
  }

  @Test
  void aScanDownwardsHasItsFirstRowAtTheHighestPlace() {
    Dataset forward = read("s", Built.scan("down")).named("Z forward").orElseThrow();
    assertAxis(forward.axes().get(0), "y", -1e-7, -1e-9);
    assertThat(forward.ascending().values()).isEqualTo(Series.of(3, 4, 5, 0, 1, 2));
  }

  @Test
  void aBackwardImageRunsFromTheRight() {
    Dataset backward = read("s", Built.scan("up")).named("Z backward").orElseThrow();
    assertThat(backward.values()).isEqualTo(Series.of(6, 7, 8, 9, 10, 11));
    assertAxis(backward.axes().get(1), "x", 1.005e-7, -1e-9);
    assertThat(backward.ascending().values()).isEqualTo(Series.of(8, 7, 6, 11, 10, 9));
  }

  @Test
  void aChannelInOneDirectionTakesOneImage() {
    MicroscopyFile file = read("s", Built.scan("up"));
    assertThat(file.datasets()).hasSize(3);
    assertThat(file.datasets().get(2).name()).isEqualTo("Current forward");
    assertThat(file.datasets().get(2).values().get(0)).isEqualTo(12);
  }

  @Test
  void aGridHasASpectrumAndParametersForEveryPoint() {
    MicroscopyFile file = read("g", Built.grid());
    Dataset current = file.named("Current").orElseThrow();
    assertThat(current.shape()).containsExactly(2, 2, 5);
    assertThat(current.values().get(0)).isEqualTo(4);
    assertThat(current.values().get(5)).isEqualTo(18);
    assertAxis(current.axes().get(0), "y", 1.9e-8, 1e-9);
    assertAxis(current.axes().get(1), "x", 0.8e-8, 2e-9);
    assertAxis(current.axes().get(2), "Bias", -1, 0.5);
    Dataset lockIn = file.named("LIX 1 omega").orElseThrow();
    assertThat(lockIn.values().get(19)).isEqualTo(55);
    assertThat(file.named("Y").orElseThrow().values()).isEqualTo(Series.of(3, 17, 31, 45));
    assertThat(file.named("Sweep End").orElseThrow().unit()).isEqualTo("V");
  }

  @Test
  void theIntegersOfANanosurfImageSpanItsRange() {
    Dataset image = read("n", Built.nanosurf()).datasets().getFirst();
    assertThat(image.name()).isEqualTo("Z-Axis Scan forward");
    assertThat(image.values().get(0)).isEqualTo(-1e-6);
    assertThat(image.values().get(1)).isCloseTo(-0.5e-6, within(1e-18));
    assertThat(image.values().get(2)).isCloseTo(0, within(1e-18));
    assertThat(image.values().get(4)).isCloseTo(1e-6 - 2e-6 / 65_536, within(1e-18));
    assertAxis(image.axes().get(1), "x", 1e-6, 1e-6);
    assertThat(image.metadata().get("DataSet-Info/Op. mode")).contains("Dynamic Force");
  }

  @Test
  void aTableWithTwoAxesIsAnImage() {
    MicroscopyFile file = read("c", Built.CSV.getBytes(StandardCharsets.UTF_8));
    Dataset height = file.named("height").orElseThrow();
    assertThat(height.unit()).isEqualTo("nm");
    assertThat(height.axes().get(0)).isEqualTo(new DataAxis.Listed("y", "m", Series.of(0, 1e-9)));
    assertThat(height.values()).isEqualTo(Series.of(1, 2, Double.NaN, 4, 5, 6));
    assertThat(height.metadata().get("sample")).contains("film 7");
    assertThat(file.named("phase").orElseThrow().values().get(5)).isEqualTo(60);
  }

  @Test
  void theFirstColumnOfAPlainTableIsTheAxisOfTheOthers() {
    String table = "bias [V];current [nA];\n-0,5;1e-3;\n0;0;\n0,5;2;\n";
    Dataset current =
        read("t", table.getBytes(StandardCharsets.UTF_8)).named("current").orElseThrow();
    assertThat(current.unit()).isEqualTo("nA");
    assertThat(current.axes().getFirst())
        .isEqualTo(new DataAxis.Listed("bias", "V", Series.of(-0.5, 0, 0.5)));
    assertThat(current.values()).isEqualTo(Series.of(1e-3, 0, 2));
  }

  @Test
  void aSingleColumnIsCountedThrough() {
    Dataset counts =
        read("t", "counts\n7\n8\n".getBytes(StandardCharsets.UTF_8)).datasets().getFirst();
    assertThat(counts.axes().getFirst()).isEqualTo(DataAxis.Even.uncalibrated("index", 2));
  }

  @Test
  void columnsWithoutNamesAreNumbered() {
    MicroscopyFile file = read("t", "0,1.5\n1,2.5\n".getBytes(StandardCharsets.UTF_8));
    Dataset second = file.named("column 2").orElseThrow();
    assertThat(second.values()).isEqualTo(Series.of(1.5, 2.5));
    assertThat(second.axes().getFirst().name()).isEqualTo("column 1");
  }

  private static void assertAxis(DataAxis axis, String name, double start, double step) {
    assertThat(axis.name()).isEqualTo(name);
    assertThat(axis.at(0)).isCloseTo(start, within(1e-7 * Math.abs(step)));
    assertThat(axis.at(1) - axis.at(0)).isCloseTo(step, within(1e-6 * Math.abs(step)));
  }

  private static MicroscopyFile read(String name, byte[] content) {
    return FileReader.read(name, content, ReadLimits.DEFAULT);
  }
}
