package dev.cantilever.drivers.afm.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.TipShape.Apex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TipShapeTest {

  private static final double ANGLE = Math.toRadians(18);

  /** By hand: 10²/20 = 5 nm; beyond R cot 18° = 30.777 nm a cone of slope 3.0777 from 47.361 nm. */
  @Test
  void isAParabolaOnACone() {
    TipShape tip = TipShape.etched(10e-9);
    assertThat(tip.heightMetres(10e-9)).isCloseTo(5e-9, within(1e-20));
    assertThat(tip.heightMetres(40e-9)).isCloseTo(75.746e-9, within(1e-12));
  }

  /** By hand: 10 − √(100 − 36) = 2 nm; beyond R cos 18° = 9.5106 nm a cone from 6.9098 nm. */
  @Test
  void isASphereOnACone() {
    TipShape tip = new TipShape(10e-9, ANGLE, Apex.SPHERICAL);
    assertThat(tip.heightMetres(6e-9)).isCloseTo(2e-9, within(1e-20));
    assertThat(tip.heightMetres(19.5106e-9)).isCloseTo(37.6867e-9, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Apex.class)
  void reachesAsFarAsItsHeightSays(Apex apex) {
    TipShape tip = new TipShape(10e-9, ANGLE, apex);
    for (double height : new double[] {0, 1e-9, 6.9e-9, 7e-9, 47e-9, 48e-9, 300e-9}) {
      double reach = tip.reachMetres(height);
      assertThat(tip.heightMetres(reach)).isCloseTo(height, within(1e-18));
    }
  }

  @Test
  void refusesWhatIsNoTip() {
    assertThatThrownBy(() -> TipShape.etched(0)).hasMessageContaining("tip radius");
    assertThatThrownBy(() -> new TipShape(1e-8, 2, Apex.PARABOLIC))
        .hasMessageContaining("half angle");
  }
}
