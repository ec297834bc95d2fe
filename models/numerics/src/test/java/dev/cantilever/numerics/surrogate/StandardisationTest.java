package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisationTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-200, 1e-140, 1e-15, 1e-12, 1, 1e6, 1e140, 1e200, 1e300})
  void theUnitOfTheObservationsDoesNotMatter(double unit) {
    double[] y = {0.1 * unit, 0.4 * unit, -0.3 * unit, 0.9 * unit};
    // numpy: (y - y.mean()) / y.std(ddof=1) for unit 1
    assertThat(Standardisation.of(y).apply(y))
        .containsExactly(
            new double[] {
              -0.3459867633174419, 0.2471334023696013, -1.1368136509001658, 1.2356670118480064
            },
            within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -1e-15, 1e12, 1e300})
  void equalObservationsKeepTheirUnit(double value) {
    Standardisation flat = Standardisation.of(new double[] {value, value, value});
    assertThat(flat.deviation()).isEqualTo(1);
    assertThat(flat.mean()).isCloseTo(value, within(1e-15 * Math.abs(value)));
  }

  @Test
  void oneObservationHasNoDeviation() {
    assertThat(Standardisation.of(new double[] {3})).isEqualTo(new Standardisation(3, 1));
  }
}
