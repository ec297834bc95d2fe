package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.sample.CalibrationGrid;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;

/** Each fault as a client of the instrument meets it. */
class FaultsTest {

  private static final Sample FILM = FractalFilm.typical(5);
  private static final AfmSetup TYPICAL = AfmSetup.typical(Bench.STIFF, FILM, new Seeds(21, 22));
  private static final AfmSettings SETTINGS = Bench.quick(1e-6, 48);
  private static final Hazards CALM = new Hazards(0.04, 0, 0, 0.3);

  /**
   * A false engage believes in contact, and shows a flat image at the free amplitude and at 90°.
   */
  @Test
  void falseEngageShowsNothing() {
    AfmSetup setup = Bench.with(TYPICAL, new Hazards(0.04, 1, 0, 0));
    AfmTwin twin = new AfmTwin(setup, SETTINGS);
    assertThat(twin.approach(1e-3, 5e-6).contact()).isTrue();
    assertThat(twin.truth().touches()).isFalse();
    AfmScan scan = twin.scan(0, 7);
    Field height = scan.field(Channel.HEIGHT, Direction.TRACE);
    assertThat(Bench.spread(height.values())).isLessThan(1e-12);
    assertThat(height.at(0, 0)).isCloseTo(-2.5e-6, within(1e-12));
    double phase = Bench.mean(scan.field(Channel.PHASE, Direction.TRACE).values());
    assertThat(Math.toDegrees(phase)).isCloseTo(90, within(0.05));
    double amplitude = Bench.mean(scan.field(Channel.AMPLITUDE, Direction.TRACE).values());
    assertThat(amplitude).isBetween(19.2e-9, 20e-9);
  }

  /** A setpoint above what the air film leaves is reached micrometres above the surface. */
  @Test
  void highSetpointStopsInTheAir() {
    AfmSetup setup = Bench.with(TYPICAL, CALM);
    AfmTwin high = new AfmTwin(setup, SETTINGS.with(new Feedback(0.98, 1000, 0)));
    assertThat(high.approach(1e-3, 5e-6).travelMetres()).isBetween(95e-6, 99e-6);
    assertThat(high.truth().touches()).isFalse();
    double phase = Bench.mean(high.scan(0, 3).field(Channel.PHASE, Direction.TRACE).values());
    assertThat(Math.toDegrees(phase)).isCloseTo(90, within(0.05));
    AfmTwin low = new AfmTwin(setup, SETTINGS);
    low.approach(1e-3, 5e-6);
    assertThat(low.truth().touches()).isTrue();
  }

  /** The same setpoint, given in contact, loses the surface. */
  @Test
  void contactIsLostAtAHighSetpoint() {
    AfmTwin twin = Bench.engaged(Bench.with(TYPICAL, CALM), SETTINGS);
    AfmScan held = twin.scan(0, 3);
    twin.configure(SETTINGS.with(new Feedback(0.98, 20_000, 0)));
    AfmScan lost = twin.scan(0, 3);
    assertThat(twin.truth().touches()).isFalse();
    Field phase = lost.field(Channel.PHASE, Direction.TRACE);
    assertThat(Math.toDegrees(Bench.mean(phase.values()))).isCloseTo(90, within(0.5));
    Field before = held.field(Channel.PHASE, Direction.TRACE);
    assertThat(Math.toDegrees(Bench.mean(before.values()))).isLessThan(70);
  }

  /** A loop too slow for steps of 100 nm drives the tip into them: radius up by 30–80 nm. */
  @Test
  void slowLoopCrashesTheTip() {
    CalibrationGrid deep = new CalibrationGrid(100e-9, 0.5e-6, 0, 0, 0);
    AfmSetup setup = AfmSetup.typical(Bench.STIFF, deep, new Seeds(3, 4));
    AfmTwin quick = Bench.engaged(setup, SETTINGS.with(new Feedback(0.8, 3000, 0)));
    quick.scan(20, 21);
    assertThat(quick.truth().crashes()).isZero();
    AfmTwin slow = Bench.engaged(setup, SETTINGS);
    slow.configure(SETTINGS.with(new Feedback(0.8, 30, 0)));
    slow.scan(20, 23);
    AfmTruth truth = slow.truth();
    assertThat(truth.crashes()).isPositive();
    double grown = truth.tip().shape().radiusMetres() - 10e-9;
    assertThat(grown / truth.crashes()).isBetween(30e-9, 80e-9);
  }

  /** Drift is a function of time alone, and as fast as it is said to be. */
  @Test
  void driftHasItsRate() {
    ScannerModel.DriftRates rates = new ScannerModel.DriftRates(1e-11, 2e-11);
    double lateral = 0;
    double vertical = 0;
    int worlds = 500;
    for (int seed = 0; seed < worlds; seed++) {
      Drift drift = new Drift(rates, NormalDraws.of(seed, "drift"));
      Shift late = drift.at(3600);
      Shift early = drift.at(60);
      Drift again = new Drift(rates, NormalDraws.of(seed, "drift"));
      assertThat(again.at(60)).isEqualTo(early);
      assertThat(again.at(3600)).isEqualTo(late);
      lateral += (early.x() * early.x() + early.y() * early.y()) / worlds;
      vertical += early.z() * early.z() / worlds;
    }
    assertThat(Math.sqrt(lateral) / 60).isCloseTo(1e-11, within(0.1e-11));
    assertThat(Math.sqrt(vertical) / 60).isCloseTo(2e-11, within(0.2e-11));
  }

  /** The picture moves by what the truth says has drifted. */
  @Test
  void driftMovesThePicture() {
    ScannerModel.DriftRates rates = new ScannerModel.DriftRates(5e-9, 0);
    AfmSetup setup = Bench.with(Bench.ideal(FILM), new ScannerModel(8e3, 3, 5e-6, 0, 0, rates));
    AfmTwin twin = Bench.engaged(setup, SETTINGS);
    twin.scan(24, 24);
    Shift shift = twin.truth().shift();
    assertThat(Math.hypot(shift.x(), shift.y())).isGreaterThan(20e-9);
    double[] seen = Bench.row(twin.truth().ofLastScan("True height trace"), 0);
    ScanFrame moved = SETTINGS.frame().centredAt(shift.x(), shift.y());
    double[] there = Bench.row(twin.truth().height(moved), 24);
    double[] here = Bench.row(twin.truth().height(SETTINGS.frame()), 24);
    assertThat(Bench.spread(Bench.minus(seen, there))).isLessThan(0.2e-9);
    assertThat(Bench.spread(Bench.minus(seen, here))).isGreaterThan(0.6e-9);
  }

  /** After a move of 10 µm the scanner creeps on by 1.5 % of it for each decade of seconds. */
  @Test
  void scannerCreepsAfterAMove() {
    Creep creep = new Creep(0.015);
    creep.moved(10e-6, 0, 100);
    assertThat(creep.at(100).x()).isZero();
    assertThat(creep.at(109).x()).isCloseTo(150e-9, within(1e-15));
    assertThat(creep.at(199).x()).isCloseTo(300e-9, within(1e-15));
    for (int i = 0; i < 20; i++) {
      creep.moved(0, 1e-9, 199);
    }
    assertThat(creep.at(1e5).x()).isCloseTo(300e-9, within(1e-15));
  }

  /** Dirt offsets the phase by up to 10°, doubles the noise, and goes at every other tuning. */
  @Test
  void dirtOffsetsThePhase() {
    AfmSetup setup = Bench.with(TYPICAL, new Hazards(0.04, 0, 1, 0.3));
    AfmTwin twin = Bench.engaged(setup, SETTINGS);
    double clean = Bench.mean(twin.scan(0, 0).field(Channel.PHASE, Direction.TRACE).values());
    assertThat(twin.truth().contaminated()).isTrue();
    double dirty = Bench.mean(twin.scan(1, 1).field(Channel.PHASE, Direction.TRACE).values());
    assertThat(Math.toDegrees(Math.abs(dirty - clean))).isBetween(0.5, 10.5);
    twin.withdraw(1e-5);
    int tunings = 0;
    while (twin.truth().contaminated() && tunings < 20) {
      twin.tune(new TuneSweep(300e3, 10e3, 64));
      tunings++;
    }
    assertThat(twin.truth().contaminated()).isFalse();
  }

  @Test
  void dirtGoesHalfTheTime() {
    int cured = 0;
    for (int seed = 0; seed < 1000; seed++) {
      Contamination dirt = new Contamination(1, NormalDraws.of(seed, "dirt"));
      dirt.scannedLine();
      assertThat(dirt.loudness()).isEqualTo(2);
      assertThat(Math.toDegrees(Math.abs(dirt.phaseOffsetRadians()))).isLessThan(10);
      dirt.tunedInAir();
      cured += dirt.isDirty() ? 0 : 1;
    }
    assertThat(cured).isBetween(437, 563);
  }
}
