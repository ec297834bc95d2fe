package dev.cantilever.drivers.scpi;

import static dev.cantilever.drivers.scpi.Station.act;
import static dev.cantilever.drivers.scpi.Station.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read over a socket, garbage and floods included. */
class ScpiReadTest extends AtSupply {

  @ParameterizedTest
  @ValueSource(
      strings = {"nan", "9.91E37", "9.9E37", "-9.9E37", "", "12 V", "1e999", "0x10", "\u00e9"})
  void garbageIsBadAndHoldsEverythingBack(String reply) throws IOException {
    try (Gate gate = connect()) {
      server.supply.spoiltReply = reply.isEmpty() ? " " : reply;
      InstrumentState state = gate.state();
      assertThat(state.quality()).isEqualTo(Quality.BAD);
      assertThat(state.readback(Channel.BIAS).orElseThrow().quality()).isEqualTo(Quality.BAD);
      assertThat(gate.execute(Installed.key(1), set("voltage 1", 1)))
          .isInstanceOf(Verdict.Refused.class);
      server.supply.spoiltReply = "";
      assertThat(gate.state().quality()).isEqualTo(Quality.GOOD);
    }
  }

  @Test
  void aReadIsRepeatedThriceAtMost() throws IOException {
    try (Gate gate = connect()) {
      server.supply.spoiltReply = "garbage";
      long before = server.supply.times("MEAS1:VOLT?");
      assertThat(gate.state().quality()).isEqualTo(Quality.BAD);
      assertThat(server.supply.times("MEAS1:VOLT?") - before).isEqualTo(3);
    }
  }

  @Test
  void aReplyWithoutEndIsCutOff() throws IOException {
    try (Gate gate = connect()) {
      server.supply.spoiltReply = "9".repeat(100_000);
      long began = System.nanoTime();
      assertThat(gate.state().quality()).isEqualTo(Quality.BAD);
      assertThat(millisSince(began)).isLessThan(WITHIN_MILLIS);
    }
  }

  @Test
  void aPureReadNeedsNoLedgerAndYieldsNumbers() throws IOException {
    try (Gate gate = connect()) {
      act(gate, 1, set("voltage 1", 4));
      act(gate, 2, set("output", 1));
      assertThat(((Outcome.Completed) act(gate, 3, new SpmCommand.ReadMeters())).reading())
          .isEqualTo(new Reading.Trial(List.of(new Reading.Outcome("voltage", 4, 0))));
    }
  }
}
