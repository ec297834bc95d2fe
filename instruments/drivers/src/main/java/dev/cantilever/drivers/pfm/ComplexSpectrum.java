package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * A complex amplitude in metres at each of some frequencies. The arrays are the record's own and
 * must not be changed.
 */
public record ComplexSpectrum(double[] hertz, double[] real, double[] imaginary) {

  public ComplexSpectrum {
    if (real.length != hertz.length || imaginary.length != hertz.length) {
      throw new IllegalArgumentException(
          "a spectrum of %d frequencies has %d real and %d imaginary parts"
              .formatted(hertz.length, real.length, imaginary.length));
    }
  }

  int size() {
    return hertz.length;
  }

  /** With normal noise of a standard deviation added to each real and imaginary part. */
  ComplexSpectrum noisy(double deviationMetres, NormalDraws draws) {
    double[] noisyReal = new double[real.length];
    double[] noisyImaginary = new double[real.length];
    for (int i = 0; i < real.length; i++) {
      noisyReal[i] = real[i] + deviationMetres * draws.normal();
      noisyImaginary[i] = imaginary[i] + deviationMetres * draws.normal();
    }
    return new ComplexSpectrum(hertz, noisyReal, noisyImaginary);
  }
}
