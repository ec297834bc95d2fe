package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import dev.cantilever.drivers.afm.sample.Plane;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.afm.sample.TwoPhasePolymer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scans with the pressed lever over ground whose friction is known. */
class ContactScanTest {

  /** Slow and with a high gain, so that the load is held. */
  private static final AfmSettings SETTINGS =
      Bench.quick(1e-6, 64).atLineHertz(0.5).with(new Feedback(0.8, 10_000, 0));

  private static final double LOAD = 20e-9;

  private static AfmScan scan(AfmSetup setup, double newtons) {
    return Bench.engaged(setup, SETTINGS).scan(20, 23, new Passing.Pressed(newtons));
  }

  /** What changes its sign with the way. */
  private static double[] friction(AfmScan scan) {
    return half(scan, -1);
  }

  /** What does not. */
  private static double[] slopes(AfmScan scan) {
    return half(scan, 1);
  }

  private static double[] half(AfmScan scan, int sign) {
    double[] trace = scan.field(Channel.LATERAL_FORCE, Direction.TRACE).values();
    double[] retrace = scan.field(Channel.LATERAL_FORCE, Direction.RETRACE).values();
    return IntStream.range(0, trace.length)
        .mapToDouble(i -> (trace[i] + sign * retrace[i]) / 2)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double adhesion(Material material) {
    return -TipSampleForce.between(material, 10e-9).newtons(TipSampleForce.CONTACT_METRES);
  }

  @Test
  void onAPlaneFrictionIsAmontonsWithAdhesionAtEveryLoad() {
    Sample plane = new Plane(Material.HARD_FILM);
    for (double load : new double[] {0, 5e-9, LOAD, 100e-9}) {
      double expected = 0.2 * (load + adhesion(Material.HARD_FILM));
      for (double value : friction(scan(Bench.ideal(plane), load))) {
        assertThat(value).isCloseTo(expected, within(0.02 * expected));
      }
    }
  }

  @Test
  void aSlopeIsInTheSumOfBothWaysAndNotInTheirDifference() {
    AfmScan scan = scan(Bench.ideal(FractalFilm.typical(3)), LOAD);
    double rough = Bench.spread(slopes(scan));
    double friction = Bench.spread(friction(scan));
    assertThat(rough).isGreaterThan(3 * friction);
    double expected = 0.2 * (LOAD + adhesion(Material.HARD_FILM));
    assertThat(mean(friction(scan))).isCloseTo(expected, within(0.03 * expected));
  }

  @Test
  void twoPolymersDifferAsTheirCoefficientsDo() {
    TwoPhasePolymer polymer = TwoPhasePolymer.typical(7);
    AfmSetup setup = AfmSetup.typical(Bench.STIFF, polymer, new Seeds(4, 5));
    AfmTwin twin = Bench.engaged(setup, SETTINGS);
    AfmScan scan = twin.scan(0, 63, new Passing.Pressed(LOAD));
    double[] phases = twin.truth().material(SETTINGS.frame()).values();
    double[] friction = friction(scan);
    for (int phase : new int[] {TwoPhasePolymer.SOFT, TwoPhasePolymer.HARD}) {
      Material material = polymer.materials().get(phase);
      double expected = material.frictionCoefficient() * (LOAD + adhesion(material));
      double[] there =
          IntStream.range(0, friction.length)
              .filter(i -> phases[i] == phase)
              .mapToDouble(i -> friction[i])
              .sorted()
              .toArray();
      assertThat(there.length).isGreaterThan(500);
      assertThat(there[there.length / 2]).isCloseTo(expected, within(0.05 * expected));
    }
  }

  @Test
  void heightsAreThoseOfTheGroundAndTheLeverIsBentByTheLoad() {
    AfmScan scan = scan(Bench.ideal(FractalFilm.typical(3)), LOAD);
    assertThat(mean(scan.field(Channel.DEFLECTION, Direction.TRACE).values()))
        .isCloseTo(LOAD / 40, within(0.02e-9));
    double[] trace = Bench.row(scan.field(Channel.HEIGHT, Direction.TRACE), 1);
    double[] retrace = Bench.row(scan.field(Channel.HEIGHT, Direction.RETRACE), 1);
    assertThat(Bench.spread(Bench.minus(trace, retrace))).isLessThan(0.3 * Bench.spread(trace));
    assertThat(scan.fields().stream().map(field -> field.name()))
        .containsExactly(
            "Height trace",
            "Height retrace",
            "ZSensor trace",
            "ZSensor retrace",
            "Deflection trace",
            "Deflection retrace",
            "Lateral force trace",
            "Lateral force retrace");
  }

  @Test
  void itTakesTheTimeOfATappingScanAndTapsAgainAfterwards() {
    AfmTwin twin = Bench.engaged(Bench.ideal(FractalFilm.typical(3)), Bench.quick(1e-6, 64));
    double pressed = twin.scan(20, 23, new Passing.Pressed(LOAD)).seconds();
    AfmTwin tapping = Bench.engaged(Bench.ideal(FractalFilm.typical(3)), Bench.quick(1e-6, 64));
    assertThat(pressed).isCloseTo(tapping.scan(20, 23).seconds() + 0.5, within(0.02));
    double[] after = twin.scan(24, 25).field(Channel.HEIGHT, Direction.TRACE).values();
    double[] other = tapping.scan(24, 25).field(Channel.HEIGHT, Direction.TRACE).values();
    assertThat(Bench.spread(Bench.minus(after, other))).isLessThan(0.2e-9);
  }

  @Test
  void aLoadThatMakesNoSenseIsRefused() {
    for (double wrong : new double[] {-1e-9, Double.NaN, 6e-6}) {
      assertThatThrownBy(() -> new Passing.Pressed(wrong)).hasMessageContaining("load in N");
    }
  }
}
