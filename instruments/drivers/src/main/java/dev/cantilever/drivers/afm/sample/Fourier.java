package dev.cantilever.drivers.afm.sample;

/**
 * The two-dimensional discrete Fourier transform Σ f exp(2πi (j k + l m)/n) of an n × n array, n a
 * power of two, in place and without a factor (Cooley and Tukey, Math. Comput. 19 (1965) 297,
 * doi:10.1090/S0025-5718-1965-0178586-1). Strict elementary functions: the same bits everywhere.
 */
final class Fourier {

  private final int size;
  private final double[] cosine;
  private final double[] sine;
  private final double[] lineReal;
  private final double[] lineImaginary;

  Fourier(int size) {
    if (size < 2 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(size + " is not a power of two of at least 2; choose one");
    }
    this.size = size;
    cosine = new double[size / 2];
    sine = new double[size / 2];
    lineReal = new double[size];
    lineImaginary = new double[size];
    for (int i = 0; i < size / 2; i++) {
      cosine[i] = StrictMath.cos(2 * Math.PI * i / size);
      sine[i] = StrictMath.sin(2 * Math.PI * i / size);
    }
  }

  /**
   * Transforms rows, then columns as rows of the transposed arrays, which are kind to the cache.
   */
  void transform(double[] real, double[] imaginary) {
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < size; i++) {
        line(real, imaginary, i * size);
      }
      transpose(real);
      transpose(imaginary);
    }
  }

  private void transpose(double[] values) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        double swapped = values[row * size + column];
        values[row * size + column] = values[column * size + row];
        values[column * size + row] = swapped;
      }
    }
  }

  private void line(double[] real, double[] imaginary, int start) {
    int shift = Integer.numberOfLeadingZeros(size) + 1;
    for (int i = 0; i < size; i++) {
      int from = start + (Integer.reverse(i) >>> shift);
      lineReal[i] = real[from];
      lineImaginary[i] = imaginary[from];
    }
    for (int half = 1; half < size; half *= 2) {
      for (int block = 0; block < size; block += 2 * half) {
        butterflies(block, half);
      }
    }
    System.arraycopy(lineReal, 0, real, start, size);
    System.arraycopy(lineImaginary, 0, imaginary, start, size);
  }

  private void butterflies(int block, int half) {
    int turn = size / (2 * half);
    for (int k = 0; k < half; k++) {
      int low = block + k;
      int high = low + half;
      double c = cosine[k * turn];
      double s = sine[k * turn];
      double x = lineReal[high] * c - lineImaginary[high] * s;
      double y = lineReal[high] * s + lineImaginary[high] * c;
      lineReal[high] = lineReal[low] - x;
      lineImaginary[high] = lineImaginary[low] - y;
      lineReal[low] += x;
      lineImaginary[low] += y;
    }
  }
}
