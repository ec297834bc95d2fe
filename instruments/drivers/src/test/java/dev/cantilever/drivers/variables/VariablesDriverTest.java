package dev.cantilever.drivers.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesDriverTest {

  private static final Description.Names NAMES =
      new Description.Names(Pattern.compile("[a-z]{1,20}(\\(\\))?"), "small letters");
  private static final String TEXT =
      """
      title = Furnace
      identity = number = 17
      stop = heater = 0
      stop = halt()
      channel temperature = kelvins
      set setpoint = setpoint, kelvins, 0.5
      """;

  @TempDir private Path directory;

  private final Panel panel =
      new Panel(Map.of("number", 17.0, "heater", 1.0, "halt()", 0.0, "kelvins", 300.0));

  private Driver connect(String text) {
    DriverSetup setup = new DriverSetup(new InstrumentId("furnace"), directory, Map.of());
    return Connector.open(setup, Description.parse("furnace.x", text, NAMES), panel::connect);
  }

  @Test
  void aStopGoesOverItsOwnConnection() {
    try (Driver driver = connect(TEXT)) {
      panel.lines().get(0).cut();
      driver.stop();
      assertThat(panel.put()).containsExactly("heater=0.0", "halt()=0.0");
    }
  }

  @Test
  void aStopThatIsLostIsSentOnceMore() {
    try (Driver driver = connect(TEXT)) {
      panel.lines().get(1).cut();
      driver.stop();
      assertThat(panel.put()).containsExactly("heater=0.0", "halt()=0.0");
    }
  }

  @Test
  void aStopThatCannotBeSentKeepsNoOtherFromBeingSent() {
    try (Driver driver = connect(TEXT)) {
      panel.loses("heater");
      assertThatThrownBy(driver::stop)
          .isInstanceOf(ConnectionFailure.class)
          .hasMessage("the stop did not arrive: heater does not answer");
      assertThat(panel.put()).containsExactly("halt()=0.0");
    }
  }

  @Test
  void anInstrumentThatSaysAnotherNameIsOffline() {
    try (Driver driver = connect(TEXT)) {
      assertThat(driver.state().device()).isEqualTo(DeviceState.READY);
      panel.loses("number");
      assertThat(driver.state().device()).isEqualTo(DeviceState.OFFLINE);
    }
  }

  @Test
  void nothingStaysOpenWhereTheInstrumentIsAnother() {
    assertThatThrownBy(() -> connect(TEXT.replace("= 17", "= 18")))
        .isInstanceOf(ConnectionFailure.class)
        .hasMessage("instrument furnace: number reads 17.0, expected was 18.0");
    assertThat(panel.lines()).hasSize(2).allMatch(Panel.Line::isClosed);
  }

  @Test
  void aStopThatIsNotThereIsFoundOutAtOnce() {
    assertThatThrownBy(() -> connect(TEXT.replace("halt()", "rest()")))
        .isInstanceOf(ConnectionFailure.class)
        .hasMessage("instrument furnace: rest() does not answer");
  }

  @Test
  void wordsTellAnInstrumentAsNumbersDo() {
    Description description =
        Description.parse("x", TEXT.replace("number = 17", "serial = F-17"), NAMES);
    assertThat(description.identity()).isEqualTo(new Description.Identity("serial", "F-17"));
  }
}
