package dev.cantilever.drivers.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SynthesisTwinTest {

  private static SynthesisTwin twin(long sampleSeed, long noiseSeed) {
    return SynthesisTwin.of(
        FurnaceSettings.defaults(), GrowthSettings.defaults(), sampleSeed, noiseSeed);
  }

  /** Integrated by scipy's RK45 to 1e-10: 20 s lag, damping 0.6, 0.5 K/s from 295 to 895 K. */
  @Test
  void followsARampAsTheIntegratedEquation() {
    double[] times = {100, 1000, 1200, 1250, 1300, 1500};
    double[] kelvins = {
      332.7413604258913, 782.9999999999991, 883.000000000047,
      896.8243797845196, 895.2586395780401, 894.9985185575287
    };
    SynthesisTwin twin = twin(1, 1);
    twin.ramp(895, 0.5);
    double before = 0;
    for (int i = 0; i < times.length; i++) {
      twin.advance(times[i] - before);
      before = times[i];
      assertThat(twin.truth().temperatureKelvin()).isCloseTo(kelvins[i], within(1e-4));
    }
    assertThat(twin.truth().setpointKelvin()).isEqualTo(895);
  }

  /** A second-order system overshoots a step by exp(−π ζ/√(1 − ζ²)) of it: 9.48 % for ζ = 0.6. */
  @Test
  void overshootsAStepAsItsDampingSays() {
    Furnace furnace = new Furnace(FurnaceSettings.defaults());
    furnace.ramp(395, 1e9);
    double greatest = 0;
    for (int i = 0; i < 4000; i++) {
      furnace.advance(0.05);
      greatest = Math.max(greatest, furnace.temperatureKelvin());
    }
    assertThat(greatest - 395).isCloseTo(9.478, within(0.01));
  }

  @Test
  void comesToTheSameStateInOneStepOrInMany() {
    SynthesisTwin once = twin(1, 1);
    SynthesisTwin often = twin(1, 1);
    once.ramp(800, 0.4);
    often.ramp(800, 0.4);
    once.pressure(10);
    often.pressure(10);
    once.advance(1500);
    for (int i = 0; i < 1500; i++) {
      often.advance(1);
    }
    assertThat(often.truth().temperatureKelvin())
        .isCloseTo(once.truth().temperatureKelvin(), within(1e-8));
    assertThat(often.truth().pressurePascal())
        .isCloseTo(once.truth().pressurePascal(), within(1e-10));
  }

  @Test
  void coolsAsItHeats() {
    SynthesisTwin twin = twin(1, 1);
    twin.ramp(600, 0.5);
    twin.advance(2000);
    twin.ramp(300, 0.1);
    twin.advance(1000);
    // 0.1 K/s for 1000 s, and 2 ζ/ωn · 0.1 K/s = 2.4 K behind.
    assertThat(twin.truth().temperatureKelvin()).isCloseTo(502.4, within(1e-3));
  }

  /** 20 pm per pulse at 2e4 J/m² over 1 + 30/60; the spread is 2 %. */
  @Test
  void growsByPulses() {
    SynthesisTwin twin = ready(1);
    twin.deposit(6000, 2e4, 10);
    double expected = 6000 * 20e-12 / 1.5;
    assertThat(twin.truth().thicknessMetres()).isCloseTo(expected, within(0.08 * expected));
    assertThat(twin.elapsedSeconds()).isCloseTo(5100, within(1e-6));
    double first = twin.truth().thicknessMetres();
    twin.deposit(6000, 0.5e4, 10);
    double second = twin.truth().thicknessMetres() - first;
    assertThat(second / first).isCloseTo(1.0 / 16, within(0.01));
  }

  private static SynthesisTwin ready(long sampleSeed) {
    SynthesisTwin twin = twin(sampleSeed, 1);
    twin.ramp(950, 0.4);
    twin.pressure(30);
    twin.advance(4500);
    return twin;
  }

  @Test
  void crystallizesOnlyWhereItIsHotEnough() {
    SynthesisTwin hot = ready(1);
    hot.deposit(1000, 2e4, 10);
    SynthesisTwin cold = twin(1, 1);
    cold.pressure(30);
    cold.advance(4500);
    cold.deposit(1000, 2e4, 10);
    // log10(30/13)/0.5 = 0.726 of a deviation: exp(−0.264) = 0.768.
    assertThat(hot.truth().crystallinity()).isCloseTo(0.768, within(0.002));
    assertThat(cold.truth().crystallinity()).isLessThan(1e-6);
    assertThat(cold.truth().thicknessMetres()).isEqualTo(hot.truth().thicknessMetres());
  }

  @Test
  void keepsItsTruthUnderAnotherNoiseSeed() {
    SynthesisTwin first = ready(4);
    SynthesisTwin second =
        SynthesisTwin.of(FurnaceSettings.defaults(), GrowthSettings.defaults(), 4, 9);
    second.ramp(950, 0.4);
    second.pressure(30);
    second.advance(4500);
    assertThat(second.readKelvin()).isNotEqualTo(first.readKelvin());
    assertThat(second.readPascal()).isNotEqualTo(first.readPascal());
    first.deposit(500, 2e4, 10);
    second.deposit(500, 2e4, 10);
    assertThat(second.truth()).isEqualTo(first.truth());
  }

  @Test
  void refusesWhatTheFurnaceCannotDo() {
    SynthesisTwin twin = twin(1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> twin.ramp(1400, 0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.ramp(900, 0.6));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.pressure(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.deposit(0, 2e4, 10));
    assertThat(twin.truth().thicknessMetres()).isZero();
  }
}
