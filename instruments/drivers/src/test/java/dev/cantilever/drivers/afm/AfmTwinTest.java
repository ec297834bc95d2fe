package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.field.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfmTwinTest {

  private static final Sample FILM = FractalFilm.typical(5);
  private static final AfmSetup TYPICAL = AfmSetup.typical(Bench.STIFF, FILM, new Seeds(11, 12));
  private static final AfmSettings SETTINGS = Bench.quick(1e-6, 48);

  @Test
  void givesTheSameBytesForTheSameSeeds() {
    AfmTwin one = Bench.engaged(TYPICAL, SETTINGS);
    AfmTwin other = Bench.engaged(TYPICAL, SETTINGS);
    assertThat(one.scan(0, 7)).isEqualTo(other.scan(0, 7));
    assertThat(one.truth()).isEqualTo(other.truth());
    assertThat(one.elapsedSeconds()).isEqualTo(other.elapsedSeconds());
  }

  /** Another noise seed, or no noise, changes what is recorded but not what is true. */
  @Test
  void keepsItsTruthUnderOtherNoise() {
    AfmTwin twin = Bench.engaged(TYPICAL, SETTINGS);
    AfmScan scan = twin.scan(0, 7);
    AfmTruth truth = twin.truth();
    for (AfmSetup other :
        List.of(Bench.with(TYPICAL, new Seeds(11, 99)), Bench.with(TYPICAL, NoiseLevels.none()))) {
      AfmTwin another = Bench.engaged(other, SETTINGS);
      AfmScan differs = another.scan(0, 7);
      assertThat(differs.fields()).isNotEqualTo(scan.fields());
      AfmTruth same = another.truth();
      assertThat(another.elapsedSeconds()).isEqualTo(twin.elapsedSeconds());
      for (String name : List.of("True height trace", "True height retrace", "Regime trace")) {
        assertThat(same.ofLastScan(name)).isEqualTo(truth.ofLastScan(name));
      }
      assertThat(same.shift()).isEqualTo(truth.shift());
      assertThat(same.contaminated()).isEqualTo(truth.contaminated());
      double radius = truth.tip().shape().radiusMetres();
      assertThat(same.tip().shape().radiusMetres()).isCloseTo(radius, within(1e-3 * radius));
    }
  }

  @Test
  void driftsOtherwiseInAnotherWorld() {
    AfmTwin one = Bench.engaged(TYPICAL, SETTINGS);
    AfmTwin other = Bench.engaged(Bench.with(TYPICAL, new Seeds(12, 12)), SETTINGS);
    assertThat(one.truth().shift()).isNotEqualTo(other.truth().shift());
  }

  /** Height follows the film: a quarter of a nanometre from the dilated truth, or better. */
  @Test
  void showsTheSurface() {
    AfmSettings settings = SETTINGS.with(new Feedback(0.8, 3000, 0)).atLineHertz(1);
    AfmTwin twin = Bench.engaged(Bench.ideal(FILM), settings);
    AfmScan scan = twin.scan(0, 3);
    double[] height = scan.field(Channel.HEIGHT, Direction.TRACE).values();
    double[] truth = twin.truth().ofLastScan("True height trace").values();
    assertThat(Bench.spread(truth)).isGreaterThan(0.6e-9);
    assertThat(Bench.spread(Bench.minus(height, truth))).isLessThan(0.3e-9);
    double[] back = scan.field(Channel.HEIGHT, Direction.RETRACE).values();
    assertThat(Bench.spread(Bench.minus(height, back))).isLessThan(0.1e-9);
  }

  @Test
  void knowsItsTruthOfAFrame() {
    AfmTwin twin = new AfmTwin(Bench.ideal(FILM), SETTINGS);
    ScanFrame frame =
        new ScanFrame(2e-6, -1e-6, 1e-6, 0.5e-6, Math.PI / 2, new ScanFrame.Pixels(20, 10));
    Field height = twin.truth().height(frame);
    assertThat(height.rows()).isEqualTo(10);
    assertThat(height.columns()).isEqualTo(20);
    // A frame turned by 90° has its columns along y and its lines along −x.
    double expected = FILM.heightMetres(2e-6 + 0.225e-6, -1e-6 - 0.475e-6);
    assertThat(height.at(0, 0)).isCloseTo(expected, within(1e-18));
    assertThat(twin.truth().material(frame).at(3, 3)).isZero();
    assertThatThrownBy(() -> twin.truth().ofLastScan("True height trace"))
        .hasMessageContaining("the last scan has no");
  }

  /** Line by line or at once: the adapter may ask as it likes. */
  @Test
  void scansInPartsAsInOneGo() {
    AfmTwin whole = Bench.engaged(TYPICAL, SETTINGS);
    AfmTwin parts = Bench.engaged(TYPICAL, SETTINGS);
    AfmScan atOnce = whole.scan(0, 5);
    List<Double> heights = new ArrayList<>();
    for (int line = 0; line < 6; line++) {
      AfmScan scan = parts.scan(line, line);
      for (double value : scan.field(Channel.HEIGHT, Direction.TRACE).values()) {
        heights.add(value);
      }
    }
    double[] expected = atOnce.field(Channel.HEIGHT, Direction.TRACE).values();
    assertThat(heights.stream().mapToDouble(d -> d).toArray()).isEqualTo(expected);
    assertThat(parts.elapsedSeconds()).isEqualTo(whole.elapsedSeconds());
  }

  /** Lines over the rate, after a second and a half to get there. */
  @Test
  void takesItsTime() {
    AfmTwin twin = Bench.engaged(TYPICAL, SETTINGS);
    assertThat(twin.scan(0, 7).seconds()).isCloseTo(1.5 + 8 / 4.0, within(0.02));
    assertThat(twin.scan(8, 15).seconds()).isCloseTo(8 / 4.0, within(0.02));
  }

  /** Row 0 is the lower line, whichever was scanned first. */
  @Test
  void scansDownwardsToo() {
    AfmSetup ideal = Bench.ideal(FILM);
    AfmTwin up = Bench.engaged(ideal, SETTINGS);
    AfmTwin down = Bench.engaged(ideal, SETTINGS);
    up.scan(10, 13);
    down.scan(13, 10);
    assertThat(down.truth().ofLastScan("True height trace"))
        .isEqualTo(up.truth().ofLastScan("True height trace"));
  }

  @Test
  void refusesWhatItsStateDoesNotAllow() {
    AfmTwin twin = new AfmTwin(TYPICAL, SETTINGS);
    assertThatThrownBy(() -> twin.scan(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("approach first");
    assertThatThrownBy(() -> twin.forceCurve(new ForceCurve.Request(1e-8, 1e-7, 1, 64)))
        .hasMessageContaining("approach first");
    assertThat(twin.elapsedSeconds()).isZero();
    twin.approach(1e-3, 5e-6);
    assertThatThrownBy(() -> twin.tune(new TuneSweep(300e3, 10e3, 64)))
        .hasMessageContaining("withdraw first");
    assertThatThrownBy(() -> twin.approach(1e-3, 5e-6)).hasMessageContaining("withdraw first");
    assertThatThrownBy(() -> twin.exchangeProbe(Probe.soft())).hasMessageContaining("withdraw");
    assertThatThrownBy(() -> twin.scan(0, 48)).hasMessageContaining("last line 48 is outside");
  }

  @Test
  void stopsWhereTheTravelEnds() {
    AfmTwin twin = new AfmTwin(Bench.ideal(FILM), SETTINGS);
    Engagement short60 = twin.approach(60e-6, 5e-6);
    assertThat(short60.contact()).isFalse();
    assertThat(twin.isEngaged()).isFalse();
    Engagement rest = twin.approach(60e-6, 5e-6);
    assertThat(rest.contact()).isTrue();
    assertThat(rest.travelMetres()).isCloseTo(40e-6, within(1e-12));
    assertThat(twin.truth().touches()).isTrue();
    twin.withdraw(30e-6);
    assertThat(twin.isEngaged()).isFalse();
    assertThat(twin.approach(1e-3, 5e-6).travelMetres()).isCloseTo(30e-6, within(1e-12));
  }

  @Test
  void doesNotApproachWithoutAmplitude() {
    AfmTwin still = new AfmTwin(TYPICAL, SETTINGS.with(new Drive(0.01, 300e3)));
    assertThatThrownBy(() -> still.approach(1e-3, 5e-6)).hasMessageContaining("free amplitude");
  }

  @Test
  void swingsFreelyInTheAir() {
    AfmTwin twin = new AfmTwin(Bench.ideal(FILM), SETTINGS);
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(20e-9, within(1e-18));
    assertThat(twin.readMeters().phaseRadians()).isCloseTo(Math.PI / 2, within(1e-12));
    twin.configure(SETTINGS.with(new Drive(0.5, 300e3)));
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(10e-9, within(1e-18));
    assertThat(twin.truth().touches()).isFalse();
  }

  /** The loop holds the setpoint after a change of drive, setpoint or probe. */
  @Test
  void answersItsSettings() {
    AfmTwin twin = Bench.engaged(Bench.ideal(FILM), SETTINGS);
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(16e-9, within(0.05e-9));
    twin.configure(SETTINGS.with(new Feedback(0.6, 1500, 0)));
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(12e-9, within(0.05e-9));
    twin.configure(SETTINGS.with(new Drive(2, 300e3)).with(new Feedback(0.8, 1500, 0)));
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(32e-9, within(0.05e-9));
    twin.withdraw(1e-5);
    twin.exchangeProbe(Probe.soft());
    twin.configure(AfmSettings.typical(Probe.soft()).with(ScanFrame.square(1e-6, 48)));
    twin.approach(1e-3, 1e-6);
    assertThat(twin.readMeters().amplitudeMetres()).isCloseTo(16e-9, within(0.1e-9));
  }

  /** Above 90° where the virial is positive, below where it is negative, pixel by pixel. */
  @Test
  void tellsTheRegimeByItsPhase() {
    AfmSettings small = SETTINGS.with(new Drive(0.25, 300e3)).with(new Feedback(0.8, 500, 0));
    AfmTwin twin = Bench.engaged(TYPICAL, small);
    int attractive = 0;
    for (AfmSettings settings : List.of(small, small.with(new Drive(1, 300e3)))) {
      twin.configure(settings);
      AfmScan scan = twin.scan(0, 5);
      double[] phase = scan.field(Channel.PHASE, Direction.TRACE).values();
      double[] regime = twin.truth().ofLastScan("Regime trace").values();
      for (int i = 0; i < phase.length; i++) {
        if (regime[i] != 0) {
          assertThat(Math.signum(phase[i] - Math.PI / 2)).isEqualTo(regime[i]);
        }
        attractive += regime[i] > 0 ? 1 : 0;
      }
    }
    assertThat(attractive).isBetween(270, 6 * 48);
  }
}
