package dev.cantilever.drivers.drift;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.fourier.Fourier;
import dev.cantilever.drivers.stem.fourier.Plane;
import java.util.Optional;

/**
 * Finds how far pictures lie beside a reference picture with the same rows and columns.
 *
 * <p>Both lose the mean of every line, which scanning probes offset at random, and are windowed
 * (Hann). Where the content moves by d, the spectra obey B(k) = A(k) exp(−ik·d), so that the
 * weighted cross-correlation Σ W cos(φ + k·d), φ the phase of conj(A) B, is greatest at d. The
 * weight W = |A B|^½ G(k) stands between plain and phase correlation (Knapp and Carter, IEEE Trans.
 * ASSP 24 (1976) 320, doi:10.1109/TASSP.1976.1162830): plain correlation follows the strongest
 * feature alone, phase correlation the noise. The maximum is found on the pixels by a Fourier
 * transform and refined by Newton's method on the same sum, so that the answer is not tied to them
 * (compare Guizar-Sicairos, Thurman and Fienup, Opt. Lett. 33 (2008) 156,
 * doi:10.1364/OL.33.000156).
 *
 * <p>In a lattice many displacements explain a picture equally well; of the maxima that are nearly
 * as high as the greatest the one nearest to what is expected counts. Immutable; cost: four to
 * eight transforms of a square of a power of two.
 */
public final class Registration {

  /** Fewer rows or columns hold too little to compare. */
  public static final int LEAST_PIXELS = 16;

  /** Maxima at least this share of the greatest are as good as it. */
  private static final double AS_GOOD = 0.7;

  /** Beyond this share of the picture too little is seen in both. */
  private static final double FARTHEST = 0.25;

  private static final int LOOKS = 3;

  /** Windows beside the content by less, pixels, do not matter. */
  private static final double WELL_SET = 0.03;

  private final Field reference;
  private final Fourier fourier;
  private final Plane spectrum;

  private Registration(Field reference, Fourier fourier) {
    this.reference = reference;
    this.fourier = fourier;
    this.spectrum = Spectra.of(reference, fourier, -1, 0, 0);
  }

  /**
   * Against this picture.
   *
   * @param picture of finite values, with at least {@link #LEAST_PIXELS} rows and columns
   * @throws IllegalArgumentException where it is smaller
   */
  public static Registration against(Field picture) {
    int most = Math.max(picture.rows(), picture.columns());
    if (Math.min(picture.rows(), picture.columns()) < LEAST_PIXELS) {
      throw new IllegalArgumentException(
          "%s is too small to be compared; %d rows and columns are needed"
              .formatted(picture, LEAST_PIXELS));
    }
    Fourier fourier = Fourier.ofSize(Integer.highestOneBit(2 * most - 1));
    return new Registration(picture, fourier);
  }

  /**
   * Where the content of a picture lies beside that of the reference; empty where the two have
   * nothing in common, or lie farther apart than a quarter of the picture.
   *
   * @param expected where it probably lies
   * @throws IllegalArgumentException where its rows or columns are others
   */
  public Optional<Displacement> of(Field picture, Displacement expected) {
    if (picture.rows() != reference.rows() || picture.columns() != reference.columns()) {
      throw new IllegalArgumentException(
          "%s is compared with %d × %d pixels"
              .formatted(picture, reference.rows(), reference.columns()));
    }
    Spectra.Cross cross = Spectra.cross(spectrum, Spectra.of(picture, fourier, 1, 0, 0));
    int[] start = greatest(cross.surface(fourier), expected);
    return Refinement.near(cross, start[0], start[1]).flatMap(near -> looked(picture, near));
  }

  /**
   * Through windows on the same content, since fixed ones draw the maximum towards zero; once more
   * where they were set wrong.
   */
  private Optional<Displacement> looked(Field picture, double[] near) {
    Optional<Displacement> found = lookedOnce(picture, near[0], near[1]);
    for (int i = 1; i < LOOKS && found.isPresent(); i++) {
      double rows = found.get().rows();
      double columns = found.get().columns();
      if (Math.hypot(rows - near[0], columns - near[1]) < WELL_SET) {
        return found;
      }
      near[0] = rows;
      near[1] = columns;
      found = lookedOnce(picture, rows, columns);
    }
    return found;
  }

  private Optional<Displacement> lookedOnce(Field picture, double rows, double columns) {
    if (!isInside(rows, columns)) {
      return Optional.empty();
    }
    Spectra.Cross cross =
        Spectra.cross(
            Spectra.of(reference, fourier, -1, rows, columns),
            Spectra.of(picture, fourier, 1, rows, columns));
    double seen = (reference.rows() - Math.abs(rows)) * (reference.columns() - Math.abs(columns));
    return Refinement.from(cross, rows, columns, seen / fourier.size() / fourier.size())
        .filter(found -> isInside(found.rows(), found.columns()));
  }

  private boolean isInside(double row, double column) {
    return Math.abs(row) <= FARTHEST * reference.rows()
        && Math.abs(column) <= FARTHEST * reference.columns();
  }

  /** Row and column of the maximum nearest to what is expected, of those that are as good. */
  private int[] greatest(double[] surface, Displacement expected) {
    int reachRows = (int) (FARTHEST * reference.rows());
    int reachColumns = (int) (FARTHEST * reference.columns());
    double most = Double.NEGATIVE_INFINITY;
    for (int r = -reachRows; r <= reachRows; r++) {
      for (int c = -reachColumns; c <= reachColumns; c++) {
        most = Math.max(most, at(surface, r, c));
      }
    }
    int[] best = new int[2];
    double nearest = Double.POSITIVE_INFINITY;
    for (int r = -reachRows; r <= reachRows; r++) {
      for (int c = -reachColumns; c <= reachColumns; c++) {
        double distance = Math.hypot(r - expected.rows(), c - expected.columns());
        if (distance < nearest && at(surface, r, c) >= AS_GOOD * most && isMaximum(surface, r, c)) {
          nearest = distance;
          best = new int[] {r, c};
        }
      }
    }
    return best;
  }

  private boolean isMaximum(double[] surface, int row, int column) {
    double here = at(surface, row, column);
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        if (at(surface, r, c) > here) {
          return false;
        }
      }
    }
    return true;
  }

  private double at(double[] surface, int row, int column) {
    int size = fourier.size();
    return surface[Math.floorMod(row, size) * size + Math.floorMod(column, size)];
  }
}
