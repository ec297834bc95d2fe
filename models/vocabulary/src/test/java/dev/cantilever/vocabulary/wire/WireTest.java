package dev.cantilever.vocabulary.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  private static final String DRIVE =
      "{\"kind\":\"set_drive\",\"amplitude\":\"0.5 V\",\"frequency\":\"75000 Hz\"}";

  record Any(Quantity value, double number, int whole) {}

  static Stream<Command> commands() {
    return Stream.of(
        new SpmCommand.SetDrive(new Voltage(0.1 + 0.2), new Frequency(75_000)),
        new SpmCommand.StopScan(),
        new DeviceCommand.Set(new Setting("voltage \"1\"\n\u00b5\ud83d\ude00", -1e-300)),
        new StageCommand.MoveTo(SurfacePoint.metres(1e-9, Double.NaN), new Speed(1.0 / 3)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandReadsBackEqual(Command command) {
    assertThat(Wire.read(Command.class, Wire.write(command))).isEqualTo(command);
  }

  @Test
  void aCommandIsAnObjectForPeople() {
    assertThat(Wire.write(new SpmCommand.SetDrive(new Voltage(0.5), new Frequency(75_000))))
        .isEqualTo(DRIVE);
    assertThat(Wire.read(Command.class, DRIVE.replace("75000 Hz", "75 kHz").replace(",", " ,\n ")))
        .isEqualTo(new SpmCommand.SetDrive(new Voltage(0.5), new Frequency(75_000)));
  }

  @Test
  void aReadingReadsBackBitForBit() {
    Series odd = Series.of(Double.MIN_VALUE, -0.0, Double.NaN, 1e308, Double.POSITIVE_INFINITY);
    Reading curves =
        new Reading.Curves(
            SurfacePoint.metres(0, 1e-6),
            List.of(
                new Spectrum(
                    new Axis("bias", "V", odd), new Axis("signal", "a.u.", odd), Quality.BAD)));
    assertThat(Wire.read(Reading.class, Wire.write(curves))).isEqualTo(curves);
  }

  @Test
  void aNameIsText() {
    CommandKey key = new CommandKey(new RunId("run-0001"), new CallId("call-7"));
    assertThat(Wire.write(key)).isEqualTo("{\"run\":\"run-0001\",\"call\":\"call-7\"}");
    assertThat(Wire.read(CommandKey.class, Wire.write(key))).isEqualTo(key);
  }

  @Test
  void everyQuantityIsKnownByItsUnit() {
    for (QuantityKind kind : QuantityKind.values()) {
      for (double value : new double[] {1.5e-9, Double.NaN, Double.NEGATIVE_INFINITY}) {
        Any any = new Any(kind.of(value), value, 7);
        assertThat(Wire.read(Any.class, Wire.write(any))).isEqualTo(any);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"kind\":\"set_drive\"}",
        "{\"kind\":\"format_disk\"}",
        "{\"kind\":\"stop_scan\"} x",
        "{\"kind\":\"stop_scan\",\"kind\":\"stop_scan\"}",
        "{\"kind\":\"stop_scan\",\"more\":1}",
        "{\"kind\":\"enable\",\"on\":\"true\"}",
        "{\"kind\":\"enable\",\"on\":1}",
        "{\"kind\":\"scan\",\"first_line\":1.5,\"last_line\":2}",
        "{\"kind\":\"scan\",\"first_line\":1e99,\"last_line\":2}",
        "{\"kind\":\"set_rate\",\"line_rate\":1}",
        "{\"kind\":\"set_rate\",\"line_rate\":\"1 m\"}",
        "{\"kind\":\"set_rate\",\"line_rate\":\"1\tHz\"}",
        "{\"kind\":\"set_rate\",\"line_rate\":\"1\u0000Hz\"}"
      })
  void whatIsNoCommandIsRefused(String json) {
    assertThatThrownBy(() -> Wire.read(Command.class, json)).isInstanceOf(WireFailure.class);
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> Wire.read(Command.class, "[".repeat(100_000)))
        .isInstanceOf(WireFailure.class)
        .hasMessageContaining("32 levels");
  }
}
