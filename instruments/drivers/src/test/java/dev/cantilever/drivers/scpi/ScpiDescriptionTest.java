package dev.cantilever.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScpiDescriptionTest {

  @Test
  void aDescriptionReads() throws IOException {
    Description description = DescriptionText.parse("supply.scpi", Station.description());
    assertThat(description.name().title()).isEqualTo("Two-channel supply");
    assertThat(description.channels()).hasSize(2);
    assertThat(description.recipes()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "stop           = OUTP:ALL OFF ~ # none ~ needs a stop",
        "errors         = SYST:ERR? ~ error = SYST:ERR? ~ unknown key \"error\"",
        "[device.set output] ~ [device.put output] ~ \"device.put\" is no verb",
        "[device.set output] ~ [stem.scan] ~ \"stem.scan\" is no verb",
        "[device.set output] ~ [device.set] ~ must name the parameter",
        "[device.set output] ~ [device.set voltage 1] ~ stands twice",
        "[channel bias] ~ [channel voltage] ~ no channel \"voltage\"",
        "check  = output | OUTP? | {setting.value} | 0 ~ # none ~ must be read back",
        "send   = OUTP {setting.value} ~ send = OUTP {value} ~ there is no {value}",
        "send   = OUTP {setting.value} ~ send = OUTP {setting.value ~ does not read",
        "| {setting.value} | 0 ~ | {setting.value} | -1 ~ at least 0",
        "| {setting.value} | 0 ~ | {setting.value} ~ has 2 fields, not 3",
        "reply_within   = 150 ms ~ reply_within = 150 ~ must be a time",
        "reply_within   = 150 ms ~ reply_within = 0 s ~ reply_within ≤ command_within",
        "terminator     = LF ~ terminator = none ~ terminator must be",
        "identity       = Example,HS2,[0-9]+,1\\.[0-9]+ ~ identity = Example( ~ Unclosed group",
        "query  = MEAS1:VOLT? ~ query = MEAS1:VOLT? µ ~ printable ASCII",
        "offset = 273.15 ~ offset = warm ~ neither a number",
        "offset = 273.15 ~ offset ~ neither \"key = value\"",
        "settle = 5 s ~ settle = 5 m ~ must be a time",
        "survives_stop = yes ~ survives_stop = perhaps ~ must be yes or no",
      })
  void whatIsWrongWithADescriptionIsNamed(String right, String wrong, String words)
      throws IOException {
    String text = Station.description();
    assertThat(text).contains(right);
    assertThatThrownBy(() -> DescriptionText.parse("supply.scpi", text.replace(right, wrong)))
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("supply.scpi")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({
    "{a}, 12.345, 12.345",
    "{a}, 10, 10",
    "{a}, 0, 0",
    "{a}, -0.1, -0.1",
    "{a*1e3}, 0.0123, 12.3",
    "{a*1e9}, 1e-8, 10",
    "{a-273.15}, 473.15, 200",
    "{a*1.8-459.67}, 373.15, 212",
    "{a}, 1e-13, 1E-13",
    "{a}, 123456789012, 123456789000",
    "{a*-1}, 2, -2",
  })
  void numbersAreSentWithNineDigitsAndPlainly(String template, double value, String text) {
    assertThat(new Template(template).render(Map.of("a", value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "+1.500000E+00, 1.5",
    "-.5, -0.5",
    "1., 1",
    " 2 , 2",
    "NaN, NaN",
    "INF, NaN",
    "9.9E+37, NaN",
    "-9.9E37, NaN",
    "9.91E37, NaN",
    "1 V, NaN",
    "'1,2', NaN",
    "1e400, NaN"
  })
  void anAnswerIsOnePlainNumberOrNone(String answer, double value) {
    double number = Query.plain("X?", Query.NUMBER).number(answer);
    assertThat(Double.compare(number, value)).as("%s", number).isZero();
  }

  @Test
  void aReplyPatternPicksTheNumberOutOfAnAnswer() {
    Query query = new Query("X?", java.util.regex.Pattern.compile("V=(.*) V"), 1e-3, 1);
    assertThat(query.number("V=250 V")).isEqualTo(1.25);
    assertThat(query.number("250")).isNaN();
    assertThat(query.number("V=two V")).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "-113, true",
    "-222, true",
    "-221, true",
    "-200, false",
    "-240, false",
    "-350, false",
    "-410, false",
    "7, false"
  })
  void onlySomeErrorsProveThatNothingWasDone(int code, boolean proves) {
    assertThat(new DeviceError(code).provesNothingDone()).isEqualTo(proves);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://127.0.0.1:5025, true",
    "tcp://supply.lab:5025, true",
    "tcp://supply.lab, false",
    "tcp://supply.lab:70000, false",
    "tcp://a b:1, false",
    "serial:/dev/ttyUSB0?baud=9600, true",
    "serial:/dev/ttyUSB0, false",
    "serial:/dev/ttyUSB0?baud=0, false",
    "http://supply.lab:80, false"
  })
  void anAddressIsASocketOrASerialPort(String text, boolean reads) {
    assertThat(Address.parse(text).isPresent()).isEqualTo(reads);
  }
}
