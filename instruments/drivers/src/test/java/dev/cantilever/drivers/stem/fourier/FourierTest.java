package dev.cantilever.drivers.stem.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import org.junit.jupiter.api.Test;

class FourierTest {

  /** numpy.fft.fft. */
  @Test
  void agreesWithAnIndependentTransform() {
    double[] re = {1, 2, -1, 0.5, 3, 0, -2, 1.5};
    double[] im = {0, 1, 0.5, -1, 2, 0, 1, -0.5};
    Fourier.ofSize(8).forward(re, im, 0);
    assertThat(re)
        .containsExactly(
            new double[] {5, -0.02512627, 9.5, -3.26776695, -3, -4.97487373, 4.5, 0.26776695},
            within(1e-8));
    assertThat(im)
        .containsExactly(
            new double[] {3, -2.64644661, 0.5, -2.76776695, 4, -3.35355339, 0.5, 0.76776695},
            within(1e-8));
  }

  @Test
  void comesBackToWhereItStarted() {
    Variates variates = Variates.of(1, "signal");
    double[] re = new double[1024 + 3];
    double[] im = new double[1024 + 3];
    for (int i = 0; i < re.length; i++) {
      re[i] = variates.normal();
      im[i] = variates.normal();
    }
    double[] wasRe = re.clone();
    double[] wasIm = im.clone();
    Fourier fourier = Fourier.ofSize(1024);
    fourier.forward(re, im, 3);
    assertThat(re[2]).isEqualTo(wasRe[2]);
    fourier.backward(re, im, 3);
    assertThat(re).containsExactly(wasRe, within(1e-13));
    assertThat(im).containsExactly(wasIm, within(1e-13));
  }

  @Test
  void turnsAnyPointOfAPlaneIntoAPlaneWave() {
    int size = 16;
    Plane plane = new Plane(Fourier.ofSize(size));
    plane.real()[3 * size + 5] = 2;
    plane.forward();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double phase = -2 * Math.PI * (3 * row + 5 * column) / size;
        assertThat(plane.real()[row * size + column])
            .isCloseTo(2 * StrictMath.cos(phase), within(1e-13));
        assertThat(plane.imaginary()[row * size + column])
            .isCloseTo(2 * StrictMath.sin(phase), within(1e-13));
      }
    }
    plane.backward();
    assertThat(plane.real()[3 * size + 5]).isCloseTo(2, within(1e-14));
    assertThat(plane.real()[4 * size + 5]).isCloseTo(0, within(1e-14));
  }

  @Test
  void refusesLengthsThatAreNoPowerOfTwo() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fourier.ofSize(12));
    assertThatIllegalArgumentException().isThrownBy(() -> Fourier.ofSize(1));
  }
}
