package dev.cantilever.drivers.scpi;

import static dev.cantilever.drivers.scpi.Station.act;
import static dev.cantilever.drivers.scpi.Station.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Cuts the wire at a chosen byte of a command and looks what became of it: at most one actuation
 * reached the instrument, and what is said of it, now and from the ledger, is true.
 */
final class Cuts {

  /** How a cut command ended. */
  enum End {
    REFUSED,
    FAILED,
    UNKNOWN,
    COMPLETED
  }

  private final Front front;
  private final Gate gate;
  private final Map<End, Integer> ends = new EnumMap<>(End.class);
  private int call;

  Cuts(Front front, Gate gate) {
    this.front = front;
    this.gate = gate;
  }

  /** Bytes to and from the instrument for one command that nothing disturbs. */
  long[] undisturbed() {
    long in = front.bytesIn();
    long out = front.bytesOut();
    act(gate, ++call, set("voltage 1", 1));
    return new long[] {front.bytesIn() - in, front.bytesOut() - out};
  }

  /** One command with one cut; every command sets another voltage, so that each can be counted. */
  void cut(long in, long out) {
    call++;
    String line = "SOUR1:VOLT %d.%03d".formatted(1 + call / 999, 1 + call % 999);
    line = line.replaceAll("0+$", "");
    double value = Double.parseDouble(line.substring(11));
    int before = front.cuts();
    front.cutAfter(in, out);
    End end = judge(gate.execute(Installed.key(call), set("voltage 1", value)), line);
    ends.merge(end, 1, Integer::sum);
    assertThat(front.cuts()).as("byte %d in, %d out", in, out).isLessThanOrEqualTo(before + 1);
    front.cutAfter(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(gate.state().device()).as("after %s", line).isEqualTo(DeviceState.READY);
    assertThat(front.supply.times(line)).as("never again").isLessThanOrEqualTo(1);
  }

  private End judge(Verdict verdict, String line) {
    long times = front.supply.times(line);
    Recollection recalled = gate.recall(Installed.key(call));
    if (!(verdict instanceof Verdict.Acted acted)) {
      assertThat(times).isZero();
      assertThat(recalled).isInstanceOf(Recollection.NeverArrived.class);
      return End.REFUSED;
    }
    return switch (acted.outcome()) {
      case Outcome.Completed done -> {
        assertThat(times).isEqualTo(1);
        assertThat(recalled).isInstanceOf(Recollection.Done.class);
        yield End.COMPLETED;
      }
      case Outcome.Failed failed -> {
        assertThat(times).isZero();
        assertThat(recalled).isInstanceOf(Recollection.NeverArrived.class);
        yield End.FAILED;
      }
      case Outcome.Unknown unknown -> {
        assertThat(recalled)
            .isInstanceOf(times == 1 ? Recollection.Done.class : Recollection.NeverArrived.class);
        yield End.UNKNOWN;
      }
    };
  }

  int count(End end) {
    return ends.getOrDefault(end, 0);
  }

  @Override
  public String toString() {
    return ends.toString();
  }
}
