package dev.cantilever.drivers.afm.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class CycleAveragesTest {

  private static final double ANGULAR = 2 * Math.PI * 300e3;

  /**
   * Radius (nm), Hamaker constant, modulus, viscosity, gap and amplitude (nm), virial and loss (J),
   * these two by adaptive quadrature of the force law over a cycle (scipy.integrate.quad, SciPy
   * 1.17).
   */
  @ParameterizedTest
  @CsvSource({
    "10, 6.4e-20, 7e10, 100, 0.3, 16, 9.05280203e-19, 0",
    "10, 6.4e-20, 7e10, 100, 5, 20, 1.26419753e-20, 0",
    "10, 6.4e-20, 7e10, 100, -0.2, 16, -3.66380975e-17, 3.51810918e-19",
    "10, 6.4e-20, 7e10, 100, 0.1, 4, 8.09978863e-19, 5.58314013e-21",
    "10, 5e-20, 1e8, 20, -6, 16, -3.74260096e-18, 1.91299141e-17",
    "60, 7e-20, 2e9, 300, -2, 40, -5.14674405e-17, 1.43247744e-16",
    "10, 6.4e-20, 7e10, 100, -0.5, 1, -3.03784584e-17, 2.67007747e-19",
    "20, 6.4e-20, 1e9, 50, -3, 1.2, -8.91507330e-18, 2.63964740e-18"
  })
  void areTheIntegralsOverACycle(ArgumentsAccessor row) {
    Material material = new Material(row.getDouble(2), row.getDouble(1), row.getDouble(3));
    TipSampleForce force = TipSampleForce.between(material, row.getDouble(0) * 1e-9);
    CycleAverages cycle = new CycleAverages();
    cycle.evaluate(force, row.getDouble(4) * 1e-9, row.getDouble(5) * 1e-9, ANGULAR);
    double virial = row.getDouble(6);
    double loss = row.getDouble(7);
    assertThat(cycle.virialJoules()).isCloseTo(virial, within(1e-4 * Math.abs(virial)));
    assertThat(cycle.lostJoules()).isCloseTo(loss, within(1e-4 * loss));
  }

  @Test
  void doNotJumpWhereContactBegins() {
    CycleAverages outside = new CycleAverages();
    CycleAverages inside = new CycleAverages();
    TipSampleForce force = TipSampleForce.between(Material.HARD_FILM, 10e-9);
    for (double amplitude : new double[] {0.5e-9, 3e-9, 16e-9, 90e-9}) {
      outside.evaluate(force, TipSampleForce.CONTACT_METRES + 1e-18, amplitude, ANGULAR);
      inside.evaluate(force, TipSampleForce.CONTACT_METRES - 1e-18, amplitude, ANGULAR);
      double virial = outside.virialJoules();
      assertThat(inside.virialJoules()).isCloseTo(virial, within(5e-4 * virial));
    }
  }

  /** A tip that never leaves contact: V → F′ A²/2 and E → π η √(R s) ω A² for small A. */
  @Test
  void haveTheLimitOfAPressedTip() {
    TipSampleForce force = TipSampleForce.between(Material.HARD_FILM, 10e-9);
    CycleAverages cycle = new CycleAverages();
    double amplitude = 0.05e-9;
    double depth = 2e-9;
    cycle.evaluate(force, TipSampleForce.CONTACT_METRES - depth - amplitude, amplitude, ANGULAR);
    double slope = 2 * force.stiffness() * Math.sqrt(depth);
    double square = amplitude * amplitude;
    assertThat(cycle.virialJoules()).isCloseTo(-slope * square / 2, within(1e-3 * slope * square));
    double loss = Math.PI * force.viscosity() * Math.sqrt(depth) * ANGULAR * square;
    assertThat(cycle.lostJoules()).isCloseTo(loss, within(1e-3 * loss));
  }
}
