package dev.cantilever.drivers.scpi;

import static dev.cantilever.drivers.scpi.Station.act;
import static dev.cantilever.drivers.scpi.Station.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Lost, foreign and frozen instruments, stops, and what is known of a command afterwards. */
class ScpiLinkTest extends AtSupply {

  @Test
  void anotherInstrumentIsNotConnected() {
    server.supply.identity = "Example,HS3,4711,1.3";
    assertThatThrownBy(this::connect)
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("Example,HS3,4711,1.3");
    assertThat(server.supply.acts()).isEmpty();
  }

  @Test
  void anotherInstrumentOnTheSameSocketGetsNothing() throws IOException {
    try (Gate gate = connect()) {
      server.unplug();
      server.supply.identity = "Example,HS2,4712,1.3";
      server.plugIn();
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      assertThat(gate.execute(Installed.key(1), set("voltage 1", 1)))
          .isInstanceOf(Verdict.Refused.class);
      assertThat(server.supply.acts()).isEmpty();
    }
  }

  @Test
  void aFrozenInstrumentIsGivenUpAtTheDeadline() throws IOException {
    try (Gate gate = connect()) {
      for (String from : new String[] {"SOUR1:VOLT 5", "SOUR1:VOLT?", "SYST:ERR?"}) {
        assertThat(gate.state().device()).isEqualTo(DeviceState.READY);
        server.front.freezeAt(from);
        long began = System.nanoTime();
        Outcome outcome = act(gate, from.length(), set("voltage 1", 5));
        assertThat(millisSince(began)).as(from).isLessThan(WITHIN_MILLIS);
        assertThat(outcome)
            .isInstanceOf(from.endsWith("?") ? Outcome.Failed.class : Outcome.Unknown.class);
        server.front.thaw();
        assertThat(gate.recall(Installed.key(from.length())))
            .isInstanceOf(Recollection.NeverArrived.class);
      }
      assertThat(server.supply.times("SOUR1:VOLT 5")).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aFrozenInstrumentIsOfflineAtTheDeadline() throws IOException {
    try (Gate gate = connect()) {
      server.front.freezeAt("MEAS");
      long began = System.nanoTime();
      InstrumentState state = gate.state();
      assertThat(millisSince(began)).isLessThan(WITHIN_MILLIS);
      assertThat(state.device()).isEqualTo(DeviceState.OFFLINE);
      assertThat(state.quality()).isEqualTo(Quality.BAD);
      server.front.thaw();
      assertThat(gate.state().device()).isEqualTo(DeviceState.READY);
    }
  }

  @Test
  void aStopComesBetweenTheLinesOfACommandAndEndsIt() throws Exception {
    String slow =
        Station.description().replace("{setting.value-273.15} | 0.5", "{setting.value+500} | 0.5");
    try (Gate gate = Station.gate(directory, server.address(), slow)) {
      act(gate, 1, set("output", 1));
      CompletableFuture<Outcome> ramp = CompletableFuture.supplyAsync(() -> act(gate, 2, RAMP));
      while (server.supply.times("SOUR2:TEMP 200") == 0) {
        Thread.sleep(1);
      }
      long began = System.nanoTime();
      gate.stop("enough");
      assertThat(millisSince(began)).isLessThan(WITHIN_MILLIS);
      assertThat(server.supply.times("OUTP:ALL OFF")).isPositive();
      assertThat(server.supply.isOn()).isFalse();
      assertThat(ramp.get(1, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
      assertThat(gate.proves()).isTrue();
    }
  }

  @Test
  void aStopThatCannotArriveIsOwedAndComesFirst() throws IOException {
    try (Gate gate = connect()) {
      act(gate, 1, set("output", 1));
      server.unplug();
      assertThat(gate.proves()).isFalse();
      gate.stop("enough");
      assertThat(server.supply.isOn()).isTrue();
      int before = server.supply.heard().size();
      server.plugIn();
      assertThat(gate.state().device()).isEqualTo(DeviceState.READY);
      assertThat(server.supply.heard().subList(before, before + 3))
          .containsExactly("*IDN?", "OUTP:ALL OFF", "*IDN?");
      assertThat(gate.proves()).isTrue();
    }
  }

  @Test
  void whatWasIntendedWhenTheProgramDiedIsFoundOutByLooking() throws IOException {
    for (int call : new int[] {1, 2}) {
      Path home = Files.createDirectory(directory.resolve("died-" + call));
      Entry intended =
          Entry.intended(set("voltage 1", 5), List.of(new Reading.Outcome("voltage 1", 0, 0)));
      try (DeviceLedger<Entry> ledger =
          DeviceLedger.open(home.resolve("ledger.tsv"), new Entry.Form())) {
        ledger.write(new Deed<>(Installed.key(1).toString(), "device.set", intended, 0));
      }
      if (call == 2) {
        server.supply.tell("SOUR1:VOLT 5");
      }
      try (Gate gate = Station.gate(home, server.address())) {
        assertThat(gate.recall(Installed.key(1)))
            .isInstanceOf(call == 1 ? Recollection.NeverArrived.class : Recollection.Done.class);
      }
    }
    assertThat(server.supply.acts()).isEqualTo("SOUR1:VOLT 5");
  }

  @Test
  void whatWasLostBeforeAStopCannotBeTold() throws IOException {
    try (Gate gate = connect()) {
      server.front.freezeAt("OUTP 1");
      assertThat(act(gate, 1, set("output", 1))).isInstanceOf(Outcome.Unknown.class);
      server.front.thaw();
      gate.stop("enough");
      assertThat(gate.recall(Installed.key(1))).isInstanceOf(Recollection.CannotTell.class);
      assertThat(server.supply.isOn()).isFalse();
    }
  }
}
