package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.sample.MagneticFilm;
import dev.cantilever.drivers.afm.sample.Plane;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.afm.sample.StripeDomains;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Second passes over stripes whose field is known. */
class MagneticScanTest {

  private static final double PERIOD = 250e-9;
  private static final StripeDomains STRIPES = StripeDomains.typical(PERIOD, 1);
  private static final Sample FLAT = new Plane(Material.HARD_FILM);
  private static final Sample FILM = new MagneticFilm(FLAT, STRIPES);
  private static final AfmSettings SETTINGS = Bench.quick(1e-6, 64);

  private static AfmScan lifted(AfmSetup setup, double metres) {
    return Bench.engaged(setup, SETTINGS).scan(20, 21, new Passing.Lifted(metres));
  }

  /** Q/k ∂F/∂z of each pixel of a line, from its lag. */
  private static double[] pull(AfmScan scan, Direction direction) {
    return Arrays.stream(Bench.row(scan.field(Channel.MAGNETIC_PHASE, direction), 1))
        .map(lag -> StrictMath.tan(lag - Math.PI / 2))
        .toArray();
  }

  /** Slope of the line through the origin that fits best. */
  private static double slope(double[] x, double[] y) {
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += x[i] * x[i];
      xy += x[i] * y[i];
    }
    return xy / xx;
  }

  @Test
  void betweenTwoLiftsThePhaseFallsAsTheFieldDoes() {
    double[] low = pull(lifted(Bench.ideal(FILM), 50e-9), Direction.TRACE);
    for (double more : new double[] {20e-9, 50e-9, 150e-9}) {
      double[] high = pull(lifted(Bench.ideal(FILM), 50e-9 + more), Direction.TRACE);
      double expected = StrictMath.exp(-2 * Math.PI * more / PERIOD);
      assertThat(slope(low, high)).isCloseTo(expected, within(1e-3 * expected));
    }
  }

  /** The lever swings about the height of the first pass over the plane at 0, and the lift more. */
  @Test
  void thePhaseIsThatOfTheTrueGradient() {
    AfmTwin twin = Bench.engaged(Bench.ideal(FILM), SETTINGS);
    AfmScan scan = twin.scan(20, 21, new Passing.Lifted(60e-9));
    double free = 20e-9;
    double middle = 0.8 * free;
    double[] truth = new double[64];
    Path way = SETTINGS.frame().line(21);
    for (int i = 0; i < truth.length; i++) {
      double share = (i + 0.5) / truth.length;
      double gradient = STRIPES.gradient(way.x(share), way.y(share), middle + 60e-9);
      truth[i] = 400.0 / 40 * gradient * STRIPES.swingFactor(free);
    }
    for (Direction direction : Direction.values()) {
      assertThat(slope(truth, pull(scan, direction))).isCloseTo(1, within(0.01));
    }
    double degrees = StrictMath.toDegrees(Bench.spread(truth) * Math.sqrt(2));
    assertThat(degrees).isBetween(0.5, 5.0);
  }

  @Test
  void aSampleWithoutDomainsLeavesTheLeverAtNinetyDegrees() {
    for (double value : pull(lifted(Bench.ideal(FLAT), 50e-9), Direction.RETRACE)) {
      assertThat(value).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void stripesStandOutOfTheNoiseOfATypicalMicroscope() {
    AfmSetup setup = AfmSetup.typical(Bench.STIFF, FILM, new Seeds(4, 5));
    AfmScan scan = lifted(setup, 50e-9);
    double[] trace = pull(scan, Direction.TRACE);
    double[] retrace = pull(scan, Direction.RETRACE);
    assertThat(Bench.spread(Bench.minus(trace, retrace))).isLessThan(0.2 * Bench.spread(trace));
  }

  @Test
  void aTopographyIsTheSameWithASecondPassAfterEachLine() {
    AfmScan plain = Bench.engaged(Bench.ideal(FILM), SETTINGS).scan(20, 21);
    AfmScan twice = lifted(Bench.ideal(FILM), 50e-9);
    assertThat(plain.fields()).hasSize(8);
    assertThat(twice.fields()).hasSize(10);
    assertThat(plain.fields().stream().map(field -> field.name()))
        .noneMatch(name -> name.startsWith("Magnetic"));
    double[] once = Bench.row(plain.field(Channel.HEIGHT, Direction.TRACE), 1);
    double[] again = Bench.row(twice.field(Channel.HEIGHT, Direction.TRACE), 1);
    assertThat(Bench.spread(Bench.minus(once, again))).isLessThan(0.05e-9);
    assertThat(twice.seconds() - 1.5).isCloseTo(2 * (plain.seconds() - 1.5), within(0.05));
  }

  @Test
  void aSecondPassNeedsAHeightThatMakesSense() {
    AfmTwin twin = Bench.engaged(Bench.ideal(FILM), SETTINGS);
    for (double wrong : List.of(0.0, -5e-8, 1e-5, Double.NaN)) {
      assertThatThrownBy(() -> twin.scan(0, 1, new Passing.Lifted(wrong)))
          .hasMessageContaining("lift height");
    }
  }
}
