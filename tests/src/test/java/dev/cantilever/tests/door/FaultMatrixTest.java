package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.care.TimelyDriver;
import dev.cantilever.drivers.care.WatchfulDriver;
import dev.cantilever.drivers.fault.Fault;
import dev.cantilever.drivers.fault.FaultScript;
import dev.cantilever.drivers.fault.FaultyDriver;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.permit.Watchdog;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault on every twin: what the kernel makes of it, as a table. */
class FaultMatrixTest {

  /** Move, measure, measure, move back, measure: the faults befall or follow number 2 or 4. */
  private static final int COMMANDS = 5;

  private static final Duration READS = Duration.ofSeconds(5);

  @TempDir private Path directory;
  private int call;

  /** What came of a trial. */
  private record Reaction(Severity severity, String outcome, boolean stopped, int reached) {
    @Override
    public String toString() {
      return "%s %s%s".formatted(severity, outcome, stopped ? " stop" : "");
    }
  }

  @Test
  void everyFaultOnEveryTwinIsAnsweredAsItMustBe() throws Exception {
    Map<Fault, List<String>> matrix = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    int trials = 0;
    for (Bench bench : Bench.all()) {
      try (Driver twin = connected(bench)) {
        for (Fault fault : Fault.values()) {
          List<String> row = matrix.computeIfAbsent(fault, key -> new ArrayList<>());
          if (needsMotion(fault) && !bench.moves()) {
            row.add("nothing moves");
          } else {
            trials++;
            row.add(judged(bench, twin, fault, wrong));
          }
        }
      }
    }
    String line = "%-4s %-18s %-24s %-24s %-24s %-24s %s%n";
    System.out.printf(line, "", "fault", "afm", "pfm", "stem", "library", "furnace");
    matrix.forEach(
        (fault, row) ->
            System.out.printf(
                line,
                fault.row(),
                fault,
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4)));
    Figures.atMost(
        "door-2a",
        "faults on twins that are not answered as docs/faults.md says, of %d".formatted(trials),
        wrong.size(),
        "faults",
        0,
        "-");
    assertThat(wrong).isEmpty();
  }

  private String judged(Bench bench, Driver twin, Fault fault, List<String> wrong) {
    Reaction reaction = trial(bench, twin, fault);
    String name = "%s on %s".formatted(fault, bench.name());
    if (!reaction.toString().equals(demanded(fault))) {
      wrong.add("%s: %s, not %s".formatted(name, reaction, demanded(fault)));
    }
    assertThat(reaction.reached()).as(name).isLessThanOrEqualTo(COMMANDS);
    return reaction.toString();
  }

  private static boolean needsMotion(Fault fault) {
    return isOfMove(fault) || fault == Fault.MOVED_BY_HAND;
  }

  /** Severity, then what the command that met the fault came to, then whether it was stopped. */
  private static String demanded(Fault fault) {
    return switch (fault) {
      case READ_TIMEOUT -> "NONE Completed GOOD";
      case TIMEOUT_BEFORE, TIMEOUT_AFTER, LATE_REPLY, DISCONNECT_DURING, FREEZE ->
          "HOLD Unknown stop";
      case WRONG_LENGTH, WRONG_TYPE -> "HOLD Unknown stop";
      case DISCONNECT_BEFORE, MOVED_BY_HAND, LOST_POSITION -> "HOLD Refused";
      case WRONG_DEVICE, ALARM -> "TRIP Refused stop";
      case NOT_A_NUMBER, INFINITE -> "NONE Completed BAD";
      case SATURATED -> "NONE Completed SATURATED";
      case FROZEN, DUPLICATE_REPLY -> "NONE Completed STALE";
      case STUCK, SILENT_REJECT -> "HOLD Unknown stop";
      case OVERSHOOT -> "SAFE_STOP Unknown stop";
      case READBACK -> "SAFE_STOP Refused stop";
    };
  }

  private Driver connected(Bench bench) throws Exception {
    return bench.connect(Files.createDirectories(directory.resolve(bench.name())));
  }

  /** Also after a trial that ended with a probe withdrawn. */
  private void prepare(Bench bench, Driver twin) {
    Gate gate = bench.gate(new Counting(twin), () -> 0, List.of());
    for (Command command : bench.preparation()) {
      if (gate.check(command) instanceof Decision.Permitted) {
        String outcome = outcome(gate.execute(Bench.key(++call), command));
        assertThat(outcome).as("%s", command).startsWith("Completed");
      }
    }
  }

  private Reaction trial(Bench bench, Driver twin, Fault fault) {
    prepare(bench, twin);
    FaultScript script =
        fault == Fault.READBACK
            ? FaultScript.readback(2, bench.watched().channel(), Double.NaN)
            : FaultScript.of(
                fault, isOfMove(fault) ? 4 : fault.isBetween() ? 2 : 3, size(bench, fault));
    FaultyDriver faulty = new FaultyDriver(twin, script);
    Counting counting = new Counting(new TimelyDriver(faulty, READS, patience(fault)));
    Gate gate =
        bench.gate(new WatchfulDriver(counting), System::nanoTime, List.of(bench.watched()));
    List<Command> commands =
        List.of(
            bench.move().apply(bench.unit()),
            bench.measure(),
            bench.measure(),
            bench.move().apply(2 * bench.unit()),
            bench.measure());
    String met = "";
    for (Command command : commands) {
      met = outcome(gate.execute(Bench.key(++call), command));
      if (fault == Fault.READBACK && counting.reached.size() == 2) {
        awaitStop(gate, counting);
      }
      if (!met.equals("Completed GOOD")) {
        break;
      }
    }
    faulty.thaw();
    assertThat(counting.reached).doesNotHaveDuplicates();
    return new Reaction(
        gate.guard().severity(), met, counting.stops.get() > 0, counting.reached.size());
  }

  private static Duration patience(Fault fault) {
    return fault == Fault.FREEZE ? Duration.ofMillis(500) : Duration.ofMinutes(1);
  }

  private static boolean isOfMove(Fault fault) {
    return switch (fault) {
      case STUCK, OVERSHOOT, SILENT_REJECT -> true;
      default -> false;
    };
  }

  private static double size(Bench bench, Fault fault) {
    return switch (fault) {
      case READ_TIMEOUT -> 2;
      case MOVED_BY_HAND -> 20 * bench.unit();
      default -> 0.5;
    };
  }

  private static void awaitStop(Gate gate, Counting counting) {
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      long end = System.nanoTime() + 5_000_000_000L;
      while (counting.stops.get() == 0 && System.nanoTime() < end) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  static String outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> "Refused";
      case Verdict.Acted acted ->
          switch (acted.outcome()) {
            case Outcome.Completed done -> "Completed " + quality(done.reading());
            case Outcome.Failed failed -> "Failed";
            case Outcome.Unknown unknown -> "Unknown";
          };
    };
  }

  /** The worst of all its parts. */
  private static Quality quality(Reading reading) {
    TreeSet<Quality> all = new TreeSet<>(List.of(Quality.GOOD));
    switch (reading) {
      case Reading.Loop loop -> all.add(loop.spectrum().quality());
      case Reading.Scan scan -> scan.frames().forEach(frame -> all.add(frame.quality()));
      case Reading.Curves curves -> curves.spectra().forEach(one -> all.add(one.quality()));
      case Reading.Estimates found -> found.spectra().forEach(one -> all.add(one.quality()));
      case Reading.ProbePosition at -> all.add(Quality.GOOD);
      case Reading.Trial trial -> all.add(Quality.GOOD);
    }
    return all.last();
  }
}
