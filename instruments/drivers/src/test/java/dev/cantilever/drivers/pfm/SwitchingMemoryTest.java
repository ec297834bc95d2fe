package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coercive bias 3 V, imprint 0.4 V, width 0.4 V. */
class SwitchingMemoryTest {

  private final SwitchingMemory memory = new SwitchingMemory(3, 0.4, 0.4, -1);

  /** scipy.special.erf((V − 3.4)/(√2 · 0.4)). */
  @ParameterizedTest
  @CsvSource({
    "2.5, -0.9755510546899105",
    "3, -0.6826894921370856",
    "3.4, 0",
    "3.8, 0.6826894921370856",
    "5, 0.9999366575163338"
  })
  void risesAlongAnErrorFunction(double volts, double expected) {
    memory.apply(-8);
    assertThat(memory.apply(volts)).isCloseTo(expected, within(1e-12));
  }

  /** scipy.special.erf((V + 2.6)/(√2 · 0.4)). */
  @ParameterizedTest
  @CsvSource({"-2, 0.8663855974622838", "-2.6, 0", "-3.2, -0.8663855974622838"})
  void fallsAlongAnErrorFunction(double volts, double expected) {
    memory.apply(8);
    assertThat(memory.apply(volts)).isCloseTo(expected, within(1e-12));
  }

  /** −0.5 V lies 5.25 widths above the lower branch: 1e-7 switches. */
  @Test
  void keepsItsPolarizationInsideTheCoerciveBiases() {
    SwitchingMemory half = new SwitchingMemory(3, 0.4, 0.4, 0.3);
    assertThat(half.apply(0.5)).isCloseTo(0.3, within(1e-9));
    assertThat(half.apply(-0.5)).isCloseTo(0.3, within(2e-7));
  }

  /** A closed minor loop leaves no trace: Madelung's rule. */
  @Test
  void returnsToThePointWhereAMinorLoopBegan() {
    memory.apply(-8);
    double before = memory.apply(3.5);
    double away = memory.apply(-2.5);
    double after = memory.apply(3.5);
    assertThat(away).isLessThan(before - 0.05);
    assertThat(after).isCloseTo(before, within(1e-12));
  }

  @Test
  void forgetsEverythingAtSaturation() {
    SwitchingMemory fresh = new SwitchingMemory(3, 0.4, 0.4, -1);
    fresh.apply(-9);
    for (double volts : new double[] {3.1, -2, 5, -2.7, 3.4, -9}) {
      memory.apply(volts);
    }
    assertThat(memory.apply(3.3)).isCloseTo(fresh.apply(3.3), within(1e-12));
  }
}
