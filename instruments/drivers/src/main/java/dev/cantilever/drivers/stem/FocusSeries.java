package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.imaging.Detector;
import dev.cantilever.drivers.stem.imaging.Raster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the best focus: images over the whole range, not further apart than the depth of focus
 * λ/α², then finer ones around the sharpest. The logarithm of the sharpness is a parabola near its
 * top, whose vertex is the focus.
 */
final class FocusSeries {

  private static final int PIXELS = 128;
  private static final int FINE = 9;
  private static final int MOST = 101;
  private static final double FLOOR = 1e-6;

  private final Microscope microscope;
  private final FrameSeries frames;

  FocusSeries(Microscope microscope, FrameSeries frames) {
    this.microscope = microscope;
    this.frames = frames;
  }

  /** How many images a range needs. */
  static int images(StemSettings settings, double rangeMetres) {
    return coarse(settings, rangeMetres) + FINE;
  }

  /** Whether a range needs no more images than one series may have. */
  static boolean covers(StemSettings settings, double rangeMetres) {
    return coarse(settings, rangeMetres) <= MOST;
  }

  /** Each image: 128 × 128 pixels over the present field, at the present dwell. */
  static Raster raster(StemSettings settings) {
    Raster present = settings.raster();
    return new Raster(
        PIXELS, PIXELS, present.dwellSeconds(), present.window(), present.rotationRadians());
  }

  private static int coarse(StemSettings settings, double rangeMetres) {
    double steps = Math.ceil(rangeMetres / depthMetres(settings));
    return 1 + 2 * (int) Math.max(2, Math.min(MOST, steps));
  }

  private static double depthMetres(StemSettings settings) {
    double alpha = settings.convergenceRadians();
    return settings.beam().wavelengthMetres() / (alpha * alpha);
  }

  /** Takes the series and sets what it found; the settings are otherwise as they were. */
  FocusFound find(double rangeMetres, Sharpness criterion) {
    StemSettings before = microscope.settings();
    double middle = before.defocusMetres();
    int coarse = coarse(before, rangeMetres);
    List<FocusPoint> tried = taken(middle, rangeMetres, coarse, criterion);
    FocusPoint sharpest =
        tried.stream().max(Comparator.comparingDouble(FocusPoint::sharpness)).orElseThrow();
    double half = Math.min(0.75 * depthMetres(before), rangeMetres);
    double least = middle - rangeMetres + half;
    double most = middle + rangeMetres - half;
    double around = Math.max(least, Math.min(most, sharpest.defocusMetres()));
    List<FocusPoint> fine = taken(around, half, FINE, criterion);
    Parabola top = through(fine, around);
    boolean isFound = top.isTop() && Math.abs(top.vertex()) <= half;
    double found = isFound ? around + top.vertex() : middle;
    microscope.configure(before.withDefocus(found));
    tried.addAll(fine);
    tried.sort(Comparator.comparingDouble(FocusPoint::defocusMetres));
    return new FocusFound(found, isFound ? top.standardError() : rangeMetres, tried);
  }

  private static Parabola through(List<FocusPoint> points, double middle) {
    double[] u = new double[points.size()];
    double[] logarithms = new double[points.size()];
    for (int i = 0; i < u.length; i++) {
      u[i] = points.get(i).defocusMetres() - middle;
      logarithms[i] = StrictMath.log(Math.max(FLOOR, points.get(i).sharpness()));
    }
    return Parabola.through(u, logarithms);
  }

  private List<FocusPoint> taken(double middle, double half, int count, Sharpness criterion) {
    StemSettings settings = microscope.settings();
    Detector detector = microscope.instrument().detector();
    List<FocusPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double defocus = middle + half * (2.0 * i / (count - 1) - 1);
      microscope.configure(settings.withDefocus(defocus).withRaster(raster(settings)));
      double[] electrons = frames.take(1, false).getFirst().image().values().clone();
      for (int p = 0; p < electrons.length; p++) {
        electrons[p] = (electrons[p] - detector.offset()) / detector.gain();
      }
      points.add(new FocusPoint(defocus, criterion.of(electrons, PIXELS)));
    }
    microscope.configure(settings);
    return points;
  }
}
