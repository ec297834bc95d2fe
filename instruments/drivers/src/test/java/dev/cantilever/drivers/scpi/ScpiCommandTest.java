package dev.cantilever.drivers.scpi;

import static dev.cantilever.drivers.scpi.Station.act;
import static dev.cantilever.drivers.scpi.Station.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.quantity.Volume;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands over a socket, with a supply that keeps a record of its own. */
class ScpiCommandTest extends AtSupply {

  @Test
  void aSettingIsSentOnceReadBackAndRemembered() throws IOException {
    try (Gate gate = connect()) {
      assertThat(act(gate, 1, set("voltage 1", 12.345)))
          .isInstanceOfSatisfying(
              Outcome.Completed.class,
              done ->
                  assertThat(done.reading())
                      .isEqualTo(
                          new Reading.Trial(List.of(new Reading.Outcome("voltage 1", 12.345, 0)))));
      assertThat(server.supply.acts()).isEqualTo("SOUR1:VOLT 12.345");
      assertThat(gate.recall(Installed.key(1))).isInstanceOf(Recollection.Done.class);
      assertThat(gate.recall(Installed.key(2))).isInstanceOf(Recollection.NeverArrived.class);
    }
    try (Gate again = connect()) {
      assertThat(((Recollection.Done) again.recall(Installed.key(1))).reading())
          .isEqualTo(new Reading.Trial(List.of(new Reading.Outcome("voltage 1", 12.345, 0))));
    }
  }

  @Test
  void unitsAreConvertedBothWaysAndASettlingIsAwaited() throws IOException {
    try (Gate gate = connect()) {
      Outcome outcome = act(gate, 1, RAMP);
      assertThat(server.supply.acts()).isEqualTo("SOUR2:RATE 30 / SOUR2:TEMP 200");
      Reading.Trial trial = (Reading.Trial) ((Outcome.Completed) outcome).reading();
      assertThat(trial.outcomes()).contains(new Reading.Outcome("heater", 473.15, 0));
      InstrumentState state = gate.state();
      assertThat(state.readback(Channel.TEMPERATURE).orElseThrow().value().canonical())
          .isEqualTo(473.15);
    }
  }

  @Test
  void wordsAndNumbersOfAnyCommandFillItsLine() throws IOException {
    try (Gate gate = connect()) {
      Command dispense = new SynthesisCommand.Dispense("A1", new Volume(1e-8), "water");
      assertThat(act(gate, 1, dispense)).isInstanceOf(Outcome.Completed.class);
      assertThat(server.supply.acts()).isEqualTo("DISP \"A1\",10");
      for (String well : new String[] {"A1\nOUTP 1", "A1;OUTP 1", "A\"", "", "Ä"}) {
        Verdict verdict =
            gate.execute(
                Installed.key(2), new SynthesisCommand.Dispense(well, new Volume(1e-8), "water"));
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
      }
      assertThat(server.supply.acts()).isEqualTo("DISP \"A1\",10");
    }
  }

  @Test
  void whatTheInstrumentRefusesHasFailedInOurWords() throws IOException {
    try (Gate gate = connect()) {
      assertThat(act(gate, 1, set("voltage 1", 31)))
          .isEqualTo(
              new Outcome.Failed(
                  "the instrument reports error -222 (the value is out of its range)"));
      assertThat(act(gate, 2, set("nonsense", 0)))
          .isEqualTo(
              new Outcome.Failed(
                  "the instrument reports error -113 (it does not know this command)"));
      assertThat(act(gate, 3, set("voltage 1", 3))).isInstanceOf(Outcome.Completed.class);
    }
  }

  @Test
  void aLineOfTwoMessagesOfWhichOneIsRefusedIsUnknown() throws IOException {
    try (Gate gate = connect()) {
      assertThat(act(gate, 1, set("pair", 7))).isInstanceOf(Outcome.Unknown.class);
      assertThat(gate.recall(Installed.key(1))).isInstanceOf(Recollection.CannotTell.class);
    }
  }

  @Test
  void anErrorFromBeforeIsNotBlamedOnTheNextCommand() throws IOException {
    try (Gate gate = connect()) {
      server.supply.tell("BLAH");
      assertThat(act(gate, 1, set("voltage 1", 3))).isInstanceOf(Outcome.Completed.class);
    }
  }

  @Test
  void whatIsReadBackElsewhereIsUnknownAndNotSentAgain() throws IOException {
    String wrong =
        Station.description()
            .replace(
                "voltage 1 | SOUR1:VOLT? | {setting.value} | 0.0005",
                "voltage 1 | SOUR1:VOLT? | {setting.value*2} | 0.0005");
    try (Gate gate = Station.gate(directory, server.address(), wrong)) {
      assertThat(act(gate, 1, set("voltage 1", 5)))
          .isEqualTo(new Outcome.Unknown("voltage 1 reads 5.0, expected was 10.0 within 5.0E-4"));
      gate.reset("operator", "looked at it");
      assertThat(act(gate, 1, set("voltage 1", 5)))
          .isInstanceOfSatisfying(
              Outcome.Unknown.class, known -> assertThat(known.evidence()).contains("sent again"));
      assertThat(server.supply.times("SOUR1:VOLT 5")).isEqualTo(1);
    }
  }

  @Test
  void whatTheDescriptionDoesNotTeachIsRefused() throws IOException {
    try (Gate gate = connect()) {
      for (Command command : List.of(set("unheard of", 1), new StageCommand.Enable(true))) {
        assertThat(gate.execute(Installed.key(1), command)).isInstanceOf(Verdict.Refused.class);
      }
      assertThat(server.supply.acts()).isEmpty();
    }
  }
}
