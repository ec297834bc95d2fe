package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.drift.Displacement;
import dev.cantilever.drivers.drift.DriftRule;
import dev.cantilever.drivers.drift.DriftTrack;
import dev.cantilever.drivers.drift.Registration;
import dev.cantilever.drivers.drift.Sighting;
import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.random.Draws;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Watchdog;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample that drifts is found on the twins, one that stands still is left alone. */
class DriftTest {

  private static final int SEEDS = 4;
  private static final double LONGEST = 600;
  private static final double DAY = 86_400;
  private static final double HOURS = 3 * 3600;
  private static final int DAYS = 6;

  @TempDir private Path directory;

  @Test
  void aDriftOfAPixelAMinuteIsFoundOnEveryTwin() throws Exception {
    double worst = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      worst = Math.max(worst, secondsUntilFound(Drifting.afm(seed, 1), "afm-" + seed));
      worst = Math.max(worst, secondsUntilFound(Drifting.stem(seed, 1), "stem-" + seed));
    }
    Figures.atMost(
        "door-2b",
        "twin time until a drift of 1 pixel/min is found, AFM and STEM, worst of %d"
            .formatted(2 * SEEDS),
        worst / 60,
        "min",
        LONGEST / 60,
        "0–" + (SEEDS - 1));
    assertThat(worst).isLessThanOrEqualTo(LONGEST);
  }

  private double secondsUntilFound(Drifting drifting, String name) throws Exception {
    try (Driver driver = drifting.connect(directory.resolve(name))) {
      Gate gate = drifting.gate(driver);
      double start = gate.state().elapsed().seconds();
      for (int call = 0; drifting.picture(gate, call).isPresent(); call++) {
        assertThat(gate.state().elapsed().seconds() - start).as(name).isLessThan(LONGEST);
      }
      return gate.state().elapsed().seconds() - start;
    }
  }

  @Test
  void theInstrumentHoldsUntilAPersonHasLooked() throws Exception {
    Drifting drifting = Drifting.stem(1, 2);
    try (Driver driver = drifting.connect(directory.resolve("held"))) {
      Gate gate = drifting.gate(driver);
      try (Watchdog watchdog = Watchdog.over(gate)) {
        assertThat(watchdog).isNotNull();
        int call = 0;
        while (drifting.picture(gate, call).isPresent()) {
          call++;
        }
        await(() -> gate.guard().severity() == Severity.HOLD);
        assertThat(gate.guard().causes().toString()).contains("drift beyond doubt reads");
        gate.reset("operator", "the holder has been left to settle");
        assertThat(gate.guard().severity()).isEqualTo(Severity.NONE);
        assertThat(drifting.picture(gate, call + 1)).isPresent();
      }
    }
  }

  /** Who has scanned other lines has not looked at the same place again. */
  @Test
  void scansOfSomeLinesAreNotCompared() throws Exception {
    try (Driver driver = Drifting.afm(1, 0).connect(directory.resolve("lines"))) {
      Gate gate = Drifting.afm(1, 0).gate(driver);
      for (int call = 201; call < 207; call++) {
        int first = 2 * (call - 201);
        gate.execute(Bench.key(call), new SpmCommand.Scan(first, first + 31));
      }
      assertThat(gate.state().readback(Channel.DRIFT)).isEmpty();
      assertThat(beyondDoubt(gate).value().canonical()).isZero();
    }
  }

  @Test
  void whatWasReadGrowsOldAndANewFrameBeginsAnew() throws Exception {
    Drifting drifting = Drifting.stem(1, 0.4);
    try (Driver driver = drifting.connect(directory.resolve("old"))) {
      Gate gate = drifting.gate(driver);
      assertThat(beyondDoubt(gate)).isEqualTo(Readback.fresh(Channel.DRIFT_AT_LEAST, 0));
      for (int call = 0; call < 20; call++) {
        assertThat(drifting.picture(gate, call)).isPresent();
      }
      double read = gate.state().readback(Channel.DRIFT).orElseThrow().value().canonical();
      double error = gate.state().readback(Channel.DRIFT_ERROR).orElseThrow().value().canonical();
      assertThat(read).isCloseTo(0.4 * drifting.pixel() / 60, within(5 * error));
      double known = beyondDoubt(gate).value().canonical();
      assertThat(known).isBetween(1e-12, read);
      gate.execute(Bench.key(301), new StemCommand.SetScan(32, new TimeSpan(1e-3)));
      drifting.picture(gate, 20);
      assertThat(beyondDoubt(gate).value().canonical()).isEqualTo(known);
      assertThat(beyondDoubt(gate).age().seconds()).isGreaterThan(1);
      drifting.picture(gate, 21);
      assertThat(beyondDoubt(gate).value().canonical()).isZero();
    }
  }

  private static Readback beyondDoubt(Gate gate) {
    return gate.state().readback(Channel.DRIFT_AT_LEAST).orElseThrow();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /**
   * Whole days of frames would take too long here: the rule is fed with the errors of the twins'
   * own registrations, as many standard errors each as were seen.
   */
  @Test
  void aSampleAtRestIsNotSaidToDrift() throws Exception {
    int alarms = 0;
    for (long seed = 0; seed < 2; seed++) {
      alarms += alarms(errors(Drifting.afm(seed, 0), "still-afm-" + seed), 17.5, seed);
      alarms += alarms(errors(Drifting.stem(seed, 0), "still-stem-" + seed), 4.5, seed);
    }
    Figures.atMost(
        "door-2d",
        "false alarms of drift, AFM and STEM, %d days of twin time".formatted(4 * DAYS),
        (double) alarms / (4 * DAYS),
        "1/day",
        1,
        "0–1");
    assertThat(alarms).isLessThanOrEqualTo(4 * DAYS);
  }

  /** The same with frames alone, one after the other. */
  @Test
  @Tag("long")
  void threeHoursOfFramesOfASampleAtRestAreNotSaidToDrift() throws Exception {
    Drifting drifting = Drifting.afm(1, 0);
    int alarms = 0;
    try (Driver driver = drifting.connect(directory.resolve("hours"))) {
      Gate gate = drifting.gate(driver);
      for (int call = 0; gate.state().elapsed().seconds() < HOURS; call++) {
        if (drifting.picture(gate, call).isEmpty()) {
          alarms++;
          gate.reset("operator", "it stands still");
        }
      }
    }
    Figures.lastingAtMost(
        "door-2e", "false alarms of drift in three hours of frames, AFM", alarms, "", 0, "1");
    assertThat(alarms).isZero();
  }

  /**
   * Errors of registrations, in their own standard errors. A second difference of three positions
   * in a row has six times the variance of one, and a slow wandering of the twin drops out of it.
   */
  private List<Double> errors(Drifting drifting, String name) throws Exception {
    List<Displacement> seen = new ArrayList<>();
    try (Driver driver = drifting.connect(directory.resolve(name))) {
      Gate gate = drifting.gate(driver);
      Field first = drifting.picture(gate, 0).orElseThrow();
      Registration registration = Registration.against(first);
      for (int call = 1; call <= 12; call++) {
        Field next = drifting.picture(gate, call).orElseThrow();
        seen.add(registration.of(next, Displacement.NONE).orElseThrow());
      }
    }
    List<Double> errors = new ArrayList<>();
    for (int i = 3; i < seen.size(); i++) {
      Displacement a = seen.get(i - 2);
      Displacement b = seen.get(i - 1);
      Displacement c = seen.get(i);
      double columns = a.columns() - 2 * b.columns() + c.columns();
      double rows = a.rows() - 2 * b.rows() + c.rows();
      errors.add(columns / Math.sqrt(6) / b.columnsError());
      errors.add(rows / Math.sqrt(6) / b.rowsError());
    }
    return errors;
  }

  private static int alarms(List<Double> errors, double period, long seed) {
    Draws draws = Draws.of(seed, "days at rest");
    int alarms = 0;
    boolean drifted = false;
    DriftTrack track = DriftTrack.from(DriftRule.typical(), new Sighting(0, 0, 0, 1, 1));
    while (track.last().seconds() < DAYS * DAY) {
      double x = errors.get(draws.below(errors.size()));
      double y = errors.get(draws.below(errors.size()));
      track = track.with(new Sighting(track.last().seconds() + period, x, y, 1, 1));
      boolean drifts = track.estimate().orElseThrow().atLeast() > 0;
      alarms += drifts && !drifted ? 1 : 0;
      drifted = drifts;
    }
    return alarms;
  }
}
