package dev.cantilever.drivers.stem.energyloss;

/**
 * One way to lose energy at the place of the beam.
 *
 * @param shape how the losses are distributed
 * @param mean how many of them an electron suffers on average, at least 0
 */
public record Loss(LossShape shape, double mean) {

  public Loss {
    if (!(mean >= 0 && mean < 100)) {
      throw new IllegalArgumentException("the mean number of losses lies in [0, 100), not " + mean);
    }
  }
}
