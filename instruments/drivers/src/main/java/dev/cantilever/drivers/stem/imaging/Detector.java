package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * A counting detector and its converter.
 *
 * @param darkCounts mean counts of a pixel without beam
 * @param gain converter steps for each electron
 * @param offset converter steps without electrons
 * @param gainVariation relative standard deviation of the gain from pixel to pixel
 */
public record Detector(double darkCounts, double gain, double offset, double gainVariation) {

  /** Full scale of 16 bits. */
  public static final int FULL_SCALE = 65_535;

  public Detector {
    if (!(darkCounts >= 0 && gain > 0 && offset >= 0 && gainVariation >= 0)) {
      throw new IllegalArgumentException("a detector has a positive gain and no negative parts");
    }
  }

  /** One step for each electron and nothing else. */
  public static Detector ideal() {
    return new Detector(0, 1, 0, 0);
  }

  /** 20 steps an electron over an offset of 400, gain variation 1 %. */
  public static Detector typical() {
    return new Detector(0.05, 20, 400, 0.01);
  }

  /** The same at another gain. */
  public Detector withGain(double stepsPerElectron) {
    return new Detector(darkCounts, stepsPerElectron, offset, gainVariation);
  }

  /** Electrons counted where so many are expected, dark ones among them. */
  public double[] count(double[] expected, Variates variates) {
    double[] counts = new double[expected.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = variates.poisson(expected[i] + darkCounts);
    }
    return counts;
  }

  /** What the converter writes: whole steps, clipped at both ends of its scale. */
  public int[] digitise(double[] counts, Variates variates) {
    int[] steps = new int[counts.length];
    for (int i = 0; i < steps.length; i++) {
      double gainHere = gain * (1 + gainVariation * variates.normal());
      double signal = Math.rint(counts[i] * gainHere + offset);
      steps[i] = (int) Math.max(0, Math.min(FULL_SCALE, signal));
    }
    return steps;
  }
}
