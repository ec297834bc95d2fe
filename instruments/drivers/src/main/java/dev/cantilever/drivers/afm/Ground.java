package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.afm.sample.StripeDomains;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.Optional;

/** The sample as the scanner finds it: drifted, crept, bowed and felt by a tip of finite size. */
final class Ground {

  private static final int MOST_POINTS_PER_PIXEL = 8;

  private final Sample sample;
  private final double bow;
  private final Drift drift;
  private final Creep creep;

  Ground(Sample sample, ScannerModel scanner, long worldSeed) {
    this.sample = sample;
    bow = scanner.bowPerMetre();
    drift = new Drift(scanner.drift(), NormalDraws.of(worldSeed, "afm drift"));
    creep = new Creep(scanner.creepPerDecade());
  }

  Optional<StripeDomains> domains() {
    return sample.domains();
  }

  void moved(double dx, double dy, double seconds) {
    creep.moved(dx, dy, seconds);
  }

  /** How far the point under a position of the scanner lies from where it should be. */
  Shift shift(double seconds) {
    Shift crept = creep.at(seconds);
    Shift drifted = drift.at(seconds);
    return new Shift(crept.x() - drifted.x(), crept.y() - drifted.y(), drifted.z());
  }

  /** The material under the apex. */
  int materialAt(double x, double y, double seconds) {
    Shift shift = shift(seconds);
    return sample.materialAt(x + shift.x(), y + shift.y());
  }

  /** The apparent height at one position of the scanner. */
  double height(TipState tip, double x, double y, double seconds) {
    Path here = new Path(x, y, x, y);
    return follow(tip, here, seconds, seconds, tip.shape().radiusMetres() / 10, 1).heights()[0];
  }

  /**
   * What a pass of the scanner meets.
   *
   * @param pixels of the pass; the ground is sampled more finely than both pixel and tip radius
   */
  Followed follow(TipState tip, Path way, double fromSeconds, double toSeconds, int pixels) {
    double length = way.length();
    double radius = tip.shape().radiusMetres();
    double wanted = Math.min(radius / 2, Math.max(radius / 10, length / pixels / 2));
    int points =
        (int) Math.min(Math.ceil(length / wanted), (double) MOST_POINTS_PER_PIXEL * pixels);
    points = Math.max(points, 1);
    double spacing = length == 0 ? radius / 10 : length / points;
    return follow(tip, way, fromSeconds, toSeconds, spacing, points + 1);
  }

  private Followed follow(
      TipState tip, Path way, double from, double to, double spacing, int points) {
    Shift before = shift(from);
    Shift after = shift(to);
    Path onSample = way.shifted(before, after);
    double[] heights = dilated(tip, onSample, spacing, points);
    double[] trueHeights = new double[points];
    int[] materials = new int[points];
    boolean uniform = sample.materials().size() == 1;
    for (int i = 0; i < points; i++) {
      double share = points == 1 ? 0 : (double) i / (points - 1);
      double x = way.x(share);
      double y = way.y(share);
      heights[i] += bow * (x * x + y * y) + before.z() + share * (after.z() - before.z());
      trueHeights[i] = sample.heightMetres(onSample.x(share), onSample.y(share));
      materials[i] = uniform ? 0 : sample.materialAt(onSample.x(share), onSample.y(share));
    }
    return new Followed(heights, trueHeights, materials, onSample);
  }

  private double[] dilated(TipState tip, Path onSample, double spacing, int points) {
    Dilation dilation = new Dilation(sample, tip.shape(), spacing);
    double[] heights = dilation.along(onSample, points);
    if (tip.second().isPresent()) {
      TipState.SecondApex second = tip.second().get();
      Shift beside = new Shift(second.xMetres(), second.yMetres(), 0);
      double[] others = dilation.along(onSample.shifted(beside, beside), points);
      for (int i = 0; i < points; i++) {
        heights[i] = Math.max(heights[i], others[i] - second.shorterMetres());
      }
    }
    return heights;
  }
}
