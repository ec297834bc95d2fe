package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.StemCommand.InsertDetector;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorsTest {

  private static final TimeSpan SHORT = new TimeSpan(0.01);
  private static final Command LOSSES =
      new StemCommand.AcquireSpectrum(SHORT, new Energy(1.6e-20), new Energy(-1.6e-18));
  private static final Command XRAYS =
      new StemCommand.AcquireSpectrum(
          SHORT,
          new Energy(1.602176634e-20),
          new Energy(-1.602176634e-18),
          StemCommand.Spectroscopy.EDS);
  private static final Command SCAN = new StemCommand.ScanFrames(2);
  private static final Command FOCUS =
      new StemCommand.AutoFocus(new Length(2e-8), StemCommand.Sharpness.VARIANCE);
  private static final Command TABLEAU = new StemCommand.MeasureAberrations(new Angle(0.018));
  private static final List<Command> BEHIND_THE_BRIGHT_FIELD =
      List.of(
          LOSSES,
          new StemCommand.SpectrumImage(4, new TimeSpan(1e-4)),
          new StemCommand.ScanDiffraction(4, new TimeSpan(1e-4)),
          new StemCommand.CameraImage(SHORT, 1));

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private StemBench bench;

  @BeforeEach
  void open() {
    bench = new StemBench(folder, "molybdenum_disulphide", "60");
    bench.read(new StemCommand.SetScan(64, new TimeSpan(1e-5)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void atFirstTheDarkFieldAndTheXrayDetectorAreIn() {
    assertThat(bench.readback(Channel.HAADF_INSERTION)).isEqualTo(1);
    assertThat(bench.readback(Channel.BF_INSERTION)).isZero();
    assertThat(bench.readback(Channel.EDS_INSERTION)).isEqualTo(1);
  }

  @Test
  void aMoveIsReadBackAndTakesThreeSecondsBothWays() {
    for (boolean in : new boolean[] {false, true}) {
      InsertDetector move = new InsertDetector("HAADF", in);
      double before = bench.gate.state().elapsed().seconds();
      assertThat(bench.gate.estimate(move).time().seconds()).isEqualTo(3);
      bench.read(move);
      assertThat(bench.gate.state().elapsed().seconds() - before).isCloseTo(3, within(1e-9));
      assertThat(bench.readback(Channel.HAADF_INSERTION)).isEqualTo(in ? 1 : 0);
    }
    assertThat(bench.exposed).isEmpty();
  }

  @Test
  void whatNeedsADetectorThatIsOutIsRefusedBeforeAnyDoseAndSaysWhatBringsItIn() {
    bench.read(new InsertDetector("HAADF", false));
    bench.read(new InsertDetector("EDS", false));
    for (Command command : List.of(SCAN, FOCUS, TABLEAU, XRAYS)) {
      assertThat(bench.refusal(command)).as("%s", command).contains("stem.insert_detector brings");
    }
    assertThat(bench.exposed).isEmpty();
    bench.read(new InsertDetector("EDS", true));
    bench.read(new InsertDetector("HAADF", true));
    for (Command command : List.of(SCAN, FOCUS, TABLEAU, XRAYS)) {
      bench.read(command);
    }
  }

  @Test
  void theBrightFieldDetectorShadowsCameraAndSpectrometerUntilItIsOut() {
    bench.read(new InsertDetector("BF", true));
    for (Command command : BEHIND_THE_BRIGHT_FIELD) {
      assertThat(bench.refusal(command))
          .as("%s", command)
          .contains("shadows", "stem.insert_detector takes it out");
    }
    assertThat(bench.exposed).isEmpty();
    bench.read(XRAYS);
    bench.read(new InsertDetector("BF", false));
    bench.read(new InsertDetector("HAADF", false));
    BEHIND_THE_BRIGHT_FIELD.forEach(bench::read);
  }

  @Test
  void aScanShowsWhatIsIn() {
    assertThat(channels()).containsExactly("HAADF 1", "HAADF 2");
    bench.read(new InsertDetector("BF", true));
    assertThat(channels()).containsExactly("HAADF 1", "HAADF 2", "BF 1", "BF 2");
    bench.read(new InsertDetector("HAADF", false));
    assertThat(channels()).containsExactly("BF 1", "BF 2");
  }

  private List<String> channels() {
    return ((Reading.Scan) bench.read(SCAN)).frames().stream().map(Frame::channel).toList();
  }

  /** 50 pA for 10 µs are 3,121 electrons; 4,096 pixels count their mean to 0.9. */
  @Test
  void darkAndBrightFieldTogetherCountTheBeam() {
    StemTwin twin = ideal();
    List<ScanFrame> taken = twin.scan(1, true);
    double sum = taken.stream().mapToDouble(frame -> mean(frame.image().values())).sum();
    assertThat(sum).isCloseTo(50e-12 * 1e-5 / 1.602176634e-19, within(4.0));
    assertThat(taken).extracting(frame -> frame.image().name()).containsExactly("HAADF", "BF");
  }

  @Test
  void theDarkFieldIsTheSameBitForBitWhetherTheBrightFieldIsInOrNot() {
    assertThat(ideal().scan(3, true).stream().filter(one -> one.image().name().equals("HAADF")))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(ideal().scan(3));
  }

  @Test
  void aDetectorThatThereIsNotIsRefusedByName() {
    for (String name : List.of("haadf", "ADF", "")) {
      assertThat(bench.refusal(new InsertDetector(name, true))).contains("HAADF, BF and EDS");
    }
  }

  @Test
  void theProfileSaysWhichAreInAtFirst() {
    try (Driver other = twin("BF, EDS").connect(elsewhere)) {
      assertThat(other.state().readback(Channel.HAADF_INSERTION).orElseThrow().value().canonical())
          .isZero();
      assertThat(other.state().readback(Channel.BF_INSERTION).orElseThrow().value().canonical())
          .isEqualTo(1);
    }
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> twin("HADF").connect(elsewhere))
        .withMessageContaining("words of HAADF, BF and EDS");
  }

  private static Installed twin(String detectors) {
    Map<String, String> options = new TreeMap<>();
    options.put("title", "a twin");
    options.put("sample", "a sample");
    options.put("specimen", "molybdenum_disulphide");
    options.put("acceleration_kv", "60");
    options.put("seed", "3");
    options.put("detectors", detectors);
    return new Installed("twin.stem", options);
  }

  private static StemTwin ideal() {
    return new StemTwin(
        Scenes.molybdenumDisulphide(1),
        StemInstrument.ideal(),
        StemSettings.at(80e3, 4e-9).withRaster(Raster.square(64, 10e-6)),
        Seeds.of(1));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
