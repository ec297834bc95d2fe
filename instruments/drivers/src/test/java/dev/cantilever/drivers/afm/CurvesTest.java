package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.Plane;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tuning, force curves and amplitude curves. */
class CurvesTest {

  private static final Plane PLANE = new Plane(Material.HARD_FILM);

  @ParameterizedTest
  @ValueSource(doubles = {301.7e3, 300e3, 297.3e3})
  void tuningFindsTheResonance(double resonance) {
    Probe probe = Probe.stiff().tuned(resonance, 380);
    AfmTwin twin =
        new AfmTwin(
            AfmSetup.typical(probe, PLANE, new Seeds(1, 2)),
            AfmSettings.typical(Probe.stiff()).with(new Drive(0.5, 300e3)));
    Tune tune = twin.tune(new TuneSweep(300e3, 10e3, 512));
    assertThat(tune.isResolved()).isTrue();
    assertThat(tune.resonanceHertz()).isCloseTo(resonance, within(1.0));
    assertThat(tune.quality()).isCloseTo(380, within(0.5));
    assertThat(tune.gainMetresPerVolt()).isCloseTo(20e-9, within(0.02e-9));
    assertThat(Math.toDegrees(tune.phaseRadians())).isCloseTo(90, within(1.6));
    assertThat(tune.curve()).hasSize(512);
    Tune.Point highest =
        tune.curve().stream()
            .max(Comparator.comparingDouble(Tune.Point::amplitudeMetres))
            .orElseThrow();
    assertThat(highest.hertz()).isCloseTo(resonance, within(20.0));
    assertThat(twin.elapsedSeconds()).isEqualTo(1.5);
  }

  @Test
  void tuningBesideTheResonanceSaysSo() {
    AfmTwin twin =
        new AfmTwin(
            AfmSetup.typical(Probe.stiff(), PLANE, new Seeds(1, 2)),
            AfmSettings.typical(Probe.stiff()));
    assertThat(twin.tune(new TuneSweep(200e3, 10e3, 64)).isResolved()).isFalse();
  }

  /** Driven at the nominal resonance, a detuned probe has less amplitude; tuned, all of it. */
  @Test
  void tuningPays() {
    Probe probe = Probe.stiff().tuned(300.6e3, 400);
    AfmSettings settings = AfmSettings.typical(Probe.stiff());
    AfmTwin twin = new AfmTwin(Bench.ideal(PLANE), settings);
    twin.exchangeProbe(probe);
    twin.approach(1e-3, 1e-6);
    assertThat(twin.readMeters().amplitudeMetres()).isLessThan(9e-9);
    twin.withdraw(1e-5);
    double found = twin.tune(new TuneSweep(300e3, 10e3, 512)).resonanceHertz();
    twin.configure(settings.with(new Drive(1, found)));
    twin.approach(1e-3, 1e-6);
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(16e-9, within(0.05e-9));
  }

  /** The soft lever jumps in, presses with k · deflection, and lets go at the adhesion H R/6a0². */
  @Test
  void forceCurveJumpsInAndOut() {
    AfmTwin twin = curves(Probe.soft());
    ForceCurve curve = twin.forceCurve(new ForceCurve.Request(20e-9, 60e-9, 1, 4096));
    assertThat(curve.triggered()).isTrue();
    assertThat(curve.retract()).hasSameSizeAs(curve.extend());
    double in = least(curve.extend());
    double out = least(curve.retract());
    double adhesion = 6.4e-20 * 10e-9 / (6 * 0.165e-9 * 0.165e-9);
    assertThat(out).isCloseTo(-adhesion, within(0.06e-9));
    assertThat(in).isBetween(0.95 * out, -0.3e-9);
    assertThat(curve.extend().getLast().forceNewtons()).isBetween(19.9e-9, 20.2e-9);
    double slope =
        (curve.extend().getLast().deflectionMetres()
                - curve.extend().get(curve.extend().size() - 11).deflectionMetres())
            / (curve.extend().getLast().zMetres()
                - curve.extend().get(curve.extend().size() - 11).zMetres());
    assertThat(slope).isBetween(-1.0, -0.98);
  }

  @Test
  void forceCurveWithoutContactIsNotTriggered() {
    AfmTwin twin = curves(Probe.soft());
    assertThat(twin.forceCurve(new ForceCurve.Request(1e-6, 40e-9, 1, 256)).triggered()).isFalse();
  }

  /** In repulsion A follows the height and sin φ = A/A0: 30° at a half. */
  @Test
  void amplitudeCurveFallsWithTheDistance() {
    AfmTwin twin = curves(Probe.stiff());
    AmplitudeCurve curve = twin.amplitudeCurve(new AmplitudeCurve.Request(0.5, 40e-9, 512));
    AmplitudeCurve.Point first = curve.extend().getFirst();
    AmplitudeCurve.Point last = curve.extend().getLast();
    assertThat(first.amplitudeMetres()).isCloseTo(20e-9, within(1e-12));
    assertThat(last.amplitudeMetres()).isCloseTo(10e-9, within(0.1e-9));
    assertThat(Math.toDegrees(last.phaseRadians())).isCloseTo(30, within(0.7));
    double slope =
        (last.amplitudeMetres() - curve.extend().get(curve.extend().size() - 21).amplitudeMetres())
            / (last.zMetres() - curve.extend().get(curve.extend().size() - 21).zMetres());
    assertThat(slope).isCloseTo(1, within(0.01));
    assertThat(curve.retract()).hasSameSizeAs(curve.extend());
    assertThat(curve.retract().getLast().amplitudeMetres()).isCloseTo(20e-9, within(1e-11));
  }

  private static AfmTwin curves(Probe probe) {
    AfmSetup setup =
        new AfmSetup(
            probe,
            PLANE,
            AfmSetup.Instrument.ideal(),
            new Seeds(1, 2),
            IntegrationStep.INTERACTIVE);
    return Bench.engaged(setup, AfmSettings.typical(probe));
  }

  private static double least(List<ForceCurve.Point> points) {
    return points.stream().mapToDouble(ForceCurve.Point::forceNewtons).min().orElseThrow();
  }
}
