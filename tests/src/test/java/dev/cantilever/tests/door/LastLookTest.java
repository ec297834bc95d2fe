package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.ising.IsingFactory;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLookTest {

  @TempDir private Path folder;

  /** As if the first check were broken: its envelope allows the move, the file's text does not. */
  @Test
  void aTwinShowsEveryCommandToTheSecondCheckBeforeItActs() {
    Bench bench = Bench.library();
    SecondCheck text =
        SecondCheck.by(
            Map.of(
                "stage_x", new double[] {0, 1e-4},
                "stage_y", new double[] {0, 1e-2},
                "stage_speed", new double[] {0, 1e-2}));
    EnvelopeStatus broken = new EnvelopeStatus.Loaded(Bench.wide(List.of()), "sha256:0", text);
    try (Driver twin = bench.connect(folder)) {
      Gate gate = new Gate(twin, broken, System::nanoTime);
      bench.preparation().forEach(command -> gate.execute(Bench.key(9), command));
      assertRefused(gate.execute(Bench.key(1), bench.move().apply(1e-3)));
      assertThat(twin.recall(Bench.key(1))).isInstanceOf(Recollection.NeverArrived.class);
      Verdict inside = gate.execute(Bench.key(2), bench.move().apply(5e-5));
      assertThat(((Verdict.Acted) inside).outcome()).isInstanceOf(Outcome.Completed.class);
    }
  }

  @Test
  void anInstrumentOfConditionsShowsEveryConditionToTheSecondCheck() {
    SecondCheck text =
        SecondCheck.by(
            Map.of(
                "parameter coupling", new double[] {0.2, 0.5},
                "fidelity", new double[] {0, 0}));
    EnvelopeStatus broken = new EnvelopeStatus.Loaded(Bench.wide(List.of()), "sha256:0", text);
    try (Driver ising = ising()) {
      Gate gate = new Gate(ising, broken, System::nanoTime);
      assertRefused(gate.execute(Bench.key(1), coupling(0.6)));
      assertThat(ising.recall(Bench.key(1))).isInstanceOf(Recollection.NeverArrived.class);
      Verdict inside = gate.execute(Bench.key(2), coupling(0.4));
      assertThat(((Verdict.Acted) inside).outcome()).isInstanceOf(Outcome.Completed.class);
    }
  }

  private static void assertRefused(Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Acted.class,
            acted ->
                assertThat(acted.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("second check")));
  }

  private Driver ising() {
    Map<String, String> options = new TreeMap<>();
    options.put("title", "Ising");
    options.put("sample", "lattice");
    options.put("seed", "2");
    options.put("fidelities", "small 8");
    options.put("coupling", "0.2 to 0.7");
    options.put("equilibration", "10");
    options.put("measured", "100");
    options.put("time_per_spin", "1 ns");
    return new IsingFactory().open(new DriverSetup(new InstrumentId("ising"), folder, options));
  }

  private static Evaluate coupling(double value) {
    return new Evaluate(List.of(new Setting("coupling", value)), 0);
  }
}
