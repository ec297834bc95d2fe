package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The references agree with each other before anything is held against them. */
class TorusTest {

  @ParameterizedTest
  @CsvSource({"2, 1.5", "2, 4", "3, 1.5", "3, 2.3", "4, 1.5", "4, 2.3", "4, 4"})
  void agreesWithAllStatesOfASmallLattice(int size, double temperature) {
    Enumeration all = Enumeration.of(IsingModel.isotropic(size, 1, temperature));
    assertThat(Torus.energy(size, temperature)).isCloseTo(all.energy(), within(1e-6));
    assertThat(Torus.heatCapacity(size, temperature)).isCloseTo(all.heatCapacity(), within(1e-6));
  }

  /** Computed from the same formula with mpmath at 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "8, 2.3712987, 1.1913698", "16, 2.320242, 1.5520256",
    "32, 2.2947136, 1.9044445", "64, 2.2819495, 2.2523735"
  })
  void agreesWithManyDigits(int size, double temperature, double heatCapacity) {
    assertThat(Torus.heatCapacity(size, temperature)).isCloseTo(heatCapacity, within(2e-5));
  }
}
