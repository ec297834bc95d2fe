package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.sample.Plane;
import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;

/** What each source of noise leaves in a scan of a perfect plane, the others being silent. */
class NoiseTest {

  private static final Plane PLANE = new Plane(Material.HARD_FILM);

  @Test
  void isAbsentFromAnIdealInstrument() {
    AfmScan scan = scan(NoiseLevels.none(), ScannerModel.ideal());
    for (Channel channel : Channel.values()) {
      if (!channel.isRecorded(new Passing.Tapping())) {
        continue; // of second passes alone
      }
      double[] values = scan.field(channel, Direction.TRACE).values();
      double most = channel == Channel.PHASE ? 1e-6 : 1e-13;
      assertThat(Bench.spread(values)).as(channel.title()).isLessThan(most);
    }
  }

  /** 50 pm of a sine are 35 pm rms, which the loop follows; pixels average a little of it away. */
  @Test
  void picksUpTheMains() {
    AfmScan scan = scan(new NoiseLevels(0, 0, 50e-12, 0, 0), ScannerModel.ideal());
    double rms = Bench.spread(scan.field(Channel.HEIGHT, Direction.TRACE).values());
    assertThat(rms).isCloseTo(35e-12, within(3e-12));
  }

  @Test
  void isThatOfTheSensor() {
    AfmScan scan = scan(new NoiseLevels(0, 0, 0, 0, 50e-12), ScannerModel.ideal());
    assertThat(Bench.spread(scan.field(Channel.HEIGHT, Direction.TRACE).values()))
        .isLessThan(1e-13);
    double rms = Bench.spread(scan.field(Channel.Z_SENSOR, Direction.TRACE).values());
    assertThat(rms).isCloseTo(50e-12, within(5e-12));
  }

  /** With the loop all but open, a pixel's phase scatters by n/(A √T), n the detector's density. */
  @Test
  void blursThePhase() {
    AfmScan scan = scan(new NoiseLevels(0, 1e-12, 0, 0, 0), ScannerModel.ideal(), 1);
    double pixel = 0.95 * 0.125 / 32;
    double expected = 1e-12 / 16e-9 / Math.sqrt(pixel);
    double[] phase = scan.field(Channel.PHASE, Direction.TRACE).values();
    assertThat(Bench.spread(phase)).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void offsetsLines() {
    AfmScan scan = scan(new NoiseLevels(0, 0, 0, 30e-12, 0), ScannerModel.ideal());
    double[] rows = new double[32];
    for (int i = 0; i < rows.length; i++) {
      double[] row = Bench.row(scan.field(Channel.HEIGHT, Direction.TRACE), i);
      rows[i] = Bench.mean(row);
      assertThat(Bench.spread(row)).isLessThan(3e-12);
    }
    assertThat(Bench.spread(rows)).isBetween(15e-12, 45e-12);
  }

  /** Height is c (x² + y²) but for a constant: at c = 500/m 0.25 nm over 0.5 µm from the centre. */
  @Test
  void bowsThePlane() {
    ScannerModel.DriftRates still = new ScannerModel.DriftRates(0, 0);
    AfmScan scan = scan(NoiseLevels.none(), new ScannerModel(8e3, 3, 5e-6, 500, 0, still));
    double[] height = scan.field(Channel.HEIGHT, Direction.TRACE).values();
    double[] rest = new double[height.length];
    for (int i = 0; i < height.length; i++) {
      int row = i / 32;
      double x = ((i % 32 + 0.5) / 32 - 0.5) * 2e-6;
      double y = ((row + 0.5) / 32 - 0.5) * 2e-6;
      rest[i] = height[i] - 500 * (x * x + y * y);
    }
    assertThat(Bench.spread(height)).isGreaterThan(0.1e-9);
    assertThat(Bench.spread(rest)).isLessThan(0.01e-9);
  }

  /** Unit variance, and a spectrum 1/f: differences over n hardly grow with n. */
  @Test
  void flickers() {
    FlickerNoise noise = new FlickerNoise(NormalDraws.of(3, "flicker"));
    double[] values = new double[200_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = noise.next();
    }
    assertThat(Bench.spread(values)).isCloseTo(1, within(0.05));
    double near = difference(values, 4);
    double far = difference(values, 64);
    assertThat(far / near).isBetween(1.2, 2.0);
  }

  private static double difference(double[] values, int lag) {
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += (values[i] - values[i - lag]) * (values[i] - values[i - lag]);
    }
    return Math.sqrt(sum / (values.length - lag));
  }

  private static AfmScan scan(NoiseLevels noise, ScannerModel scanner) {
    return scan(noise, scanner, 3000);
  }

  private static AfmScan scan(NoiseLevels noise, ScannerModel scanner, double gain) {
    AfmSetup setup = Bench.with(Bench.with(Bench.ideal(PLANE), noise), scanner);
    AfmSettings settings = Bench.quick(2e-6, 32).with(new Feedback(0.8, 3000, 0));
    AfmTwin twin = Bench.engaged(setup, settings);
    twin.configure(settings.with(new Feedback(0.8, gain, 0)));
    return twin.scan(0, 31);
  }
}
