package dev.cantilever.drivers.stem.optics;

/**
 * How sharp a probe is.
 *
 * @param peak largest current density over the whole current, 1/m²
 * @param d59Metres diameter around the centre of the current that holds 59 % of it
 * @param fullWidthMetres diameter at half of the peak, from the area above it
 */
public record ProbeWidths(double peak, double d59Metres, double fullWidthMetres) {

  private static final double SHARE = 0.59;
  private static final int RINGS_PER_PIXEL = 16;

  /** Measures a probe; 59 % is what the central disc of an Airy pattern holds at 0.61 λ/α. */
  public static ProbeWidths of(Probe probe) {
    double pixel = probe.pixelMetres();
    double peak = peak(probe);
    return new ProbeWidths(
        peak / (pixel * pixel),
        pixel * diameterOfShare(probe),
        pixel * 2 * Math.sqrt(areaAbove(probe, peak / 2) / Math.PI));
  }

  private static double peak(Probe probe) {
    int size = probe.size();
    double peak = 0;
    for (int i = 0; i < size * size; i++) {
      peak = Math.max(peak, probe.fraction(i / size, i % size));
    }
    return peak;
  }

  /** In pixels, each of which is cut into 4 × 4 parts. */
  private static double diameterOfShare(Probe probe) {
    int size = probe.size();
    double[] centre = centre(probe);
    double[] rings = new double[2 * size * RINGS_PER_PIXEL];
    for (int i = 0; i < size * size; i++) {
      int row = i / size;
      int column = i % size;
      double part = probe.fraction(row, column) / 16;
      for (int k = 0; part > 0 && k < 16; k++) {
        int up = k / 4;
        double dx = column + (k % 4 - 1.5) / 4 - centre[0];
        double dy = row + (up - 1.5) / 4 - centre[1];
        rings[(int) (RINGS_PER_PIXEL * Math.sqrt(dx * dx + dy * dy))] += part;
      }
    }
    double sum = 0;
    int ring = 0;
    while (sum + rings[ring] < SHARE) {
      sum += rings[ring++];
    }
    return 2 * (ring + (SHARE - sum) / rings[ring]) / RINGS_PER_PIXEL;
  }

  private static double[] centre(Probe probe) {
    int size = probe.size();
    double x = 0;
    double y = 0;
    for (int i = 0; i < size * size; i++) {
      int row = i / size;
      int column = i % size;
      double fraction = probe.fraction(row, column);
      x += fraction * column;
      y += fraction * row;
    }
    return new double[] {x, y};
  }

  /** In square pixels, by bilinear interpolation on 8 × 8 parts of each. */
  private static double areaAbove(Probe probe, double level) {
    int size = probe.size();
    int parts = 0;
    for (int i = 0; i < (size - 1) * (size - 1); i++) {
      int row = i / (size - 1);
      int column = i % (size - 1);
      parts += partsAbove(probe, row, column, level);
    }
    return parts / 64.0;
  }

  private static int partsAbove(Probe probe, int row, int column, double level) {
    double a = probe.fraction(row, column);
    double b = probe.fraction(row, column + 1);
    double c = probe.fraction(row + 1, column);
    double d = probe.fraction(row + 1, column + 1);
    if (Math.max(Math.max(a, b), Math.max(c, d)) < level) {
      return 0;
    }
    int above = 0;
    for (int k = 0; k < 64; k++) {
      int up = k / 8;
      double u = (k % 8 + 0.5) / 8;
      double v = (up + 0.5) / 8;
      double below = a + u * (b - a);
      double value = below + v * (c + u * (d - c) - below);
      above += value >= level ? 1 : 0;
    }
    return above;
  }
}
