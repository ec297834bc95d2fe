package dev.cantilever.drivers.afm.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TipSampleForceTest {

  private static final TipSampleForce FORCE =
      TipSampleForce.between(new Material(70e9, 6.4e-20, 100), 10e-9);

  /** By hand: 6.4e-20 · 1e-8/6 over 1 nm² and over (0.165 nm)². */
  @Test
  void attractsAtADistance() {
    assertThat(FORCE.newtons(1e-9)).isCloseTo(-0.106667e-9, within(1e-15));
    assertThat(FORCE.newtons(0.165e-9)).isCloseTo(-3.917967e-9, within(1e-15));
  }

  /** By hand: (4/3) · 70e9 · 1e-4 · (1e-9)^1.5 = 295.1460 nN less the adhesion. */
  @Test
  void repelsInContact() {
    assertThat(FORCE.newtons(-0.835e-9)).isCloseTo(291.2279474e-9, within(1e-16));
    assertThat(FORCE.newtons(0.165e-9 - 1e-18)).isCloseTo(-3.917967e-9, within(1e-14));
  }

  /** 100 Pa s · √(1e-8 · 1e-9) m · 0.03 m/s = 9.4868 nN against the motion. */
  @Test
  void losesEnergyInContactAlone() {
    double still = FORCE.newtons(-0.835e-9);
    assertThat(FORCE.newtons(-0.835e-9, 0.03) - still).isCloseTo(-9.4868e-9, within(1e-13));
    assertThat(FORCE.newtons(-0.835e-9, -0.03) - still).isCloseTo(9.4868e-9, within(1e-13));
    assertThat(FORCE.newtons(1e-9, 0.03)).isEqualTo(FORCE.newtons(1e-9));
  }

  /** Roots by scipy.optimize.brentq. */
  @Test
  void bendsALeverAtRest() {
    assertThat(FORCE.bent(5e-9, 40)).isEqualTo(5e-9);
    assertThat(FORCE.bent(-4e-9, 40)).isCloseTo(-4.491025446136999e-10, within(1e-22));
    TipSampleForce soft = TipSampleForce.between(new Material(0.1e9, 5e-20, 0), 10e-9);
    assertThat(soft.bent(-50e-9, 2)).isCloseTo(-2.4373696283264172e-8, within(1e-21));
  }

  @Test
  void refusesWhatIsNoMaterial() {
    assertThatThrownBy(() -> new Material(Double.NaN, 6e-20, 0))
        .hasMessageContaining("reduced modulus");
    assertThatThrownBy(() -> new Material(70e9, 6e-20, -1)).hasMessageContaining("viscosity");
  }
}
