package dev.cantilever.drivers.afm.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeDomainsTest {

  private static final double PERIOD = 250e-9;
  private static final StripeDomains STRIPES = StripeDomains.typical(PERIOD, 1);

  @ParameterizedTest
  @ValueSource(doubles = {10e-9, 50e-9, 200e-9, 1e-6})
  void theGradientFallsByTheExponentialOfHeightOverPeriod(double height) {
    double expected = StrictMath.exp(-2 * Math.PI * height / PERIOD);
    double ratio = STRIPES.gradient(3e-7, -2e-7, height) / STRIPES.gradient(3e-7, -2e-7, 0);
    assertThat(ratio).isCloseTo(expected, within(1e-12 * expected));
  }

  /** Laplace's equation of the stray field, by differences of 2 nm. */
  @Test
  void theStrayFieldHasNoSourcesAboveTheFilm() {
    double d = 2e-9;
    double x = 1.3e-7;
    double y = 0.4e-7;
    double z = 60e-9;
    double here = STRIPES.strayField(x, y, z);
    double across = STRIPES.strayField(x, y, z + d) + STRIPES.strayField(x, y, z - d) - 2 * here;
    double along =
        STRIPES.strayField(x + d, y, z)
            + STRIPES.strayField(x - d, y, z)
            + STRIPES.strayField(x, y + d, z)
            + STRIPES.strayField(x, y - d, z)
            - 4 * here;
    assertThat(across).isCloseTo(-along, within(1e-3 * Math.abs(across)));
    double gradient = 1.25663706212e-6 * 1e-16 * across / (d * d);
    assertThat(STRIPES.gradient(x, y, z)).isCloseTo(gradient, within(1e-3 * Math.abs(gradient)));
  }

  /** The faces of a thick film bear ±Mz, and half of the flux of a face goes up. */
  @Test
  void overAThickFilmHalfOfTheMagnetisationComesOut() {
    StripeDomains thick = new StripeDomains(PERIOD, 4e5, 1e-5, 1);
    assertThat(thick.strayField(1e-7, 2e-7, 0))
        .isCloseTo(thick.magnetisation(1e-7, 2e-7) / 2, within(1e-3));
  }

  /** 2 I1(x)/x at x = kA, by scipy.special.iv; the next term of the series is x⁶/9216. */
  @ParameterizedTest
  @CsvSource({"0.1, 1.0012505209418538", "0.5, 1.0315772215635854", "1.5, 1.3088885714372103"})
  void theSwingOfTheLeverIsReckonedIn(double x, double expected) {
    assertThat(STRIPES.swingFactor(x * PERIOD / (2 * Math.PI)))
        .isCloseTo(expected, within(1.1 * StrictMath.pow(x, 6) / 9216));
  }

  @Test
  void aSeedIsAPattern() {
    StripeDomains same = StripeDomains.typical(PERIOD, 1);
    StripeDomains other = StripeDomains.typical(PERIOD, 2);
    assertThat(same.magnetisation(1e-7, 1e-7)).isEqualTo(STRIPES.magnetisation(1e-7, 1e-7));
    assertThat(other.magnetisation(1e-7, 1e-7)).isNotEqualTo(STRIPES.magnetisation(1e-7, 1e-7));
    assertThatThrownBy(() -> StripeDomains.typical(1e-9, 1)).hasMessageContaining("period");
  }
}
