package dev.cantilever.drivers.stem.optics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AberrationsTest {

  private static final Aberrations ALL =
      Aberrations.none()
          .with(Coefficient.C1, 5e-9, 0)
          .with(Coefficient.A1, 2e-9, -3e-9)
          .with(Coefficient.B2, 40e-9, 30e-9)
          .with(Coefficient.A2, -50e-9, 20e-9)
          .with(Coefficient.C3, 1e-6, 0)
          .with(Coefficient.S3, 0.3e-6, 0.1e-6)
          .with(Coefficient.A3, -0.2e-6, 0.4e-6)
          .with(Coefficient.C5, 1e-3, 0);

  @Test
  void makeTheWaveOfTheTextbookFormulaInPolarForm() {
    double theta = 0.025;
    for (double phi = -3; phi < 3; phi += 0.37) {
      double expected =
          theta * theta / 2 * (5e-9 + wave(Coefficient.A1, 2, phi))
              + StrictMath.pow(theta, 3)
                  / 3
                  * (3 * wave(Coefficient.B2, 1, phi) + wave(Coefficient.A2, 3, phi))
              + StrictMath.pow(theta, 4)
                  / 4
                  * (1e-6 + 4 * wave(Coefficient.S3, 2, phi) + wave(Coefficient.A3, 4, phi))
              + StrictMath.pow(theta, 6) / 6 * 1e-3;
      double actual = ALL.waveMetres(theta * StrictMath.cos(phi), theta * StrictMath.sin(phi));
      assertThat(actual).isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-24));
    }
  }

  @Test
  void sendRaysAlongTheGradientOfTheWave() {
    double step = 1e-6;
    for (double x = -0.02; x < 0.03; x += 0.011) {
      for (double y = -0.02; y < 0.03; y += 0.013) {
        double[] ray = ALL.rayMetres(x, y);
        double slopeX = (ALL.waveMetres(x + step, y) - ALL.waveMetres(x - step, y)) / step / 2;
        double slopeY = (ALL.waveMetres(x, y + step) - ALL.waveMetres(x, y - step)) / step / 2;
        assertThat(ray[0]).isCloseTo(slopeX, within(1e-16));
        assertThat(ray[1]).isCloseTo(slopeY, within(1e-16));
      }
    }
  }

  @Test
  void addAndCompareByValue() {
    Aberrations sum = ALL.plus(Aberrations.none().defocused(1e-9));
    assertThat(sum.real(Coefficient.C1)).isCloseTo(6e-9, within(1e-20));
    assertThat(ALL.plus(Aberrations.none())).isEqualTo(ALL).hasSameHashCodeAs(ALL);
    assertThat(ALL.size(Coefficient.B2)).isCloseTo(50e-9, within(1e-20));
    assertThat(ALL.toString()).contains("A1=2.0E-9 + i-3.0E-9");
  }

  @Test
  void refuseADirectionOfWhatIsRoundAndWhatIsNotFinite() {
    Aberrations none = Aberrations.none();
    assertThatIllegalArgumentException().isThrownBy(() -> none.with(Coefficient.C3, 1e-6, 1e-6));
    assertThatIllegalArgumentException().isThrownBy(() -> none.with(Coefficient.A1, Double.NaN, 0));
  }

  /** |A| cos S(φ − φA). */
  private static double wave(Coefficient c, int symmetry, double phi) {
    double size = ALL.size(c);
    double azimuth = StrictMath.atan2(ALL.imaginary(c), ALL.real(c)) / symmetry;
    return size * StrictMath.cos(symmetry * (phi - azimuth));
  }
}
