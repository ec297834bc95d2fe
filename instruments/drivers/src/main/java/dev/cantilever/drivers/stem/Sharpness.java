package dev.cantilever.drivers.stem;

/**
 * How sharp an image is. Both are largest in focus; the part that counting alone makes is taken
 * out, so that an image without contrast has 0 (Krivanek et al., Ultramicroscopy 108 (2008) 179,
 * doi:10.1016/j.ultramic.2007.07.010, use the variance; the squared gradient is Tenenbaum's).
 */
public enum Sharpness {
  /** Variance of the electrons counted over their squared mean. */
  VARIANCE {
    @Override
    double of(double[] electrons, int columns) {
      double mean = mean(electrons);
      double sum = 0;
      for (double count : electrons) {
        sum += (count - mean) * (count - mean);
      }
      return (sum / electrons.length - mean) / (mean * mean);
    }
  },
  /** Mean squared difference of neighbours along a line over the squared mean. */
  GRADIENT {
    @Override
    double of(double[] electrons, int columns) {
      double mean = mean(electrons);
      double sum = 0;
      int pairs = 0;
      for (int i = 1; i < electrons.length; i++) {
        if (i % columns != 0) {
          double step = electrons[i] - electrons[i - 1];
          sum += step * step;
          pairs++;
        }
      }
      return (sum / pairs - 2 * mean) / (mean * mean);
    }
  };

  /**
   * Of one image.
   *
   * @param electrons counted at each pixel, row by row
   */
  abstract double of(double[] electrons, int columns);

  private static double mean(double[] electrons) {
    double sum = 0;
    for (double count : electrons) {
      sum += count;
    }
    return Math.max(1e-9, sum / electrons.length);
  }
}
