package dev.cantilever.drivers.drift;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.fourier.Fourier;
import dev.cantilever.drivers.stem.fourier.Plane;

/** Spectra of pictures, and what two of them have in common. */
final class Spectra {

  /** Standard deviation of the smoothing, pixels: what is finer is mostly noise. */
  private static final double SMOOTHING = 1;

  /** Waves longer than this share of the picture are its background. */
  private static final double BACKGROUND = 0.5;

  private Spectra() {}

  /** Weight times cosine and sine of the phase difference, by frequency. */
  record Cross(int size, double[] real, double[] imaginary) {

    /** The cross-correlation at whole pixels, row-major, modulo the size. */
    double[] surface(Fourier fourier) {
      Plane plane = new Plane(fourier);
      System.arraycopy(real, 0, plane.real(), 0, real.length);
      System.arraycopy(imaginary, 0, plane.imaginary(), 0, imaginary.length);
      plane.backward();
      return plane.real();
    }

    /** Radians per pixel of the frequency at an index. */
    double frequency(int index) {
      return 2 * Math.PI * (index < size / 2 ? index : index - size) / size;
    }
  }

  /**
   * Of what is seen through a window that has moved with the content.
   *
   * @param side −1 for the reference, 1 for the picture that lies {@code rows} and {@code columns}
   *     beside it: the window of each stands half way towards the other
   */
  static Plane of(Field picture, Fourier fourier, int side, double rows, double columns) {
    double[] across = hann(picture.rows(), side, rows);
    double[] along = hann(picture.columns(), side, columns);
    double sum = 0;
    for (double weight : along) {
      sum += weight;
    }
    Plane plane = new Plane(fourier);
    for (int r = 0; r < across.length; r++) {
      double mean = 0;
      for (int c = 0; c < along.length; c++) {
        mean += along[c] * picture.at(r, c) / sum;
      }
      for (int c = 0; c < along.length; c++) {
        plane.real()[r * fourier.size() + c] = across[r] * along[c] * (picture.at(r, c) - mean);
      }
    }
    plane.forward();
    return plane;
  }

  /** As long as what both see. */
  private static double[] hann(int length, int side, double displacement) {
    double seen = length - Math.abs(displacement);
    double start = (Math.abs(displacement) + side * displacement) / 2;
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      double share = (i + 0.5 - start) / seen;
      window[i] = share > 0 && share < 1 ? 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * share) : 0;
    }
    return window;
  }

  static Cross cross(Plane one, Plane other) {
    int size = Math.toIntExact(Math.round(Math.sqrt(one.real().length)));
    Cross cross = new Cross(size, new double[size * size], new double[size * size]);
    double[] kept = kept(size);
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        int i = r * size + c;
        double re = one.real()[i] * other.real()[i] + one.imaginary()[i] * other.imaginary()[i];
        double im = one.real()[i] * other.imaginary()[i] - one.imaginary()[i] * other.real()[i];
        double weight = filter(kept, r, c, size) / Math.max(1e-300, Math.sqrt(Math.hypot(re, im)));
        cross.real()[i] = weight * re;
        cross.imaginary()[i] = weight * im;
      }
    }
    return cross;
  }

  /** Of the waves along one axis. */
  private static double[] kept(int size) {
    double[] kept = new double[size];
    for (int i = 0; i < size; i++) {
      double k = 2 * Math.PI * Math.min(i, size - i) / size;
      kept[i] = 2 * i == size ? 0 : StrictMath.exp(-0.5 * k * k * SMOOTHING * SMOOTHING);
    }
    return kept;
  }

  private static double filter(double[] kept, int row, int column, int size) {
    double waves = Math.hypot(Math.min(row, size - row), Math.min(column, size - column));
    return waves * BACKGROUND < 1 ? 0 : kept[row] * kept[column];
  }
}
