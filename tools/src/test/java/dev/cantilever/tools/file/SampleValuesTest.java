package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample against numbers that other programs read from it; {@code expected.tsv} says how. */
class SampleValuesTest {

  private static final Map<String, MicroscopyFile> READ = new HashMap<>();

  /** One line of the table. */
  record Expected(
      String file,
      String dataset,
      String unit,
      String shape,
      List<String> axes,
      double first,
      double last,
      double sum,
      double weighted,
      double magnitude) {

    static Expected of(String line) {
      List<String> cells = Arrays.asList(line.split("\t", -1));
      List<Double> numbers = cells.subList(5, 10).stream().map(Double::valueOf).toList();
      return new Expected(
          cells.get(0),
          cells.get(1),
          cells.get(2),
          cells.get(3),
          Arrays.asList(cells.get(4).split(";", -1)),
          numbers.get(0),
          numbers.get(1),
          numbers.get(2),
          numbers.get(3),
          numbers.get(4));
    }

    @Override
    public String toString() {
      return file + " " + dataset;
    }
  }

  static Stream<Expected> shipped() {
    return all().filter(SampleValuesTest::isShipped);
  }

  static Stream<Expected> large() {
    return all().filter(expected -> !isShipped(expected));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aSampleHoldsWhatOtherProgramsFindInIt(Expected expected) {
    check(expected);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("large")
  void aLargeSampleHoldsWhatOtherProgramsFindInIt(Expected expected) {
    check(expected);
  }

  private static void check(Expected expected) {
    Dataset dataset = read(expected.file()).named(expected.dataset()).orElseThrow();
    double[] values = dataset.values().toArray();
    double sum = Arrays.stream(values).sum();
    double weighted = 0;
    for (int i = 0; i < values.length; i++) {
      weighted += (i + 1) * values[i];
    }
    String shape = String.join("x", Arrays.stream(dataset.shape()).mapToObj(s -> "" + s).toList());
    assertThat(shape).isEqualTo(expected.shape());
    assertThat(dataset.unit()).isEqualTo(expected.unit());
    assertThat(values[0]).isEqualTo(expected.first());
    assertThat(values[values.length - 1]).isEqualTo(expected.last());
    assertThat(sum).isCloseTo(expected.sum(), within(1e-12 * expected.magnitude()));
    assertThat(weighted).isCloseTo(expected.weighted(), within(1e-12 * expected.magnitude()));
    for (int i = 0; i < dataset.axes().size(); i++) {
      checkAxis(dataset.axes().get(i), expected.axes().get(i));
    }
  }

  private static void checkAxis(DataAxis axis, String expected) {
    String[] parts = expected.split(" ", -1);
    int numbers = parts.length - 2;
    double first = Double.parseDouble(parts[numbers]);
    double last = Double.parseDouble(parts[numbers + 1]);
    double extent = Math.abs(last - first);
    String name = String.join(" ", Arrays.copyOf(parts, numbers - 1));
    assertThat(axis.name()).isEqualTo(name);
    assertThat(axis.unit()).isEqualTo(parts[numbers - 1]);
    assertThat(axis.at(0)).isCloseTo(first, within(1e-9 * extent));
    assertThat(axis.at(axis.size() - 1)).isCloseTo(last, within(1e-9 * extent));
  }

  private static MicroscopyFile read(String path) {
    return READ.computeIfAbsent(
        path, each -> FileReader.read(each, Samples.bytes(each), ReadLimits.DEFAULT));
  }

  private static Stream<Expected> all() {
    return Samples.lines("expected.tsv").stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(Expected::of);
  }

  private static boolean isShipped(Expected expected) {
    String file = expected.file();
    return Samples.SHIPPED.contains(file.substring(file.lastIndexOf('/') + 1));
  }
}
