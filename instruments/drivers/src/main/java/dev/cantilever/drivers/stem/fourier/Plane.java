package dev.cantilever.drivers.stem.fourier;

/**
 * A complex size × size array, row-major, and its transform in both directions. Frequency k and the
 * sample k stand at index k modulo size. Mutable; one owner.
 */
public final class Plane {

  private final Fourier fourier;
  private final double[] real;
  private final double[] imaginary;

  /** All zero. */
  public Plane(Fourier fourier) {
    this.fourier = fourier;
    real = new double[fourier.size() * fourier.size()];
    imaginary = new double[real.length];
  }

  public double[] real() {
    return real;
  }

  public double[] imaginary() {
    return imaginary;
  }

  /** X_kl = Σ x_mn exp(−2πi (km + ln)/N). */
  public void forward() {
    int size = fourier.size();
    for (int row = 0; row < size; row++) {
      if (!isZero(row * size)) {
        fourier.forward(real, imaginary, row * size);
      }
    }
    fourier.forwardColumns(real, imaginary);
  }

  /** The inverse of {@link #forward}. */
  public void backward() {
    conjugate();
    forward();
    double scale = 1.0 / real.length;
    for (int i = 0; i < real.length; i++) {
      real[i] *= scale;
      imaginary[i] *= -scale;
    }
  }

  private void conjugate() {
    for (int i = 0; i < imaginary.length; i++) {
      imaginary[i] = -imaginary[i];
    }
  }

  /** An aperture fills few rows; the others need no transform. */
  private boolean isZero(int start) {
    for (int i = start; i < start + fourier.size(); i++) {
      if (real[i] != 0 || imaginary[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
