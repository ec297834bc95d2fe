package dev.cantilever.drivers.replay;

import static dev.cantilever.drivers.replay.ShippedLoops.LOOP;
import static dev.cantilever.drivers.replay.ShippedLoops.OPTIONS;
import static dev.cantilever.drivers.replay.ShippedLoops.connect;
import static dev.cantilever.drivers.replay.ShippedLoops.gate;
import static dev.cantilever.drivers.replay.ShippedLoops.key;
import static dev.cantilever.drivers.replay.ShippedLoops.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGridDriverTest {

  private static final TimeSpan PER_LOOP = new TimeSpan(2.35);

  @TempDir Path directory;

  @Test
  void describesItselfFromItsProfileAndItsData() {
    try (Driver driver = connect(directory, OPTIONS)) {
      assertThat(driver.describe().title()).isEqualTo("microscope");
      assertThat(driver.describe().sample()).isEqualTo("PbTiO3 film");
      assertThat(driver.describe().twin()).isTrue();
      assertThat(driver.describe().loops().orElseThrow().sites().size()).isEqualTo(2500);
      assertThat(driver.describe().loops().orElseThrow().timePerSite()).isEqualTo(PER_LOOP);
      assertThat(driver.describe().loops().orElseThrow().bias()).isEqualTo(new Voltage(8.5));
      assertThat(driver.describe().loops().orElseThrow().steps()).isEqualTo(64);
    }
  }

  @Test
  void movesAndTakesTheLoopOfTheSiteItStandsOn() {
    try (Gate gate = gate(directory)) {
      for (int site : new int[] {0, 1, 50, 1234, 2499}) {
        SurfacePoint point = gate.describe().loops().orElseThrow().sites().point(site);
        assertThat(act(gate, 2 * site + 1, move(point)))
            .isEqualTo(new Outcome.Completed(new Reading.ProbePosition(point), new TimeSpan(0)));
        assertThat(act(gate, 2 * site + 2, LOOP)).isEqualTo(loopAt(gate, site));
      }
    }
  }

  /** Whether the line reached the ledger is not known, so neither is whether the move was made. */
  @Test
  void saysUnknownWhereItsLedgerCannotBeWritten() {
    Gate gate = gate(directory);
    SurfacePoint point = gate.describe().loops().orElseThrow().sites().point(3);
    gate.close();
    assertThat(gate.execute(key(1), move(point)))
        .isInstanceOfSatisfying(
            Verdict.Acted.class,
            acted -> assertThat(acted.outcome()).isInstanceOf(Outcome.Unknown.class));
  }

  @Test
  void letsTimePassForLoopsAlone() {
    try (Gate gate = gate(directory)) {
      assertThat(gate.state().elapsed()).isEqualTo(new TimeSpan(0));
      SurfacePoint point = gate.describe().loops().orElseThrow().sites().point(7);
      assertThat(gate.estimate(move(point)).travel()).isEqualTo(point.x());
      act(gate, 1, move(point));
      assertThat(gate.state().elapsed()).isEqualTo(new TimeSpan(0));
      act(gate, 2, LOOP);
      act(gate, 3, LOOP);
      assertThat(gate.state().elapsed().seconds()).isCloseTo(4.7, within(1e-12));
      assertThat(gate.state().loops()).isEqualTo(2);
      assertThat(gate.spent().loops()).isEqualTo(2);
    }
  }

  @Test
  void remembersItsPastWhenItIsConnectedAgain() {
    InstrumentState before;
    try (Gate gate = gate(directory)) {
      act(gate, 1, move(gate.describe().loops().orElseThrow().sites().point(321)));
      act(gate, 2, LOOP);
      act(gate, 3, LOOP);
      before = gate.state();
    }
    try (Gate gate = gate(directory)) {
      assertThat(gate.state()).isEqualTo(before);
      assertThat(gate.state().loops()).isEqualTo(2);
      act(gate, 4, LOOP);
      assertThat(gate.state().loops()).isEqualTo(3);
    }
  }

  @Test
  void recallsWhatItDidAndWhatNeverArrived() {
    Outcome.Completed moved;
    Outcome.Completed looped;
    try (Gate gate = gate(directory)) {
      moved = act(gate, 1, move(gate.describe().loops().orElseThrow().sites().point(321)));
      looped = act(gate, 2, LOOP);
      act(gate, 3, move(gate.describe().loops().orElseThrow().sites().point(0)));
    }
    try (Gate gate = gate(directory)) {
      assertThat(gate.recall(key(1)))
          .isEqualTo(new Recollection.Done(moved.reading(), moved.duration()));
      assertThat(gate.recall(key(2)))
          .isEqualTo(new Recollection.Done(looped.reading(), looped.duration()));
      assertThat(gate.recall(key(4))).isEqualTo(new Recollection.NeverArrived());
    }
  }

  /** Ledgers outlive this program: those of earlier versions must read, and look, as ever. */
  @Test
  void writesItsLedgerAsEver() throws IOException {
    Path ledger = directory.resolve("ledger.tsv");
    String earlier =
        """
        run-0001/call-1\tspm.move_probe\t3.26530612244898E-7\t1.0\t0.0
        run-0001/call-2\tspm.loop\t3.26530612244898E-7\t1.0\t2.35
        """;
    Files.writeString(ledger, earlier);
    try (Gate gate = gate(directory)) {
      assertThat(gate.state().position()).isEqualTo(SurfacePoint.metres(3.26530612244898E-7, 1));
      assertThat(gate.state().loops()).isEqualTo(1);
      act(gate, 3, move(SurfacePoint.metres(0, -0.0)));
      act(gate, 4, LOOP);
    }
    assertThat(Files.readString(ledger))
        .isEqualTo(
            earlier
                + """
                run-0001/call-3\tspm.move_probe\t0.0\t-0.0\t0.0
                run-0001/call-4\tspm.loop\t0.0\t-0.0\t2.35
                """);
  }

  @Test
  void refusesALedgerOfAnotherKindOfInstrument() throws IOException {
    for (String other : List.of("a\tspm.loop\t1\t1.0\n", "a\tspm.loop\t1\t2\t3\t1.0\n")) {
      Files.writeString(directory.resolve("ledger.tsv"), other);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> connect(directory, OPTIONS))
          .withMessageContaining("ledger cannot be used");
    }
  }

  @Test
  void refusesLoopsThatWereNotRecorded() {
    try (Gate gate = gate(directory)) {
      for (HysteresisLoop other :
          List.of(
              new HysteresisLoop(new Voltage(Math.nextDown(8.5)), 64),
              new HysteresisLoop(new Voltage(9), 64),
              new HysteresisLoop(new Voltage(8.5), 63))) {
        assertThat(refusal(gate, other))
            .contains("pfm-pto", "8.5 V in 64 steps only", "ask for those");
      }
      assertThat(gate.state().loops()).isZero();
    }
  }

  @Test
  void refusesALoopBesideTheSites() {
    try (Gate gate = gate(directory)) {
      SiteGrid sites = gate.describe().loops().orElseThrow().sites();
      double pitch = sites.point(1).x().metres();
      act(gate, 1, move(SurfacePoint.metres(1.011 * pitch, 0)));
      assertThat(refusal(gate, LOOP))
          .contains("from the nearest recorded site", "move to (" + sites.point(1).x());
      act(gate, 2, move(SurfacePoint.metres(1.009 * pitch, 0)));
      assertThat(gate.execute(key(3), LOOP)).isInstanceOf(Verdict.Acted.class);
      act(gate, 4, move(SurfacePoint.metres(-0.5, -0.5)));
      assertThat(refusal(gate, LOOP)).contains("from the nearest recorded site");
    }
  }

  @Test
  void doesNothingAndWritesNothingAfterAStop() {
    try (Gate gate = gate(directory)) {
      gate.stop("smoke");
      gate.execute(key(1), LOOP);
      assertThat(gate.state().loops()).isZero();
      assertThat(gate.recall(key(1))).isEqualTo(new Recollection.NeverArrived());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "dataset", "title", "sample", "time_per_site"})
  void namesTheOptionThatItsProfileLacks(String option) {
    Map<String, String> options = new HashMap<>(OPTIONS);
    options.remove(option);
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> connect(directory, options))
        .withMessageContaining("pfm-pto")
        .withMessageContaining("\"" + option + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.35", "0 s", "-1 s", "2.35 m", "soon"})
  void namesATimePerSiteThatIsNone(String text) {
    Map<String, String> options = new HashMap<>(OPTIONS);
    options.put("time_per_site", text);
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> connect(directory, options))
        .withMessageContaining("time_per_site");
  }

  @Test
  void isLockedAgainstASecondControllerUntilItIsClosed() {
    try (Driver first = connect(directory, OPTIONS)) {
      assertThat(first.state().loops()).isZero();
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> connect(directory, OPTIONS))
          .withMessageContaining("controls this instrument");
    }
    connect(directory, OPTIONS).close();
  }

  private static Outcome loopAt(Gate gate, int site) {
    Reading reading =
        new Reading.Loop(
            gate.describe().loops().orElseThrow().sites().point(site),
            gate.truth().orElseThrow().spectrum(site));
    return new Outcome.Completed(reading, PER_LOOP);
  }

  private static Outcome.Completed act(Gate gate, int call, Command command) {
    Verdict verdict = gate.execute(key(call), command);
    assertThat(verdict).isInstanceOf(Verdict.Acted.class);
    return (Outcome.Completed) ((Verdict.Acted) verdict).outcome();
  }

  private static String refusal(Gate gate, Command command) {
    Verdict verdict = gate.execute(key(99), command);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).problems().getFirst().message();
  }
}
