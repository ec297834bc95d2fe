package dev.cantilever.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {

  private static Cost cost(
      double seconds, double metres, long loops, double exposure, double voltSeconds) {
    return new Cost(
        new TimeSpan(seconds),
        new Length(metres),
        loops,
        new TimeSpan(exposure),
        new Impulse(voltSeconds));
  }

  @Test
  void addsEveryPart() {
    assertThat(cost(1, 2, 3, 4, 5).plus(cost(10, 20, 30, 40, 50)))
        .isEqualTo(cost(11, 22, 33, 44, 55));
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 1, 9223372036854775807",
    "9223372036854775806, 1, 9223372036854775807",
    "9223372036854775807, 9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -1, -9223372036854775808",
    "-9223372036854775807, -1, -9223372036854775808",
    "-9223372036854775808, -9223372036854775808, -9223372036854775808",
    "9223372036854775807, -1, 9223372036854775806",
    "-9223372036854775808, 1, -9223372036854775807",
    "9223372036854775807, -9223372036854775808, -1",
    "-5, 3, -2",
    "5, -3, 2",
    "0, 0, 0",
  })
  void aSumOfLoopsStaysAtItsEndWhereItWouldRunOver(long first, long second, long sum) {
    assertThat(cost(0, 0, first, 0, 0).plus(cost(0, 0, second, 0, 0)).loops()).isEqualTo(sum);
    assertThat(cost(0, 0, second, 0, 0).plus(cost(0, 0, first, 0, 0)).loops()).isEqualTo(sum);
  }

  private static Cost probes(long probes) {
    return new Cost(new TimeSpan(0), new Length(0), 0, new TimeSpan(0), new Impulse(0), probes);
  }

  @Test
  void newProbesAreCounted() {
    Cost one = Cost.newProbe(new TimeSpan(1200));
    assertThat(one.plus(one).probes()).isEqualTo(2);
    assertThat(one.plus(one).time()).isEqualTo(new TimeSpan(2400));
    assertThat(probes(Long.MAX_VALUE).plus(one).probes()).isEqualTo(Long.MAX_VALUE);
    assertThat(cost(0, 0, Long.MAX_VALUE, 0, 0).plus(one).loops()).isEqualTo(Long.MAX_VALUE);
    assertThat(one.isDebit()).isTrue();
    assertThat(probes(-1).isDebit()).isFalse();
    assertThat(one.inWords()).endsWith(" of instrument time, new probes: 1");
  }

  @Test
  void isADebitWhereNoPartGivesAnythingBack() {
    assertThat(cost(0, 0, 0, 0, 0).isDebit()).isTrue();
    assertThat(cost(1, 2, 3, 4, 5).isDebit()).isTrue();
    for (double wrong : new double[] {-1, -Double.MIN_VALUE, Double.NaN}) {
      assertThat(cost(wrong, 0, 0, 0, 0).isDebit()).isFalse();
      assertThat(cost(0, wrong, 0, 0, 0).isDebit()).isFalse();
      assertThat(cost(0, 0, 0, wrong, 0).isDebit()).isFalse();
      assertThat(cost(0, 0, 0, 0, wrong).isDebit()).isFalse();
    }
    assertThat(cost(0, 0, -1, 0, 0).isDebit()).isFalse();
  }

  @Test
  void namesEveryPart() {
    assertThat(cost(1, 2, 3, 4, 5).inWords())
        .isEqualTo(
            "1 s of instrument time, 2 m of travel, 3 loops, 4 s of exposure, 5 V*s of bias");
  }
}
