package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A serial instrument loses its cable at every byte of a command and of its answers. */
@Isolated // its source answers within 100 ms
class SerialCableTest {

  private static final long NEVER = Long.MAX_VALUE;

  @TempDir private Path directory;
  private final Map<String, Integer> ends = new TreeMap<>();
  private SerialSource source;
  private Gate gate;
  private int call;
  private int repeated;
  private int lost;

  @Test
  void noByteAtWhichTheCableComesOffRepeatsACommandOrLosesAnOutcome() throws IOException {
    Programs.find("socat", SerialSource.REMEDY);
    Bench.lay(directory, "source.scpi");
    try (SerialSource opened = new SerialSource(directory)) {
      source = opened;
      gate = connect();
      long[] whole = undisturbed();
      for (long in = 1; in <= whole[0]; in++) {
        cut(in, NEVER);
      }
      for (long out = 1; out <= whole[1]; out++) {
        cut(NEVER, out);
      }
      gate.close();
    }
    System.out.printf("serial cable off %d times: %s%n", call - 1, ends);
    Figures.atMost(
        "door-5",
        "commands repeated or lost, serial cable off at each of %d bytes".formatted(call - 1),
        repeated + lost,
        "",
        0,
        "-");
    assertThat(repeated).isZero();
    assertThat(lost).isZero();
    assertThat(ends).containsKeys("Failed", "Unknown, done", "Unknown, not done");
  }

  private Gate connect() {
    return Bench.gate(
        Bench.connect(
            "scpi",
            directory,
            Map.of(
                "connection",
                "serial:" + source.port() + "?baud=115200",
                "description",
                "source.scpi")),
        "voltage");
  }

  private long[] undisturbed() {
    long[] before = source.bytes();
    assertThat(Bench.act(gate, ++call, Bench.set("voltage", 1)))
        .isInstanceOf(Outcome.Completed.class);
    long[] after = source.bytes();
    return new long[] {after[0] - before[0], after[1] - before[1]};
  }

  /** Every command sets another voltage, so that each can be counted. */
  private void cut(long in, long out) throws IOException {
    String volts = "1.%04d".formatted(++call * 10 + 1);
    source.pullAfter(in, out);
    Verdict verdict =
        gate.execute(Bench.key(call), Bench.set("voltage", Double.parseDouble(volts)));
    source.pullAfter(NEVER, NEVER);
    if (!source.isPlugged()) {
      source.plugIn();
    }
    Bench.await("the source", () -> gate.state().device() == DeviceState.READY);
    judge(verdict, "VOLT " + volts);
  }

  private void judge(Verdict verdict, String line) {
    Recollection recalled = gate.recall(Bench.key(call));
    long times = source.times(line);
    repeated += times > 1 ? 1 : 0;
    boolean isKnown =
        times == 0
            ? recalled instanceof Recollection.NeverArrived
            : recalled instanceof Recollection.Done;
    lost += isKnown && isHonest(verdict, times) ? 0 : 1;
  }

  /** What was said at once is true; counts it. */
  private boolean isHonest(Verdict verdict, long times) {
    if (!(verdict instanceof Verdict.Acted acted)) {
      ends.merge("Refused", 1, Integer::sum);
      return times == 0;
    }
    return switch (acted.outcome()) {
      case Outcome.Completed done -> ends.merge("Completed", 1, Integer::sum) > 0 && times == 1;
      case Outcome.Failed failed -> ends.merge("Failed", 1, Integer::sum) > 0 && times == 0;
      case Outcome.Unknown unknown ->
          ends.merge(times == 0 ? "Unknown, not done" : "Unknown, done", 1, Integer::sum) > 0;
    };
  }
}
