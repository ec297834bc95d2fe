package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An oven of 300 to 900 K that may be ramped by 2 K/s, beside a dose of 0 to 10 that may not. */
class RampCheckTest {

  private static final InstrumentState IDLE = state(ProbeState.NONE, BeamState.NONE);

  private static Envelope oven() {
    return Wide.with(
        List.of(),
        List.of(new ParameterLimit("oven", 300, 900, 2), new ParameterLimit("dose", 0, 10)),
        List.of());
  }

  private static List<ProblemCode> expected(String codes) {
    return Arrays.stream(codes.split(" "))
        .filter(one -> !one.isEmpty())
        .map(ProblemCode::valueOf)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "oven, 300, 2, ''",
    "oven, 900, 4.9E-324, ''",
    "oven, 600, 2.0000000000000004, RATE",
    "oven, 600, 0, RATE",
    "oven, 600, -1, RATE",
    "oven, 600, NaN, RATE",
    "oven, 600, Infinity, RATE",
    "oven, 900.1, 2, LIMIT",
    "oven, 299.9, 3, LIMIT RATE",
    "dose, 5, 0.001, RATE",
    "gas, 5, 0.001, LIMIT RATE",
  })
  void holdsARampToItsEndAndItsRate(String parameter, double value, double rate, String codes) {
    DeviceCommand.Ramp ramp = new DeviceCommand.Ramp(new Setting(parameter, value), rate);
    assertThat(codes(oven(), IDLE, ramp)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "oven, 300, ''",
    "oven, 900, ''",
    "oven, 900.1, LIMIT",
    "oven, NaN, LIMIT",
    "dose, 10, ''",
    "dose, -0.1, LIMIT",
    "gas, 0, LIMIT",
  })
  void holdsASettingToItsLimit(String parameter, double value, String codes) {
    DeviceCommand.Set set = new DeviceCommand.Set(new Setting(parameter, value));
    assertThat(codes(oven(), IDLE, set)).isEqualTo(expected(codes));
  }
}
