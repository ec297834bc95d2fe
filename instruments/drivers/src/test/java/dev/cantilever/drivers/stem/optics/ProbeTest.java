package dev.cantilever.drivers.stem.optics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {

  private static final double ALPHA = 0.030;
  private static final Lens LENS = Lens.ideal(ALPHA);
  private static final Map<Double, ProbeWidths> PERFECT = new HashMap<>();

  /** numpy.fft on 1024² samples of 5 pm, d59 around the centroid by sorting pixels by radius. */
  @ParameterizedTest
  @CsvSource({
    "200e3, C1, 5e-9, 0.066, 202.6",
    "200e3, C1, 10e-9, 0.013, 417.3",
    "200e3, A1, 5e-9, 0.057, 214.6",
    "200e3, A1, 10e-9, 0.013, 435.9",
    "200e3, B2, 100e-9, 0.521, 124.4",
    "200e3, A2, 100e-9, 0.540, 94.6",
    "200e3, C3, 1e-6, 0.977, 51.0",
    "60e3, C1, 5e-9, 0.469, 220.1",
    "60e3, C1, 10e-9, 0.062, 404.6",
    "60e3, A1, 5e-9, 0.237, 227.9",
    "60e3, A1, 10e-9, 0.053, 429.4",
    "60e3, B2, 100e-9, 0.844, 145.8",
    "60e3, A2, 100e-9, 0.846, 113.4",
    "60e3, C3, 1e-6, 0.994, 100.0"
  })
  void hasThePeakAndWidthOfAnIndependentComputation(
      double volts, Coefficient coefficient, double metres, double peak, double d59) {
    ProbeWidths perfect = PERFECT.computeIfAbsent(volts, v -> widths(v, Aberrations.none()));
    ProbeWidths blurred = widths(volts, Aberrations.none().with(coefficient, metres, 0));
    assertThat(blurred.peak() / perfect.peak()).isCloseTo(peak, within(0.03 * peak + 5e-4));
    assertThat(blurred.d59Metres() * 1e12).isCloseTo(d59, within(0.03 * d59));
  }

  @ParameterizedTest
  @CsvSource({"60e3, 100.0", "200e3, 50.9"})
  void holdsFiftyNinePercentWithinTheAiryDiscInFocus(double volts, double d59) {
    ProbeWidths widths = widths(volts, Aberrations.none());
    double unit = new ElectronBeam(volts).wavelengthMetres() / ALPHA;
    assertThat(widths.d59Metres() * 1e12).isCloseTo(d59, within(0.03 * d59));
    assertThat(widths.d59Metres() / unit).isCloseTo(0.61, within(0.03 * 0.61));
    assertThat(widths.fullWidthMetres() / unit).isCloseTo(0.51, within(0.03 * 0.51));
  }

  /** A uniform disc holds 59 % within √0.59 = 0.77 of its radius; fringes take it to about 0.7. */
  @Test
  void spreadsAsRaysSayFarFromFocus() {
    Probe probe = formed(100e3, 150e-9, 0);
    assertThat(ProbeWidths.of(probe).d59Metres() / (2 * ALPHA * 150e-9)).isBetween(0.7, 0.78);
  }

  @Test
  void hardlyDependsOnTheOpticsUsedWhereTheyMeet() {
    ElectronBeam beam = new ElectronBeam(200e3);
    Aberrations blur = Aberrations.none().defocused(120e-9).with(Coefficient.A1, 40e-9, 0);
    Probe waves = Probe.onGrid(beam, LENS, blur, Smear.NONE, new ProbeGrid(1024, 12e-12));
    double[] rays = Probe.rays(LENS, blur, 20_000);
    double sum = 0;
    for (double part : rays) {
      sum += part * part;
    }
    double byWaves = 0;
    for (int row = 0; row < waves.size(); row++) {
      for (int column = 0; column < waves.size(); column++) {
        double dx = (column - waves.size() / 2.0) * waves.pixelMetres();
        double dy = (row - waves.size() / 2.0) * waves.pixelMetres();
        byWaves += waves.fraction(row, column) * (dx * dx + dy * dy);
      }
    }
    assertThat(Math.sqrt(byWaves)).isCloseTo(Math.sqrt(2 * sum / rays.length), within(0.15e-9));
  }

  @Test
  void lengthensAlongOneAxisWithAstigmatismAndDefocus() {
    Probe probe = formed(200e3, 6e-9, 6e-9);
    double alongX = secondMoment(probe, true);
    double alongY = secondMoment(probe, false);
    assertThat(alongX).isGreaterThan(3 * alongY);
  }

  @Test
  void addsSourceFocalSpreadAndThermalMotionInSquares() {
    ElectronBeam beam = new ElectronBeam(200e3);
    ProbeGrid grid = new ProbeGrid(512, 5e-12);
    Probe sharp = Probe.onGrid(beam, LENS, Aberrations.none(), Smear.NONE, grid);
    Lens sourced = new Lens(ALPHA, 0, 0, 60e-12);
    Probe wide = Probe.onGrid(beam, sourced, Aberrations.none(), Smear.thermal(20e-12), grid);
    double source = 60e-12 / 2.3548;
    double added = secondMoment(wide, true) - secondMoment(sharp, true);
    assertThat(added).isCloseTo(source * source + 400e-24, within(0.05e-21));
    Lens chromatic = new Lens(ALPHA, 1.2e-3, 0.8, 0);
    Probe spread = Probe.onGrid(beam, chromatic, Aberrations.none(), Smear.NONE, grid);
    assertThat(ProbeWidths.of(spread).peak()).isLessThan(0.9 * ProbeWidths.of(sharp).peak());
  }

  @Test
  void smearsAtomsAlongTheTiltOfTheirColumn() {
    ElectronBeam beam = new ElectronBeam(200e3);
    ProbeGrid grid = new ProbeGrid(512, 5e-12);
    Probe upright = Probe.onGrid(beam, LENS, Aberrations.none(), Smear.NONE, grid);
    Probe tilted = Probe.onGrid(beam, LENS, Aberrations.none(), new Smear(0, 200e-12, 0), grid);
    double added = secondMoment(tilted, true) - secondMoment(upright, true);
    assertThat(added).isCloseTo(200e-12 * 200e-12 / 12, within(0.1e-21));
    assertThat(secondMoment(tilted, false))
        .isCloseTo(secondMoment(upright, false), within(0.05e-21));
  }

  @Test
  void isWholeWhateverTheBlur() {
    for (double defocus : new double[] {0, 8e-9, 60e-9, 150e-9, 1e-6, 1e-5}) {
      Probe probe = formed(60e3, defocus, 0);
      double sum = 0;
      double pixel = probe.pixelMetres();
      double reach = probe.supportMetres();
      for (double y = -reach; y <= reach; y += pixel) {
        for (double x = -reach; x <= reach; x += pixel) {
          sum += probe.densityPerSquareMetre(x, y) * pixel * pixel;
        }
      }
      assertThat(sum).as("defocus %s", defocus).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void keepsNearlyItsWidthWhereItIsCutForImaging() {
    double whole = widths(60e3, Aberrations.none()).d59Metres();
    double cut = ProbeWidths.of(formed(60e3, 0, 0)).d59Metres();
    assertThat(cut).isCloseTo(whole, within(0.03 * whole));
  }

  private static Probe formed(double volts, double defocus, double astigmatism) {
    Aberrations blur = Aberrations.none().defocused(defocus).with(Coefficient.A1, astigmatism, 0);
    return Probe.form(new ElectronBeam(volts), LENS, blur, Smear.NONE);
  }

  private static ProbeWidths widths(double volts, Aberrations aberrations) {
    ProbeGrid grid = new ProbeGrid(1024, 5e-12);
    return ProbeWidths.of(
        Probe.onGrid(new ElectronBeam(volts), LENS, aberrations, Smear.NONE, grid));
  }

  private static double secondMoment(Probe probe, boolean alongX) {
    double sum = 0;
    for (int row = 0; row < probe.size(); row++) {
      for (int column = 0; column < probe.size(); column++) {
        double at = (alongX ? column : row) - probe.size() / 2.0;
        sum += probe.fraction(row, column) * at * at;
      }
    }
    return sum * probe.pixelMetres() * probe.pixelMetres();
  }
}
