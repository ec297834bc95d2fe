package dev.cantilever.drivers.stem.optics;

import dev.cantilever.drivers.stem.fourier.Fourier;
import dev.cantilever.drivers.stem.fourier.Plane;

/**
 * The probe by wave optics: |FT(aperture · exp(−iχ))|², summed over the focal spread and convolved
 * with source and smear (Kirkland, Advanced Computing in Electron Microscopy, 2nd ed. 2010, ch.
 * 3.3, doi:10.1007/978-1-4419-6533-2). The edge of the aperture fades over one sample.
 */
final class WaveProbe {

  /** Focus values span ±2.1 standard deviations. */
  private static final double FOCAL_REACH = 2.1;

  private final ElectronBeam beam;
  private final Lens lens;
  private final ProbeGrid grid;
  private final Fourier fourier;

  WaveProbe(ElectronBeam beam, Lens lens, ProbeGrid grid) {
    this.beam = beam;
    this.lens = lens;
    this.grid = grid;
    fourier = Fourier.ofSize(grid.size());
  }

  /** Fractions of the current, axis at row and column size/2; they sum to 1. */
  double[] form(Aberrations aberrations, Smear smear, int focalValues) {
    double deviation = lens.focusDeviationMetres(beam);
    int values = deviation == 0 ? 1 : focalValues;
    Plane sum = new Plane(fourier);
    for (int i = 0; i < values; i++) {
      double t = values == 1 ? 0 : FOCAL_REACH * (2.0 * i / (values - 1) - 1);
      Plane wave = wave(aberrations.defocused(t * deviation));
      double weight = StrictMath.exp(-t * t / 2);
      for (int k = 0; k < sum.real().length; k++) {
        double re = wave.real()[k];
        double im = wave.imaginary()[k];
        sum.real()[k] += weight * (re * re + im * im);
      }
    }
    smearOut(sum, smear);
    return normalised(sum.real());
  }

  private Plane wave(Aberrations aberrations) {
    Plane plane = new Plane(fourier);
    int size = grid.size();
    double step = beam.wavelengthMetres() / (size * grid.pixelMetres());
    for (int row = 0; row < size; row++) {
      double thetaY = step * signed(row);
      for (int column = 0; column < size; column++) {
        double thetaX = step * signed(column);
        double angle = Math.sqrt(thetaX * thetaX + thetaY * thetaY);
        double open = Math.min(1, 0.5 + (lens.convergenceRadians() - angle) / step);
        if (open > 0) {
          double chi =
              2 * Math.PI / beam.wavelengthMetres() * aberrations.waveMetres(thetaX, thetaY);
          plane.real()[row * size + column] = open * StrictMath.cos(chi);
          plane.imaginary()[row * size + column] = -open * StrictMath.sin(chi);
        }
      }
    }
    plane.forward();
    return plane;
  }

  private void smearOut(Plane intensity, Smear smear) {
    double source = lens.sourceDeviationMetres();
    double variance = source * source + smear.deviationMetres() * smear.deviationMetres();
    if (variance == 0 && smear.lengthX() == 0 && smear.lengthY() == 0) {
      return;
    }
    intensity.forward();
    int size = grid.size();
    double step = 1 / (size * grid.pixelMetres());
    for (int row = 0; row < size; row++) {
      double ky = step * signed(row);
      for (int column = 0; column < size; column++) {
        double kx = step * signed(column);
        double factor =
            StrictMath.exp(-2 * Math.PI * Math.PI * variance * (kx * kx + ky * ky))
                * sinc(Math.PI * (kx * smear.lengthX() + ky * smear.lengthY()));
        intensity.real()[row * size + column] *= factor;
        intensity.imaginary()[row * size + column] *= factor;
      }
    }
    intensity.backward();
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : StrictMath.sin(x) / x;
  }

  /** Moves the axis to the middle; rounding below zero is cut. */
  private double[] normalised(double[] intensity) {
    int size = grid.size();
    double sum = 0;
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] = Math.max(0, intensity[i]);
      sum += intensity[i];
    }
    double[] centred = new double[intensity.length];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int from = (row ^ size / 2) * size + (column ^ size / 2);
        centred[row * size + column] = intensity[from] / sum;
      }
    }
    return centred;
  }

  private int signed(int index) {
    return index < grid.size() / 2 ? index : index - grid.size();
  }
}
