package dev.cantilever.numerics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  /** Values from mpmath with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.0470962993612",
    "1e-10, -6.361340902404056",
    "0.001, -3.0902323061678135",
    "0.02425, -1.972961051311885",
    "0.25, -0.6744897501960817",
    "0.5, 0",
    "0.9, 1.2815515655446004",
    "0.975, 1.959963984540054",
    "0.999999, 4.753424308822899"
  })
  void quantilesAreThoseOfTheTables(double p, double expected) {
    assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-9 * Math.max(1, -expected)));
  }

  @Test
  void quantileUndoesTheDistributionFunction() {
    for (double z = -8; z <= 5; z += 0.03125) {
      assertThat(Normal.quantile(Normal.cumulative(z))).isCloseTo(z, within(1e-9));
    }
  }

  @Test
  void outsideOfItsRangeAQuantileIsInfiniteOrNotANumber() {
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(-0.1)).isNaN();
  }
}
