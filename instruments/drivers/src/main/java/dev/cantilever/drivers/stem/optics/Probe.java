package dev.cantilever.drivers.stem.optics;

/**
 * Where the current of the beam lands: fractions of it on a square grid around the optical axis,
 * row 0 at the lowest y. They sum to 1 over the support, a disc. A probe may carry the thermal
 * motion of the atoms that it images. Immutable.
 */
public final class Probe {

  /** Widest blur that is still drawn, m: beyond it no lattice is seen anyway. */
  static final double WIDEST_BLUR = 15e-9;

  /** Part of the current that a probe for imaging keeps: the rest is in rings far out. */
  private static final double KEPT = 0.985;

  private static final int RAYS = 40_000;

  private final int size;
  private final double pixel;
  private final double support;
  private final double[] current;

  private Probe(double[] full, ProbeGrid grid, double kept) {
    pixel = grid.pixelMetres();
    int radius = radiusHolding(full, grid.size(), kept);
    support = radius * pixel;
    size = 2 * (radius + 1);
    current = new double[size * size];
    double sum = 0;
    for (int i = 0; i < current.length; i++) {
      int dx = i % size - size / 2;
      int dy = i / size - size / 2;
      if (dx * dx + dy * dy < radius * radius) {
        current[i] = full[(grid.size() / 2 + dy) * grid.size() + grid.size() / 2 + dx];
        sum += current[i];
      }
    }
    for (int i = 0; i < current.length; i++) {
      current[i] /= sum;
    }
  }

  /**
   * The probe of these aberrations for imaging, on a grid that fits it and cut where 1.5 % of the
   * current is left out. Up to a blur of about 50 λ/α by wave optics, then by ray optics; blurs
   * beyond 15 nm are drawn at 15 nm.
   */
  public static Probe form(ElectronBeam beam, Lens lens, Aberrations aberrations, Smear smear) {
    double unit = beam.wavelengthMetres() / lens.convergenceRadians();
    double blur = aberrations.blurMetres(lens.convergenceRadians());
    double needed = 1.1 * blur + 6 * unit;
    ProbeGrid[] grids = {
      new ProbeGrid(512, unit / 16), new ProbeGrid(512, unit / 10), new ProbeGrid(1024, unit / 8)
    };
    for (ProbeGrid grid : grids) {
      if (grid.holds(needed)) {
        return new Probe(waves(beam, lens, aberrations, smear, grid), grid, KEPT);
      }
    }
    return byRays(lens, aberrations, blur);
  }

  /** The whole probe by wave optics on a given grid. */
  public static Probe onGrid(
      ElectronBeam beam, Lens lens, Aberrations aberrations, Smear smear, ProbeGrid grid) {
    return new Probe(waves(beam, lens, aberrations, smear, grid), grid, 1);
  }

  private static double[] waves(
      ElectronBeam beam, Lens lens, Aberrations aberrations, Smear smear, ProbeGrid grid) {
    int focalValues = grid.size() > 512 ? 3 : 7;
    return new WaveProbe(beam, lens, grid).form(aberrations, smear, focalValues);
  }

  private static Probe byRays(Lens lens, Aberrations aberrations, double blur) {
    double[] rays = RayProbe.rays(aberrations, lens.convergenceRadians(), RAYS);
    double shrink = Math.min(1, WIDEST_BLUR / blur);
    for (int i = 0; i < rays.length; i++) {
      rays[i] *= shrink;
    }
    ProbeGrid grid = new ProbeGrid(128, blur * shrink / 50);
    return new Probe(RayProbe.form(rays, grid), grid, 1);
  }

  /**
   * Where {@code count} equal parts of the current land by ray optics alone, pairs x, y in metres:
   * for scenes much coarser than the diffraction limit.
   */
  public static double[] rays(Lens lens, Aberrations aberrations, int count) {
    return RayProbe.rays(aberrations, lens.convergenceRadians(), count);
  }

  /** Samples along one side; the axis is at row and column size/2. */
  public int size() {
    return size;
  }

  /** Distance of two samples. */
  public double pixelMetres() {
    return pixel;
  }

  /** Beyond this distance from the axis there is no current, m. */
  public double supportMetres() {
    return support;
  }

  /** Fraction of the current at one sample. */
  public double fraction(int row, int column) {
    return current[row * size + column];
  }

  /** Current density at an offset from the axis over the whole current, 1/m²; bilinear. */
  public double densityPerSquareMetre(double dx, double dy) {
    if (dx * dx + dy * dy >= support * support) {
      return 0;
    }
    double x = dx / pixel + size / 2.0;
    double y = dy / pixel + size / 2.0;
    int column = (int) x;
    int row = (int) y;
    double right = x - column;
    double up = y - row;
    int at = row * size + column;
    double below = current[at] + right * (current[at + 1] - current[at]);
    at += size;
    double above = current[at] + right * (current[at + 1] - current[at]);
    return (below + up * (above - below)) / (pixel * pixel);
  }

  /** The least radius in pixels, at most 0.9 of the grid's half side, that holds so much of it. */
  private static int radiusHolding(double[] full, int gridSize, double kept) {
    double[] rings = new double[gridSize];
    for (int i = 0; i < full.length; i++) {
      int dx = i % gridSize - gridSize / 2;
      int dy = i / gridSize - gridSize / 2;
      rings[(int) Math.sqrt((double) (dx * dx + dy * dy))] += full[i];
    }
    int largest = (int) (0.45 * gridSize);
    int radius = 1;
    double sum = rings[0];
    while (radius < largest && sum < kept) {
      sum += rings[radius++];
    }
    return radius;
  }
}
