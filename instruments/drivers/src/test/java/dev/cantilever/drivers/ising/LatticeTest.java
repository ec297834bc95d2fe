package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatticeTest {

  /** −2 bonds a spin of strength 1.5 and 0.5, and the field where spins agree with it. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 0.5, 0, -32, 16", "-1.5, 0.5, 0, -32, 0", "1.5, -0.5, 0, -32, 0",
    "-1.5, -0.5, 0, -32, 0", "1.5, 0.5, -1, -48, -16", "0, 0, 1, -16, 16"
  })
  void startsInAGroundState(double x, double y, double field, double energy, int magnetisation) {
    Lattice lattice = new Lattice(new IsingModel(4, x, y, field, 1));
    assertThat(lattice.energy()).isEqualTo(energy);
    assertThat(lattice.magnetisation()).isEqualTo(magnetisation);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "5, -1", "24, -1"})
  void paysForAFlippedSpinByItsFourBondsAndTheField(int site, int spin) {
    Lattice lattice = new Lattice(new IsingModel(5, 1.5, 0.5, 0.25, 1));
    double before = lattice.energy();
    lattice.flip(site, 0);
    assertThat(lattice.energy()).isEqualTo(before);
    lattice.flip(site, 1);
    assertThat(lattice.spin(site)).isEqualTo(spin);
    assertThat(lattice.energy() - before).isEqualTo(2 * (2 * 1.5 + 2 * 0.5 + 0.25));
    assertThat(lattice.magnetisation()).isEqualTo(23);
  }
}
