package dev.cantilever.drivers.stem.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.motion.Stage;
import dev.cantilever.drivers.stem.motion.StageErrors;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.Smear;
import dev.cantilever.drivers.stem.sample.Compound;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Disorder;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.drivers.stem.sample.Specimen;
import dev.cantilever.drivers.stem.sample.SpecimenResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagingTest {

  private static final ElectronBeam BEAM = new ElectronBeam(60e3);

  @Test
  void columnSumsAgreeWithSummingEveryPoint() {
    Probe probe = illumination(2e-9).probe();
    Region region = Region.around(0, 0, 8e-9);
    double[][] points = points(500, region);
    ColumnSum sum = ColumnSum.of(probe, points[0], points[1], points[2], region);
    for (double x = -4e-9; x < 4e-9; x += 0.9e-9) {
      double all = 0;
      for (int i = 0; i < 500; i++) {
        double density = probe.densityPerSquareMetre(points[0][i] - x, points[1][i] - 0.3e-9);
        all += points[2][i] * density;
      }
      assertThat(sum.at(x, 0.3e-9)).isCloseTo(all, within(1e-9 * all + 1e-30));
    }
  }

  /** Many points under a wide probe are gathered on nodes: the sum stays within a percent. */
  @Test
  void gatheringManyPointsHardlyChangesTheirSum() {
    Probe probe = illumination(100e-9).probe();
    Region region = Region.around(0, 0, 16e-9);
    double[][] points = points(9000, region);
    ColumnSum gathered = ColumnSum.of(probe, points[0], points[1], points[2], region);
    double all = 0;
    for (int i = 0; i < 9000; i++) {
      all += points[2][i] * probe.densityPerSquareMetre(points[0][i], points[1][i]);
    }
    assertThat(gathered.at(0, 0)).isCloseTo(all, within(0.01 * all)).isNotEqualTo(all);
  }

  /** Whatever the focus, a perfect crystal scatters its mean fraction of the beam. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 8e-9, 60e-9, 2e-6})
  void aWholeCrystalScattersItsMeanFraction(double defocus) {
    Scene scene = new Crystal(Compound.molybdenumDisulphide(), Disorder.none(), 1);
    double[] fractions = image(scene, defocus, 0.316e-9 * 6, 0.316e-9 * Math.sqrt(3) * 4);
    assertThat(Arrays.stream(fractions).average().orElseThrow()).isCloseTo(0.010, within(0.0002));
  }

  /** (2·16^1.7)/42^1.7 = 0.39 of the brightness between sulphur and molybdenum columns. */
  @Test
  void columnsShineByTheirAtomicNumber() {
    Specimen disulphide =
        specimen(new Crystal(Compound.molybdenumDisulphide(), Disorder.none(), 1));
    Illumination sharp =
        Illumination.of(new ElectronBeam(200e3), Lens.ideal(0.04), Aberrations.none(), Smear.NONE);
    double pair = 0.316e-9 / Math.sqrt(3);
    double[] ys = {0, pair, 2 * pair};
    double[] at = DarkField.fractions(disulphide, sharp, new double[3], ys);
    assertThat(at[2]).isLessThan(0.15 * at[0]);
    assertThat((at[1] - at[2]) / (at[0] - at[2]))
        .isCloseTo(2 * StrictMath.pow(16 / 42.0, 1.7), within(0.03));
  }

  @Test
  void particlesAreSeenBrightAndBlurWithDefocus() {
    double[] sharp = image(Scenes.goldParticles(2), 0, 400e-9, 400e-9);
    double[] blurred = image(Scenes.goldParticles(2), 1e-6, 400e-9, 400e-9);
    double brightest = Arrays.stream(sharp).max().orElseThrow();
    assertThat(brightest).isGreaterThan(20 * Arrays.stream(sharp).min().orElseThrow());
    assertThat(roughness(blurred)).isLessThan(0.6 * roughness(sharp));
    assertThat(Arrays.stream(blurred).average().orElseThrow())
        .isCloseTo(Arrays.stream(sharp).average().orElseThrow(), within(0.15 * brightest));
  }

  /** Variance over mean is 1 before the gain: 65536 pixels give ±0.0055. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3, 31, 312})
  void countsAreAsNoisyAsElectrons(double mean) {
    double[] expected = new double[65_536];
    Arrays.fill(expected, mean);
    double[] counts = Detector.ideal().count(expected, Variates.of(1, "detector"));
    double average = Arrays.stream(counts).average().orElseThrow();
    double variance =
        Arrays.stream(counts).map(c -> (c - average) * (c - average)).average().orElseThrow();
    assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(mean / 65_536)));
    assertThat(variance / average).isCloseTo(1, within(0.02));
  }

  @Test
  void theConverterAddsGainNoiseAndClips() {
    double[] counts = new double[10_000];
    Arrays.fill(counts, 100);
    Detector detector = new Detector(0, 40, 400, 0.01);
    int[] steps = detector.digitise(counts, Variates.of(1, "gain"));
    double mean = Arrays.stream(steps).average().orElseThrow();
    double variance =
        Arrays.stream(steps).mapToDouble(s -> (s - mean) * (s - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(4400, within(2.0));
    assertThat(Math.sqrt(variance)).isCloseTo(40, within(1.5));
    int[] clipped = detector.withGain(1000).digitise(counts, Variates.of(1, "gain"));
    assertThat(clipped).containsOnly(Detector.FULL_SCALE);
  }

  @Test
  void aLineStartsLateAndJittersAsAWhole() {
    Raster raster = Raster.square(500, 1e-6);
    Stage stage = new Stage(Variates.of(1, "drift"), StageErrors.none());
    ScanErrors errors = new ScanErrors(10e-12, 0.01);
    ScanField field = ScanField.ofSide(5e-9);
    BeamPath path = BeamPath.scan(raster, field, stage, errors, Variates.of(1, "scan"));
    double square = 0;
    for (int row = 0; row < 500; row++) {
      double first = path.x()[row * 500] - path.steadyX()[row * 500];
      double tenth = path.x()[row * 500 + 10] - path.steadyX()[row * 500 + 10];
      double last = path.x()[row * 500 + 499] - path.steadyX()[row * 500 + 499];
      assertThat(first - last).isCloseTo(50e-12 * StrictMath.exp(-0.2), within(1e-15));
      assertThat(tenth - last).isLessThan(0.02 * 50e-12);
      square += last * last / 500;
    }
    assertThat(Math.sqrt(square)).isCloseTo(10e-12, within(1.2e-12));
    assertThat(path.steadyX()[1] - path.steadyX()[0]).isCloseTo(10e-12, within(1e-18));
  }

  @Test
  void driftShearsAndRotationTurnsAScan() {
    Stage stage = new Stage(Variates.of(3, "drift"), new StageErrors(0, 0, 1, 1e-10, 1e-10));
    Raster slow = new Raster(64, 64, 1e-3, Window.FULL, Math.PI / 2);
    double fromX = stage.x();
    BeamPath path =
        BeamPath.scan(
            slow, ScanField.ofSide(6.4e-9), stage, ScanErrors.none(), Variates.of(1, "scan"));
    int last = 64 * 64 - 1;
    assertThat(path.steadyY()[1] - path.steadyY()[0]).isCloseTo(0.1e-9, within(1e-12));
    double drifted = path.steadyX()[last] - path.steadyX()[0] + 6.3e-9;
    assertThat(drifted).isCloseTo(stage.x() - fromX, within(3e-12)).isNotCloseTo(0, within(1e-11));
  }

  @Test
  void aWindowScansItsPartOfTheField() {
    Raster part = new Raster(10, 10, 1e-6, new Window(0.5, 0, 0.5, 0.25), 0);
    assertThat(part.along(0, 8e-9)).isCloseTo(0.2e-9, within(1e-18));
    assertThat(part.along(9, 8e-9)).isCloseTo(3.8e-9, within(1e-18));
    assertThat(part.across(0, 8e-9)).isCloseTo(-3.9e-9, within(1e-18));
    assertThat(part.pixelMetres(8e-9)).isCloseTo(0.4e-9, within(1e-18));
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(0.6, 0, 0.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Raster.square(8192, 1e-6));
    assertThatIllegalArgumentException().isThrownBy(() -> Raster.square(64, 1e-9));
  }

  private static double[] image(Scene scene, double defocus, double width, double height) {
    double[] x = new double[48 * 48];
    double[] y = new double[48 * 48];
    for (int i = 0; i < x.length; i++) {
      int row = i / 48;
      x[i] = width * (i % 48 / 48.0 - 0.5);
      y[i] = height * (row / 48.0 - 0.5);
    }
    return DarkField.fractions(specimen(scene), illumination(defocus), x, y);
  }

  private static double roughness(double[] image) {
    double sum = 0;
    for (int i = 1; i < image.length; i++) {
      sum += i % 48 == 0 ? 0 : Math.abs(image[i] - image[i - 1]);
    }
    return sum;
  }

  private static double[][] points(int count, Region region) {
    Variates variates = Variates.of(1, "points");
    double[][] points = new double[3][count];
    for (int i = 0; i < count; i++) {
      points[0][i] = variates.between(region.left(), region.right());
      points[1][i] = variates.between(region.bottom(), region.top());
      points[2][i] = variates.uniform() * 1e-21;
    }
    return points;
  }

  private static Illumination illumination(double defocus) {
    Aberrations focus = Aberrations.none().defocused(defocus);
    return Illumination.of(BEAM, Lens.typical(), focus, Smear.thermal(8e-12));
  }

  private static Specimen specimen(Scene scene) {
    return new Specimen(scene, SpecimenResponse.none(), Variates.of(1, "damage"));
  }
}
