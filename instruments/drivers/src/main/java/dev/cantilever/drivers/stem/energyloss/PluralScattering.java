package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.fourier.Fourier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expected spectra on one axis. Numbers of losses are Poisson distributed, so that all orders of
 * plural scattering sum to an exponential of transforms (Johnson and Spence, J. Phys. D 7 (1974)
 * 771, doi:10.1088/0022-3727/7/6/304):
 *
 * <pre>Ĵ(ν) = P · Ẑ(ν) · exp(Σ_j m_j (Ŝ_j(ν) − 1))</pre>
 *
 * with P electrons, zero loss Z, and m_j mean losses of distribution S_j. Hence ln(I_total / I_0) =
 * Σ m_j over an unlimited axis. Energies are sampled at half a channel. A loss beyond the axis
 * never comes back, so that single losses are followed to its end only; the period holds more than
 * three of these, so that next to nothing wraps around. Memory of transforms: one owner.
 */
public final class PluralScattering {

  /** Highest single loss that is followed, at least, eV. */
  private static final double LEAST_RANGE = 5;

  private static final double PERIOD = 3.3;

  /** Room below zero loss in widths of it. */
  private static final double WIDTHS_BELOW = 20;

  private final EnergyAxis axis;
  private final double step;
  private final int highestLoss;
  private final Fourier fourier;
  private final double[] zeroLoss;
  private final Map<LossShape, double[][]> transforms = new HashMap<>();

  /** Spectra of this axis and zero loss. */
  public PluralScattering(EnergyAxis axis, ZeroLoss zeroLoss) {
    this.axis = axis;
    step = axis.dispersionElectronVolts() / 2;
    double range = Math.max(LEAST_RANGE, axis.endElectronVolts());
    highestLoss = (int) (range / step);
    double period =
        PERIOD * range
            + WIDTHS_BELOW * zeroLoss.widthElectronVolts()
            - Math.min(0, axis.offsetElectronVolts());
    int needed = (int) Math.max(period / step, 2.0 * axis.channels());
    fourier = Fourier.ofSize(Integer.highestOneBit(needed - 1) * 2);
    this.zeroLoss = new double[fourier.size() / 2 + 1];
    for (int k = 0; k < this.zeroLoss.length; k++) {
      double frequency = k / (fourier.size() * step);
      this.zeroLoss[k] = zeroLoss.transform(frequency, axis.dispersionElectronVolts());
    }
  }

  /**
   * Expected counts of each channel.
   *
   * @param electrons how many enter the spectrometer
   * @param shiftElectronVolts how far the spectrum stands above its calibration
   */
  public double[] expected(List<Loss> losses, double electrons, double shiftElectronVolts) {
    int half = fourier.size() / 2;
    double[] exponentRe = new double[half + 1];
    double[] exponentIm = new double[half + 1];
    for (Loss loss : losses) {
      double[][] shape = transforms.computeIfAbsent(loss.shape(), this::transform);
      for (int k = 0; k <= half; k++) {
        exponentRe[k] += loss.mean() * (shape[0][k] - 1);
        exponentIm[k] += loss.mean() * shape[1][k];
      }
    }
    double origin = axis.offsetElectronVolts() - step / 2 - shiftElectronVolts;
    return channels(exponentRe, exponentIm, electrons, origin);
  }

  /** Turns the exponent into counts; the phase puts {@code origin} at sample 0. */
  private double[] channels(double[] re, double[] im, double electrons, double origin) {
    int size = fourier.size();
    double[] real = new double[size];
    double[] imaginary = new double[size];
    double turn = 2 * Math.PI * origin / (size * step);
    for (int k = 0; k <= size / 2; k++) {
      double amplitude = electrons * zeroLoss[k] * StrictMath.exp(re[k]);
      double phase = im[k] + turn * k;
      real[k] = amplitude * StrictMath.cos(phase);
      imaginary[k] = amplitude * StrictMath.sin(phase);
      if (k > 0 && k < size / 2) {
        real[size - k] = real[k];
        imaginary[size - k] = -imaginary[k];
      }
    }
    imaginary[size / 2] = 0;
    fourier.backward(real, imaginary, 0);
    double[] counts = new double[axis.channels()];
    Arrays.setAll(counts, c -> Math.max(0, real[2 * c] + real[2 * c + 1]));
    return counts;
  }

  /** Probability of each half channel, transformed. */
  private double[][] transform(LossShape shape) {
    double[] real = new double[fourier.size()];
    double[] imaginary = new double[fourier.size()];
    double below = 0;
    for (int i = 0; i < highestLoss; i++) {
      double upTo = shape.cumulative((i + 0.5) * step);
      real[i] = upTo - below;
      below = upTo;
    }
    fourier.forward(real, imaginary, 0);
    int kept = fourier.size() / 2 + 1;
    return new double[][] {Arrays.copyOf(real, kept), Arrays.copyOf(imaginary, kept)};
  }
}
