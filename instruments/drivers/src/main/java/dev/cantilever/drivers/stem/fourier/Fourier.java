package dev.cantilever.drivers.stem.fourier;

/**
 * Transforms of one length: X_k = Σ_n x_n exp(−2πi kn/N), in place, radix 2 (Cooley and Tukey,
 * Math. Comp. 19 (1965) 297, doi:10.1090/S0025-5718-1965-0178586-1). Relative error about 1e-15
 * log₂ N. Immutable: one instance serves any number of arrays.
 */
public final class Fourier {

  private static final int PIECE = 32;

  private final int size;
  private final int[] reversed;

  /** cos and −sin of 2πk/N for k &lt; N/2. */
  private final double[] cosine;

  private final double[] sine;

  private Fourier(int size) {
    this.size = size;
    reversed = new int[size];
    int shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      reversed[i] = Integer.reverse(i) >>> shift;
    }
    cosine = new double[size / 2];
    sine = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosine[i] = StrictMath.cos(2 * Math.PI * i / size);
      sine[i] = -StrictMath.sin(2 * Math.PI * i / size);
    }
  }

  /**
   * The transform of length {@code size}.
   *
   * @throws IllegalArgumentException unless it is a power of two from 2 to 2²⁴
   */
  public static Fourier ofSize(int size) {
    if (size < 2 || size > 1 << 24 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("the length must be a power of two, not " + size);
    }
    return new Fourier(size);
  }

  public int size() {
    return size;
  }

  /** Transforms {@code size} samples that begin at {@code offset}. */
  public void forward(double[] real, double[] imaginary, int offset) {
    for (int i = 0; i < size; i++) {
      int j = reversed[i];
      if (j > i) {
        swap(real, offset + i, offset + j);
        swap(imaginary, offset + i, offset + j);
      }
    }
    for (int half = 1; half < size; half *= 2) {
      stage(real, imaginary, offset, half);
    }
  }

  /** The inverse of {@link #forward}: swapping the parts turns the sign of the exponent. */
  public void backward(double[] real, double[] imaginary, int offset) {
    forward(imaginary, real, offset);
    for (int i = offset; i < offset + size; i++) {
      real[i] /= size;
      imaginary[i] /= size;
    }
  }

  /**
   * Transforms every column of a size × size array. A butterfly joins two pieces of rows, so that
   * the inner loop runs along memory; pieces are short enough that all rows of them stay in the
   * cache.
   */
  public void forwardColumns(double[] real, double[] imaginary) {
    for (int i = 0; i < size; i++) {
      if (reversed[i] > i) {
        swapRows(real, i, reversed[i]);
        swapRows(imaginary, i, reversed[i]);
      }
    }
    int width = Math.min(size, PIECE);
    for (int first = 0; first < size; first += width) {
      for (int half = 1; half < size; half *= 2) {
        columnStage(real, imaginary, half, first, width);
      }
    }
  }

  private void columnStage(double[] real, double[] imaginary, int half, int first, int width) {
    int stride = size / (2 * half);
    for (int start = 0; start < size; start += 2 * half) {
      for (int k = 0; k < half; k++) {
        Butterfly pieces = new Butterfly(cosine[k * stride], sine[k * stride], width);
        int low = (start + k) * size + first;
        pieces.join(real, imaginary, low, low + half * size);
      }
    }
  }

  private void stage(double[] real, double[] imaginary, int offset, int half) {
    int stride = size / (2 * half);
    for (int start = offset; start < offset + size; start += 2 * half) {
      for (int k = 0; k < half; k++) {
        double c = cosine[k * stride];
        double s = sine[k * stride];
        int low = start + k;
        int high = low + half;
        double re = real[high] * c - imaginary[high] * s;
        double im = real[high] * s + imaginary[high] * c;
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
      }
    }
  }

  private void swapRows(double[] values, int one, int other) {
    for (int c = 0; c < size; c++) {
      swap(values, one * size + c, other * size + c);
    }
  }

  private static void swap(double[] values, int one, int other) {
    double kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }

  /** One factor for a pair of pieces. */
  private record Butterfly(double c, double s, int length) {

    void join(double[] real, double[] imaginary, int low, int high) {
      for (int i = 0; i < length; i++) {
        double re = real[high + i] * c - imaginary[high + i] * s;
        double im = real[high + i] * s + imaginary[high + i] * c;
        real[high + i] = real[low + i] - re;
        imaginary[high + i] = imaginary[low + i] - im;
        real[low + i] += re;
        imaginary[low + i] += im;
      }
    }
  }
}
