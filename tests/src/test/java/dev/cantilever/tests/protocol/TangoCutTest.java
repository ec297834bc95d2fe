package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device behind a wire that breaks; the device counts what is written to it. */
class TangoCutTest {

  private static final int STEP = 23;

  @TempDir private Path directory;

  @Test
  void noByteAtWhichTheConnectionIsKilledRepeatsAWriteOrLosesIt() throws IOException {
    int port = CirculatorTest.freePort();
    Bench.lay(directory, "furnace.tango");
    Files.writeString(
        directory.resolve("furnace.tango"),
        "channel pressure = writes\n",
        StandardOpenOption.APPEND);
    int cuts = 0;
    int wrong = 0;
    try (Relay relay = new Relay(port);
        TangoFurnace furnace = TangoFurnace.serve(directory, port, relay.port());
        Gate gate = TangoFurnace.connect(directory, TangoFurnace.address(relay.port()))) {
      long[] before = relay.bytes();
      Bench.act(gate, 1, Bench.set("setpoint", 301));
      long in = relay.bytes()[0] - before[0];
      long out = relay.bytes()[1] - before[1];
      for (long at = 1; at < in + out; at += STEP) {
        int call = ++cuts + 1;
        double writes = writes(gate);
        relay.cutAfter(at < in ? at : Relay.NEVER, at < in ? Relay.NEVER : at - in);
        Verdict verdict = gate.execute(Bench.key(call), Bench.set("setpoint", 301 + call));
        relay.cutAfter(Relay.NEVER, Relay.NEVER);
        Bench.await("the furnace", () -> gate.state().device() == DeviceState.READY);
        Recollection recalled = gate.recall(Bench.key(call));
        wrong += isTrue(verdict, recalled, writes(gate) - writes) ? 0 : 1;
        gate.reset("operator", "looked at it");
      }
      assertThat(furnace.says("writes")).isEqualTo("%.0f".formatted(writes(gate)));
    }
    System.out.printf("Tango connection killed %d times%n", cuts);
    assertThat(cuts).isGreaterThan(50);
    assertThat(wrong).isZero();
  }

  private static double writes(Gate gate) {
    return gate.state().readback(Channel.PRESSURE).orElseThrow().value().canonical();
  }

  /** A write that never arrived cannot be told from one that a stop set back. */
  private static boolean isTrue(Verdict verdict, Recollection recalled, double times) {
    boolean said =
        !(verdict instanceof Verdict.Acted acted)
            || switch (acted.outcome()) {
              case Outcome.Completed done -> times == 1;
              case Outcome.Failed failed -> times == 0;
              case Outcome.Unknown unknown -> true;
            };
    return said
        && (times == 1
            ? recalled instanceof Recollection.Done
            : times == 0 && !(recalled instanceof Recollection.Done));
  }
}
