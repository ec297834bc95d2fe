package dev.cantilever.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.quantity.Volume;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest extends AtSupply {

  private static final Command DISPENSE =
      new SynthesisCommand.Dispense("A1", new Volume(1e-8), "water");

  @Test
  void readsBackWhatEachLineSays() {
    Wording ramp =
        new Wording(
            RAMP,
            List.of(
                new Template("RATE {ratePerSecond*60}"),
                new Template("TEMP {setting.value-273.15}")),
            List.of("RATE 30", "TEMP 199.5"));
    assertThat(ramp.said())
        .containsExactly(
            List.of("Ramp", "heater", "473.15", "0.5"),
            List.of("Ramp", "heater", "473.15", "0.5"),
            List.of("Ramp", "heater", "472.65", "0.5"));
  }

  @Test
  void wordsStayAndNumbersAreRead() {
    Wording dispense =
        new Wording(
            DISPENSE,
            List.of(new Template("DISP \"{well}\",{volume*1e9}")),
            List.of("DISP \"A1\",2.5e1"));
    assertThat(dispense.said().getLast()).containsExactly("Dispense", "A1", "2.5E-8", "water");
  }

  @Test
  void aLineOfAnotherTemplateIsRefused() {
    Wording other =
        new Wording(DISPENSE, List.of(new Template("DISP {volume}")), List.of("DISP 1;OUTP 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(other::said)
        .withMessage("\"DISP 1;OUTP 1\" cannot be read back");
  }

  /** The value is the limit itself; nine digits of it, which are sent, lie above. */
  @Test
  void whatRoundingWouldCarryPastTheLimitIsNotSent() throws IOException {
    double most = 12.345678886;
    SecondCheck text = SecondCheck.by(Map.of("parameter voltage 1", new double[] {0, most}));
    try (Gate gate = Station.gate(directory, server.address(), text)) {
      assertThat(Station.act(gate, 1, Station.set("voltage 1", most)))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.reason()).contains("second check").contains("12.3456789"));
      assertThat(server.supply.acts()).isEmpty();
      assertThat(Station.act(gate, 2, Station.set("voltage 1", 12.3)))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(server.supply.acts()).isEqualTo("SOUR1:VOLT 12.3");
    }
  }
}
