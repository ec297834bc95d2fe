package dev.cantilever.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadbackTest {

  private static Readback readback(double metres, double age, Quality quality) {
    return new Readback(Channel.DEFOCUS, new Length(metres), new TimeSpan(age), quality);
  }

  @ParameterizedTest
  @CsvSource({
    "0, GOOD, true",
    "2, GOOD, true",
    "2.0000000000000004, GOOD, false",
    "NaN, GOOD, false",
    "0, STALE, false",
    "0, SATURATED, false",
    "0, BAD, false",
  })
  void isTrustedWhileItIsGoodAndYoungEnough(double age, Quality quality, boolean trusted) {
    assertThat(readback(1, age, quality).isTrusted(new TimeSpan(2))).isEqualTo(trusted);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsNotGood(double metres) {
    assertThat(readback(metres, 0, Quality.GOOD).quality()).isEqualTo(Quality.BAD);
    assertThat(readback(metres, 0, Quality.SATURATED).quality()).isEqualTo(Quality.SATURATED);
    assertThat(readback(1, 0, Quality.GOOD).quality()).isEqualTo(Quality.GOOD);
  }
}
